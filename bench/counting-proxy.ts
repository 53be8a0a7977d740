import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A loopback proxy that counts what passes, by AWS operation; a transaction counts its items. */
export interface CountingProxy {
  readonly url: string;
  counts(): Readonly<Record<string, number>>;
  reset(): void;
  stop(): void;
}

/** Starts a proxy in front of `target`; it runs in this process, not in the measured one. */
export async function countingProxy(target: string): Promise<CountingProxy> {
  const counts = new Map<string, number>();
  const agent = new Agent({ keepAlive: true });
  const server = createServer((incoming, answer) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const operation = operationOf(incoming.headers['x-amz-target'], incoming.url ?? '');
      counts.set(operation, (counts.get(operation) ?? 0) + weight(operation, body));
      const onward = request(
        new URL(incoming.url ?? '/', target),
        { method: incoming.method, headers: incoming.headers, agent },
        (reply) => {
          answer.writeHead(reply.statusCode ?? 502, reply.headers);
          reply.pipe(answer);
        },
      );
      onward.on('error', () => answer.destroy());
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts: () => Object.fromEntries(counts),
    reset: () => counts.clear(),
    stop: () => {
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** `DynamoDB.UpdateItem` of `DynamoDB_20120810.UpdateItem`; SES has no target header but a path. */
const operationOf = (target: string | string[] | undefined, path: string): string =>
  typeof target === 'string'
    ? target.replace(/^DynamoDB_\d+\./, 'DynamoDB.').replace(/^TrentService\./, 'KMS.')
    : path.replace('/v2/email/outbound-emails', 'SES.SendEmail');

const weight = (operation: string, body: Buffer): number =>
  operation === 'DynamoDB.TransactWriteItems'
    ? ((JSON.parse(body.toString()) as { TransactItems?: unknown[] }).TransactItems?.length ?? 1)
    : 1;
