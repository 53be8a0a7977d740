import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CannotStart } from './cannot-start.ts';

/** What is answered over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

/** A request with its whole body. */
export interface HttpRequest {
  readonly method: string;
  /** As sent: path and query. */
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
  /** The peer's address, from the socket. */
  readonly sourceIp: string;
}

export interface LoopbackServer {
  readonly port: number;
  /** From now on this answers; requests that came before wait for it. */
  answerWith(answer: (request: HttpRequest) => Promise<HttpAnswer>): void;
  /** Cuts every connection and stops listening. */
  stop(): Promise<void>;
}

/** What API Gateway takes; far more than any function of ours reads. */
const MOST_BYTES = 10 * 1024 * 1024;

/**
 * Listens on 127.0.0.1 and nowhere else (`port` 0: any free one). A client that goes away in the middle disturbs nobody.
 * Throws CannotStart when the port is taken.
 */
export async function listenOnLoopback(port: number): Promise<LoopbackServer> {
  const { promise: answering, resolve: answerWith } =
    Promise.withResolvers<(request: HttpRequest) => Promise<HttpAnswer>>();
  const server = createServer((request, response) => {
    void (async () => {
      const answer = await answered(request, answering);
      if (answer) reply(response, answer, request.method === 'HEAD');
    })();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(taken(port, cause)));
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    answerWith,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

const taken = (port: number, cause: unknown): CannotStart =>
  new CannotStart(`Port ${port} cannot be listened on; choose another with --port.`, { cause });

/** The answer to one request; undefined when its client went away before it was whole. */
async function answered(
  request: IncomingMessage,
  answering: Promise<(request: HttpRequest) => Promise<HttpAnswer>>,
): Promise<HttpAnswer | undefined> {
  try {
    const body = await bodyOf(request);
    if (body === 'too-large') return plain(413, 'Too large');
    const answer = await answering;
    return await answer({
      method: request.method ?? '',
      target: request.url ?? '',
      headers: pairs(request.rawHeaders),
      body,
      sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
    });
  } catch (error) {
    if (request.destroyed && !request.complete) return undefined;
    console.error(`latchkey: a request could not be answered: ${String(error)}`);
    return plain(502, 'Bad gateway');
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | 'too-large'> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // What follows is read and forgotten, so that the answer still reaches who is sending.
    if (bytes <= MOST_BYTES) chunks.push(chunk);
  }
  return bytes > MOST_BYTES ? 'too-large' : Buffer.concat(chunks);
}

/** The headers as they came, several of one name included. */
const pairs = (raw: readonly string[]): readonly (readonly [string, string])[] =>
  raw.flatMap((name, at) => (at % 2 === 0 ? [[name.toLowerCase(), raw[at + 1] ?? ''] as const] : []));

function reply(response: ServerResponse, { status, headers, body }: HttpAnswer, headOnly: boolean): void {
  for (const [name, value] of Object.entries(headers))
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  response.writeHead(status).end(headOnly ? undefined : body);
}

/** A short answer in words. */
export const plain = (status: number, text: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: `${text}\n`,
});
