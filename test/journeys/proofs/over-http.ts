import { Agent, request } from 'node:http';

/** A request to the product, as plain as it goes over the wire. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** What came back, headers in the order and spelling in which they came. */
export interface Answered {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** Sends one request on a connection of its own among those that are free. */
export function ask(origin: string, { method, path, headers = {}, body }: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    // Said outright: left to itself, Node sends the body of a GET without a length.
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = { agent, method, path, headers: { ...headers, ...length } };
    const sent = request(new URL(origin), options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: pairs(response.rawHeaders),
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const pairs = (raw: readonly string[]): readonly (readonly [string, string])[] =>
  raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as const] : []));

export const headerIn = ({ headers }: Answered, wanted: string): string | undefined =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1];

/** The object in a JSON answer; empty for anything else. */
export function jsonIn({ body }: Answered): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** A problem's stable code; `done` for what succeeded, the status where there is no code. */
export function codeIn(answer: Answered): string {
  if (answer.status < 300) return 'done';
  const { code } = jsonIn(answer);
  return typeof code === 'string' ? code : String(answer.status);
}
