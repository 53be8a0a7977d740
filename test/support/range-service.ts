import { createHash } from 'node:crypto';
import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAuthority } from '../../local/directory/certificates.ts';

/** What was asked for: the path, and the headers. */
export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

/** A service for breached passwords on loopback, over real TLS, that knows some passwords. */
export interface RangeService {
  /** Up to where the digits go. */
  readonly url: string;
  /** PEM, for clients to trust. */
  readonly ca: string;
  readonly asked: readonly Asked[];
  /** How it answers from now on, in place of what it knows. */
  readonly answer: (how: ((reply: ServerResponse) => void) | undefined) => void;
  readonly stop: () => Promise<void>;
}

/** Each answer also has a line that fills it up, as padding does: a hash that was seen 0 times, that of `padded`. */
export async function startRangeService(known: readonly string[], padded: string): Promise<RangeService> {
  const authority = createAuthority('Range Service Test CA');
  const { certificate, key } = authority.issue(['localhost', '127.0.0.1']);
  const hashes = new Map(known.map((password) => [hashOf(password), 3]));
  hashes.set(hashOf(padded), 0);
  const asked: Asked[] = [];
  let instead: ((reply: ServerResponse) => void) | undefined;
  const server = createServer({ cert: certificate, key }, ({ url = '', headers }, reply) => {
    asked.push({ path: url, headers });
    if (instead) return instead(reply);
    const start = url.slice('/range/'.length);
    const lines = [...hashes].filter(([hash]) => hash.startsWith(start));
    reply.end(lines.map(([hash, count]) => `${hash.slice(5)}:${String(count)}`).join('\r\n'));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `https://localhost:${String((server.address() as AddressInfo).port)}/range/`,
    ca: authority.certificate,
    asked,
    answer: (how) => {
      instead = how;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

const hashOf = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase();
