import * as z from 'zod/mini';
import { Failure } from '../../domain/failure.ts';

/** By what the service and we know each other; at least one of the two. */
export interface Trust {
  /** For signing both ways. */
  readonly hmacKey?: Uint8Array;
  /** PEM, for mutual TLS. */
  readonly client?: { readonly certificate: string; readonly key: string };
  /** PEM of who vouches for the service; the system's when left out. */
  readonly authority?: string;
}

/** As the hash has (RFC 2104 §3). */
const LEAST_KEY_BYTES = 32;

const SECRET = z.object({
  hmacKey: z.optional(z.string()),
  certificate: z.optional(z.string()),
  key: z.optional(z.string()),
  authority: z.optional(z.string()),
});

/** What a secret says. Failure `secrets-unavailable` for another shape; nothing of the secret is in it. */
export function readTrust(secret: string): Trust {
  const { data } = SECRET.safeParse(parsed(secret));
  const hmacKey = data?.hmacKey === undefined ? undefined : Buffer.from(data.hmacKey, 'base64');
  const client =
    data?.certificate !== undefined && data.key !== undefined
      ? { certificate: data.certificate, key: data.key }
      : undefined;
  if ((hmacKey ?? client) === undefined || (hmacKey && hmacKey.length < LEAST_KEY_BYTES))
    throw new Failure(
      'secrets-unavailable',
      'The secret of the service for external responses must be {"hmacKey": "32 bytes or more, base64"} or {"certificate": "PEM", "key": "PEM"}',
    );
  return {
    ...(hmacKey && { hmacKey }),
    ...(client && { client }),
    ...(data?.authority !== undefined && { authority: data.authority }),
  };
}

/** No error gets out: those of JSON.parse quote the text, and the text is the secret. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
