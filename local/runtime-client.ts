import { request } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { lambdaContext } from './lambda-context.ts';

/**
 * What Lambda's Node.js runtime does, in short: loads the handler of `index.mjs` in the working directory, and asks the
 * Runtime API for one event after the other. A program of its own, for one bundle; plain Node runs it.
 */
const api = `http://${process.env['AWS_LAMBDA_RUNTIME_API'] ?? ''}/2018-06-01/runtime`;

/** fetch gives up on an answer after five minutes; the next event may come much later. */
const ask = (method: string, url: string, body?: string) =>
  new Promise<{ readonly id: string; readonly body: string }>((resolve, reject) => {
    const asking = request(api + url, { method }, (response) => {
      const id = String(response.headers['lambda-runtime-aws-request-id'] ?? '');
      text(response).then((answer) => resolve({ id, body: answer }), reject);
    });
    asking.once('error', reject).end(body);
  });

const told = (error: unknown): string =>
  JSON.stringify(
    error instanceof Error
      ? { errorType: error.name, errorMessage: error.message }
      : { errorType: 'unknown', errorMessage: String(error) },
  );

type Handler = (event: unknown, context: ReturnType<typeof lambdaContext>) => Promise<unknown>;

async function loaded(): Promise<Handler> {
  try {
    const bundle: unknown = await import(pathToFileURL(path.resolve('index.mjs')).href);
    return (bundle as { handler: Handler }).handler;
  } catch (error) {
    await ask('POST', '/init/error', told(error));
    process.exit(1);
  }
}

const handler = await loaded();
for (;;) {
  // The server is gone when this is refused, and then so are we.
  const { id, body } = await ask('GET', '/invocation/next').catch(() => process.exit(0));
  try {
    const context = lambdaContext(process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? '', id);
    const answer = await handler(JSON.parse(body), context);
    await ask('POST', `/invocation/${id}/response`, JSON.stringify(answer) ?? '');
  } catch (error) {
    await ask('POST', `/invocation/${id}/error`, told(error));
  }
}
