import * as z from 'zod/mini';
import type { Failure } from '../../domain/failure.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ExternalResponses } from '../../domain/ports/external-responses.ts';
import { externalResponses } from './external-responses.ts';

const choice = () =>
  z.strictObject({
    url: z.url({ protocol: /^https$/ }),
    host: z.string().check(z.minLength(1)),
    secretId: z.string().check(z.minLength(1)),
  });

export interface JoinedBy {
  /** Reads a secret by its id. */
  readonly secretOf: (secretId: string) => () => Promise<string>;
  readonly clock: Clock;
  readonly onTrouble?: (trouble: Failure) => void;
}

/**
 * The service that LATCHKEY_EXTERNAL_RESPONSES names: `{"url", "host", "secretId"}`, or `none`, which then never answers.
 * Throws an Error for anything else, which stops a function at once.
 */
export function externalResponsesFrom(
  json: string,
  { secretOf, clock, onTrouble }: JoinedBy,
): ExternalResponses {
  if (json === 'none') return { ask: async () => 'unavailable' };
  const read = choice().safeParse(JSON.parse(json));
  if (!read.success) throw new Error(`LATCHKEY_EXTERNAL_RESPONSES names no service: ${json}`);
  const { url, host, secretId } = read.data;
  return externalResponses({ url, host, secret: secretOf(secretId), clock, ...(onTrouble && { onTrouble }) });
}
