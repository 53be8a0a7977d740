const TICKS_PER_MS = 10_000n;
/** 1601-01-01 to 1970-01-01, in milliseconds. */
const EPOCH_OFFSET_MS = 11_644_473_600_000n;
const NEVER = 9_223_372_036_854_775_807n;

/** A FILETIME (decimal 100-ns ticks since 1601, MS-DTYP 2.3.3) as epoch milliseconds; undefined for 0, never, or no number. */
export function fromFiletime(text: string | undefined): number | undefined {
  const ticks = ticksOf(text);
  return ticks === undefined || ticks <= 0n || ticks === NEVER
    ? undefined
    : Number(ticks / TICKS_PER_MS - EPOCH_OFFSET_MS);
}

/** An AD duration (negative 100-ns ticks) in milliseconds; 0 for none and for "forever" (-2^63). */
export function fromDuration(text: string | undefined): number {
  const ticks = ticksOf(text);
  return ticks === undefined || ticks >= 0n || ticks <= -NEVER ? 0 : Number(-ticks / TICKS_PER_MS);
}

const ticksOf = (text: string | undefined): bigint | undefined =>
  text !== undefined && /^-?\d{1,20}$/.test(text) ? BigInt(text) : undefined;
