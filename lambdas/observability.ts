import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { embeddedMeter } from './embedded-meter.ts';
import { environmentOf, type FunctionName } from './environment.ts';
import type { Journal } from './http/site.ts';

/** How a function on AWS tells what it does: JSON lines and EMF, on standard output; and the layers that write them out. */
export function observability(name: FunctionName) {
  const logger = new Logger({ serviceName: name });
  const environment = environmentOf(name).read('LATCHKEY_ENVIRONMENT');
  // Not by the console, before whose lines Lambda would write the time.
  const toOutput = (line: string) => void process.stdout.write(`${line}\n`);
  const { meter, publish } = embeddedMeter({ service: name, environment }, toOutput);
  const journal: Journal = {
    info: (message, fields) => logger.info(message, fields),
    error: (message, fields, cause) => logger.error(message, { ...fields, cause: causeOf(cause) }),
  };
  return { journal, meter, layers: [injectLambdaContext(logger), { after: publish, onError: publish }] };
}

/** An error by name and message, and those of its causes; no stack of ours quotes arguments, no message of ours holds a secret. */
function causeOf(error: unknown, depth = 3): string {
  if (!(error instanceof Error)) return 'not an error';
  const rest = error.cause !== undefined && depth > 0 ? ` ← ${causeOf(error.cause, depth - 1)}` : '';
  return `${error.name}: ${error.message}${rest}`;
}
