import { Failure } from '../../domain/failure.ts';
import { readStored, type RecordSchema } from '../central-store/read-stored.ts';

/** Reads a JSON column, or throws a Failure (`store-corrupt`) that names `what`. */
export function readDocument<T>(schema: RecordSchema<T>, column: unknown, what: string): T {
  return readStored(schema, parsed(column, what), what);
}

function parsed(column: unknown, what: string): unknown {
  try {
    return JSON.parse(String(column));
  } catch (cause) {
    throw new Failure('store-corrupt', `the central store holds a malformed ${what}: no JSON`, { cause });
  }
}
