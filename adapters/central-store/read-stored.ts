import type * as z from 'zod/mini';
import { Failure } from '../../domain/failure.ts';

/**
 * What a stored record must look like, and the domain's type of it. Records that are rewritten whole are loose, so
 * that a build which does not know a later one's field does not drop it.
 */
export type RecordSchema<T> = z.ZodMiniType<T>;

/**
 * Reads a stored record, and lets nothing through that is not one: `what` names it in the Failure (`store-corrupt`),
 * which lists the paths that are wrong and never a value.
 */
export function readStored<T>(schema: RecordSchema<T>, stored: unknown, what: string): T {
  const read = schema.safeParse(stored);
  if (read.success) return read.data;
  const paths = read.error.issues.map(({ path }) => path.map(String).join('.') || '(all of it)');
  throw new Failure('store-corrupt', `the central store holds a malformed ${what}: ${paths.join(', ')}`);
}
