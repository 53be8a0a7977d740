import type { CeremonyAnswer } from '../../domain/ports/passkeys.ts';

/** The most characters of a credential's id: 1,023 bytes (WebAuthn level 3, §4), base64url. */
const LONGEST_ID = 1364;
const BASE64URL = /^[A-Za-z0-9_-]+$/;

/** What of an answer is looked at: nothing else of what a browser sent goes any further. */
export interface CeremonyText<Field extends string> {
  readonly id: string;
  readonly response: Readonly<Record<Field, string>>;
}

/**
 * Reads an answer of a browser whose response has these fields, all of them base64url; undefined for anything else, and for what a
 * frame of another site made.
 */
export function ceremonyText<Field extends string>(
  answer: CeremonyAnswer,
  fields: readonly Field[],
): CeremonyText<Field> | undefined {
  const id = credentialId(answer);
  const response = own(answer, 'response');
  const texts = fields.map((field) => [field, own(response, field)] as const);
  if (id === undefined || own(answer, 'rawId') !== id || own(answer, 'type') !== 'public-key')
    return undefined;
  if (texts.some(([, text]) => typeof text !== 'string' || !BASE64URL.test(text))) return undefined;
  if (isForeign(own(response, 'clientDataJSON'))) return undefined;
  return { id, response: Object.fromEntries(texts) as Record<Field, string> };
}

/** The credential's id that an answer names. */
export function credentialId(answer: CeremonyAnswer): string | undefined {
  const id = own(answer, 'id');
  return typeof id === 'string' && id.length <= LONGEST_ID && BASE64URL.test(id) ? id : undefined;
}

/** Whether it came to be within a page of another site. The library lets that pass where a browser does not name the site. */
function isForeign(clientData: unknown): boolean {
  try {
    const read: unknown = JSON.parse(Buffer.from(String(clientData), 'base64url').toString('utf8'));
    return own(read, 'crossOrigin') !== undefined && own(read, 'crossOrigin') !== false;
  } catch {
    return true;
  }
}

const own = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? Reflect.get(of, name) : undefined;
