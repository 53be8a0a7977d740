import { ROUTE_KEYS, routeSpec } from '../lambdas/api.ts';
import type { MemoryMeasured } from './memory.ts';

/** Lambda gives one whole processor at so many MB, and of it in proportion below (AWS's documentation; not measured here). */
const ONE_PROCESSOR = 1769;
/** The sizes that are chosen from, in MB. Below the first, even the smallest function needs more than a second for its start. */
export const SIZES = [512, 1024, ONE_PROCESSOR] as const;
export type Size = (typeof SIZES)[number];
/** Of the memory there is, so much may be taken: arm64 and larger directories were not measured. */
const FILLED = 2 / 3;

const ANSWERING: ReadonlySet<string> = new Set(ROUTE_KEYS.map((key) => routeSpec(key).by));
/** How long the CPU of a start with its first answer may take, in milliseconds; and that of a warm call. */
const PATIENCE = {
  'looks at a page': { first: 500, call: 150 },
  // For a code by e-mail.
  'waits for a letter': { first: 1_000, call: 150 },
  'does not wait': { first: Number.POSITIVE_INFINITY, call: Number.POSITIVE_INFINITY },
} as const;

/** One run of the bench differs from the next by so much: no size is to change with it. */
const SPREAD = 1.1;

/** What somebody does meanwhile. */
export const whoWaits = (name: string): keyof typeof PATIENCE =>
  ANSWERING.has(name) ? 'looks at a page' : name === 'outbox-sender' ? 'waits for a letter' : 'does not wait';

/** How long that much CPU takes a function of that size, in milliseconds. */
export const at = (size: Size, cpuMs: number): number => Math.round((cpuMs * ONE_PROCESSOR) / size);

/** The smallest size in which a function has room, and in which nobody waits longer than they like to. */
export function memorySize({ name, firstMs, callMs, peakMiB }: MemoryMeasured): Size {
  const { first, call } = PATIENCE[whoWaits(name)];
  const enough = SIZES.find(
    (size) =>
      peakMiB <= size * FILLED && at(size, firstMs) <= first * SPREAD && at(size, callMs) <= call * SPREAD,
  );
  return enough ?? ONE_PROCESSOR;
}
