import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:https';
import type { Trust } from './trust.ts';

/** From the first byte sent to the last one read, the connection included. */
const DEADLINE_MS = 2_000;
const MOST_BYTES = 4 * 1024;

/** A 200 answer, whole. */
export interface Answered {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks once, over a connection of its own. Rejects with an Error when no 200 answer of at most 4 KB came within two seconds; leads elsewhere are not followed. */
export function exchange(
  address: URL,
  { client, authority }: Trust,
  { body, headers }: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
): Promise<Answered> {
  const agent = new Agent({
    keepAlive: false,
    minVersion: 'TLSv1.2',
    ...(client && { cert: client.certificate, key: client.key }),
    ...(authority !== undefined && { ca: authority }),
  });
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const give = (why: Error) =>
      reject(signal.aborted ? new Error(`no whole answer within ${DEADLINE_MS} ms`, { cause: why }) : why);
    const sent = request(address, {
      method: 'POST',
      agent,
      signal,
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        accept: 'application/json',
        'user-agent': 'Latchkey',
      },
    });
    sent.on('error', give);
    sent.on('response', (answer) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      answer.on('error', give);
      answer.on('data', (part: Buffer) => {
        bytes += part.length;
        parts.push(part);
        if (bytes > MOST_BYTES) answer.destroy(new Error(`its answer has more than ${MOST_BYTES} bytes`));
      });
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve({ headers: answer.headers, body: Buffer.concat(parts).toString('utf8') })
          : give(new Error(`it answered ${String(answer.statusCode)}`)),
      );
    });
    sent.end(body);
  });
}
