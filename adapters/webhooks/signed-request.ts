import { Webhook } from 'standardwebhooks';
import type { JobOf } from '../../domain/ports/post-action-desks.ts';

/** Of a secret (Standard Webhooks 1.0.0, "signature scheme"): fewer could be guessed from what they signed. */
const LEAST_BYTES = 24;

/** What goes over the wire, signed. */
export interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * A job as Standard Webhooks 1.0.0 has it: the id is the job's, so that a repetition is known by it; the signature is over
 * id, time and body. Everything that somebody could have chosen is a JSON string of its own. `secret` is base64, with or without
 * `whsec_`; what is none throws an Error that does not quote it.
 */
export function signedRequest(job: JobOf<'webhook'>, secret: string, now: number): SignedRequest {
  const { id, action, at, reference, person, account, work } = job;
  const body = JSON.stringify({
    type: `latchkey.${action}`,
    id,
    at: new Date(at).toISOString(),
    text: work.text,
    reference,
    person: { ...person, ...account },
  });
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now / 1000)),
      'webhook-signature': signerOf(secret).sign(id, new Date(now), body),
    },
  };
}

function signerOf(secret: string): Webhook {
  const text = secret.trim();
  const signer = readSigner(text);
  if (Buffer.from(text.replace(/^whsec_/, ''), 'base64').length < LEAST_BYTES)
    throw new Error(`the secret has fewer than ${LEAST_BYTES} bytes`);
  return signer;
}

function readSigner(secret: string): Webhook {
  try {
    return new Webhook(secret);
  } catch {
    throw new Error('the secret is not base64');
  }
}
