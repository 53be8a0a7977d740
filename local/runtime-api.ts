import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { TIMEOUT_MS } from './lambda-context.ts';

/** Lambda's Runtime API for one function: hands its process one event after the other, and takes the answers. */
export interface RuntimeApi {
  /** For AWS_LAMBDA_RUNTIME_API: `host:port`. */
  readonly address: string;
  /** The handler's answer. Rejects with what it threw, when it could not be loaded, and after 29 seconds. */
  invoke(event: unknown): Promise<unknown>;
  /** The process is gone: what it was at work on fails with that reason. What waits, waits for the next process. */
  gone(reason: string): void;
  /** Whether the handler could not be loaded, so that another process would fare no better. */
  broken(): boolean;
  stop(): Promise<void>;
}

interface Invocation {
  readonly id: string;
  readonly event: string;
  readonly settle: PromiseWithResolvers<unknown>;
}

const PREFIX = '/2018-06-01/runtime';

/** Starts it on a free loopback port (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html). */
export async function startRuntimeApi(functionName: string): Promise<RuntimeApi> {
  const queue: Invocation[] = [];
  const working = new Map<string, Invocation>();
  let waiting: ServerResponse | undefined;
  let broken: Error | undefined;

  const hand = (): void => {
    const invocation = waiting && queue.shift();
    if (!waiting || !invocation) return;
    working.set(invocation.id, invocation);
    waiting.writeHead(200, headersOf(functionName, invocation.id)).end(invocation.event);
    waiting = undefined;
  };
  const gone = (reason: string): void => {
    const error = new Error(`${functionName}: ${reason}`);
    for (const { settle } of working.values()) settle.reject(error);
    working.clear();
  };
  const giveUp = (reason: string): void => {
    broken = new Error(`${functionName}: ${reason}`);
    for (const { settle } of queue.splice(0)) settle.reject(broken);
    gone(reason);
  };
  const server = createServer((request, response) => {
    void (async () => {
      if (request.url === `${PREFIX}/invocation/next`) {
        waiting = response;
        response.once('close', () => {
          if (waiting === response) waiting = undefined;
        });
        return hand();
      }
      const body = await text(request);
      if (request.url === `${PREFIX}/init/error`) giveUp(`could not be loaded: ${body}`);
      else finish(working, request, body);
      response.writeHead(202).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    async invoke(event) {
      if (broken) throw broken;
      const settle = Promise.withResolvers<unknown>();
      queue.push({ id: randomUUID(), event: JSON.stringify(event), settle });
      hand();
      const timer = setTimeout(
        () => settle.reject(new Error(`${functionName}: no answer in ${TIMEOUT_MS} ms`)),
        TIMEOUT_MS,
      );
      return settle.promise.finally(() => clearTimeout(timer));
    },
    gone,
    broken: () => broken !== undefined,
    async stop() {
      giveUp('stopped');
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

const headersOf = (functionName: string, id: string) => ({
  'content-type': 'application/json',
  'lambda-runtime-aws-request-id': id,
  'lambda-runtime-deadline-ms': String(Date.now() + TIMEOUT_MS),
  'lambda-runtime-invoked-function-arn': `arn:aws:lambda:eu-west-1:000000000000:function:${functionName}`,
});

function finish(working: Map<string, Invocation>, { url }: IncomingMessage, body: string): void {
  const [, id = '', how] = /\/invocation\/([^/]+)\/(response|error)$/.exec(url ?? '') ?? [];
  const settle = working.get(id)?.settle;
  working.delete(id);
  if (how === 'response') settle?.resolve(body === '' ? undefined : JSON.parse(body));
  else settle?.reject(new Error(body));
}
