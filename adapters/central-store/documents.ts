import { Failure } from '../../domain/failure.ts';
import { readStored, type RecordSchema } from './read-stored.ts';

/**
 * The most bytes (UTF-8) that one document may have, in either store: DynamoDB takes rows of up to 400 KB, and what is
 * made locally must go into the cloud too.
 */
export const LARGEST_DOCUMENT = 350_000;

/**
 * A record as JSON, so that it comes back with its keys in their order and with whatever an unfinished draft holds. Throws
 * a Failure (`record-too-large`) that names `what`, how large it is and what is allowed.
 */
export function documentOf(record: object, what: string): string {
  const text = JSON.stringify(record);
  const bytes = Buffer.byteLength(text);
  if (bytes <= LARGEST_DOCUMENT) return text;
  throw new Failure(
    'record-too-large',
    `${what} is ${bytes} bytes, and the central store keeps at most ${LARGEST_DOCUMENT} in one record`,
  );
}

/** Reads a record that was kept as JSON, or throws a Failure (`store-corrupt`) that names `what`. */
export function readDocument<T>(schema: RecordSchema<T>, stored: unknown, what: string): T {
  return readStored(schema, parsed(stored, what), what);
}

function parsed(stored: unknown, what: string): unknown {
  try {
    return JSON.parse(String(stored));
  } catch (cause) {
    throw new Failure('store-corrupt', `the central store holds a malformed ${what}: no JSON`, { cause });
  }
}
