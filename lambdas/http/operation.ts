import { BadRequest } from './bad-request.ts';

/** What we take as an idempotency key (draft-ietf-httpapi-idempotency-key-header): 8 to 64 plain characters, quotes allowed. */
const OPERATION = /^"?([A-Za-z0-9_-]{8,64})"?$/;

/** The key of one operation: the same one never acts twice. Throws BadRequest for what is none. */
export function readOperation(given: string | undefined): string {
  const operation = OPERATION.exec(given ?? '')?.[1];
  if (operation === undefined) throw new BadRequest('operation-missing');
  return operation;
}
