import * as z from 'zod/mini';

const base64Url = (most: number) => z.string().check(z.maxLength(most), z.regex(/^[A-Za-z0-9_-]+$/));
/** A credential's id has at most 1,023 bytes (WebAuthn level 3, §4). */
const id = () => base64Url(1364);
const clientData = () => base64Url(4096);

/**
 * What a browser answers with, as JSON (WebAuthn level 3, §5.1). Browsers add what the next version of the standard has; it is let
 * pass, within what a body may have, and nobody looks at it.
 */
const credential = <Response extends z.ZodMiniType>(response: Response) =>
  z.looseObject({ id: id(), rawId: id(), type: z.literal('public-key'), response });

/** The answers of `navigator.credentials`, each made when it is first needed. */
export const ceremonyAnswers = {
  create: () =>
    credential(z.looseObject({ clientDataJSON: clientData(), attestationObject: base64Url(12_000) })),
  get: () =>
    credential(
      z.looseObject({
        clientDataJSON: clientData(),
        authenticatorData: base64Url(4096),
        signature: base64Url(4096),
      }),
    ),
};

/** Reads an answer that a form carries as text; undefined when it is none. */
export function answerIn<Shape extends z.ZodMiniType>(
  text: string,
  shape: Shape,
): z.infer<Shape> | undefined {
  try {
    const read = shape.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
