import { request } from 'node:https';
import type { SignedRequest } from './signed-request.ts';

export interface Posting {
  /** From the first packet to the status line. */
  readonly withinMs: number;
  /** PEM of the authorities that may vouch for the address; the public ones, when left out. */
  readonly ca?: string | undefined;
}

/**
 * One HTTPS POST to one address, never followed anywhere else: answers the status. Nothing of the reply's body is read. Throws an
 * Error that says what went wrong in a few words, and nothing the other side said.
 */
export function postOnce(
  url: URL,
  { headers, body }: SignedRequest,
  { withinMs, ca }: Posting,
): Promise<number> {
  const signal = AbortSignal.timeout(withinMs);
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'latchkey' },
        signal,
        agent: false,
        ...(ca !== undefined && { ca }),
      },
      (reply) => {
        resolve(reply.statusCode ?? 0);
        reply.destroy();
      },
    );
    sent.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(signal.aborted ? `no answer within ${withinMs} ms` : (error.code ?? 'it broke'))),
    );
    sent.end(body);
  });
}
