import { AwsFault } from './aws-fault.ts';

/** Breaks operations on purpose, for tests. */
export interface Faults {
  /** The next `times` calls of the operation answer this error; by default a server's InternalFailure, which SDKs repeat. */
  readonly fail: (
    operation: string,
    times: number,
    error?: { readonly code: string; readonly status: number },
  ) => void;
  /** Throws if this call is one of those to fail. */
  check(operation: string): void;
}

/** Faults to come, counted down by operation name. */
export function plannedFaults(): Faults {
  const planned = new Map<string, { times: number; code: string; status: number }>();
  return {
    fail(operation, times, error = { code: 'InternalFailure', status: 500 }) {
      planned.set(operation, { times, ...error });
    },
    check(operation) {
      const fault = planned.get(operation);
      if (fault === undefined || fault.times <= 0) return;
      fault.times -= 1;
      throw new AwsFault(fault.code, `Asked to fail ${operation}`, fault.status);
    },
  };
}
