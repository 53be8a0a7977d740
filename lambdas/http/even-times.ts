import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';
import type { MiddlewareObj } from '@middy/core';
import type { Incoming } from './passage.ts';

/** Answers about names leave after a whole number of these, in milliseconds. */
export const EVEN_STEP_MS = 25;

/**
 * Holds each answer back to the next whole step since its request came. The work is the same for every name (decoy.ts,
 * claim-finding.ts); what is left, some tenths of a millisecond, ends here. An answer that is late is late by a step.
 */
export function evenTimes(stepMs: number): MiddlewareObj<Incoming> {
  const cameAt = new WeakMap<Incoming, number>();
  const hold = async ({ event }: { readonly event: Incoming }): Promise<void> => {
    const began = cameAt.get(event) ?? 0;
    const leaves = began + Math.ceil((performance.now() - began) / stepMs) * stepMs;
    // A timer fires up to a millisecond off, by when the work was done: the last one is waited out.
    await pause(Math.max(0, leaves - performance.now() - 2));
    while (performance.now() < leaves) await breathe();
  };
  return {
    before: ({ event }) => void cameAt.set(event, performance.now()),
    after: hold,
    onError: hold,
  };
}
