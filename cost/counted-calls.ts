import counted from './counted-calls.json' with { type: 'json' };
import type { Calls } from './usd-of-calls.ts';

/** What one way through the product takes, of AWS: calls by operation, and runs by function. */
export interface CountedFlow {
  readonly calls: Calls;
  readonly runs: Readonly<Record<string, number>>;
}

/** The ways that are counted, as somebody with a browser goes them, from the first page to the last. */
const COUNTED_FLOWS = ['reset', 'unlock', 'abandoned', 'registration', 'passwordChange'] as const;
export type CountedName = (typeof COUNTED_FLOWS)[number];

/**
 * Counted by test/cost/counted-calls.test.ts on every run of the tests, over DynamoDB Local and a stand-in for KMS; it fails when this
 * file says otherwise. `vitest run -u test/cost` writes it anew.
 */
export const COUNTED: {
  readonly flows: Readonly<Record<CountedName, CountedFlow>>;
  /** One run of a function that finds nothing to do. */
  readonly idle: Readonly<Record<string, Calls>>;
} = counted;
