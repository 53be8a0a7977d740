import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createAuthority } from '../../local/directory/certificates.ts';

/** A question as the service took it. */
export interface Question {
  readonly version: number;
  readonly nonce: string;
  readonly person: { readonly domain: string; readonly guid: string };
  readonly responses: Readonly<Record<string, string>>;
}

/** How a question is answered; `sign` makes the headers of a signed reply. */
export type Answering = (
  reply: ServerResponse,
  question: Question,
  sign: (body: string) => Readonly<Record<string, string>>,
) => void;

/** A service for external responses on loopback, over real TLS, written from docs/external-responses.md alone. */
export interface ResponsesService {
  readonly url: string;
  readonly host: string;
  /** The text of the secret. */
  readonly secret: string;
  readonly asked: readonly { readonly headers: IncomingHttpHeaders; readonly question: Question }[];
  /** How it answers from now on; `undefined`: as it should. */
  answer(how: Answering | undefined): void;
  stop(): Promise<void>;
}

export const KINDS = ['hmac', 'mutual-tls'] as const;

/** `right` judges a question. Whoever does not sign is answered 401; whoever shows no certificate gets no connection. */
export async function startResponsesService(
  kind: (typeof KINDS)[number],
  right: (question: Question) => boolean,
): Promise<ResponsesService> {
  const authority = createAuthority('Responses Test CA');
  const { certificate, key } = authority.issue(['localhost']);
  const client = authority.issue(['latchkey.example.com']);
  const hmacKey = randomBytes(32);
  const asked: { headers: IncomingHttpHeaders; question: Question }[] = [];
  let instead: Answering | undefined;

  const tag = (direction: string, at: string, body: string) =>
    `v1=${createHmac('sha256', hmacKey).update(`${direction}\n${at}\n${body}`).digest('hex')}`;
  const sign = (body: string) => {
    const at = String(Math.floor(Date.now() / 1000));
    return { 'latchkey-timestamp': at, 'latchkey-signature': tag('reply', at, body) };
  };
  const knows = ({ headers }: IncomingMessage, body: string): boolean => {
    if (kind === 'mutual-tls') return true;
    const given = Buffer.from(String(headers['latchkey-signature']));
    const expected = Buffer.from(tag('request', String(headers['latchkey-timestamp']), body));
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
  const server = createServer({
    cert: certificate,
    key,
    ca: authority.certificate,
    requestCert: kind === 'mutual-tls',
  });
  server.on('request', (request, reply) => {
    void (async () => {
      const body = Buffer.concat(await Array.fromAsync(request)).toString('utf8');
      if (!knows(request, body)) return void reply.writeHead(401).end();
      const question = JSON.parse(body) as Question;
      asked.push({ headers: request.headers, question });
      if (instead) return instead(reply, question, sign);
      const said = JSON.stringify({ version: 1, nonce: question.nonce, verified: right(question) });
      reply.writeHead(200, kind === 'hmac' ? sign(said) : {}).end(said);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `localhost:${String((server.address() as AddressInfo).port)}`;
  return {
    url: `https://${host}/verify`,
    host,
    secret: JSON.stringify({
      authority: authority.certificate,
      ...(kind === 'hmac' ? { hmacKey: hmacKey.toString('base64') } : client),
    }),
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
