/** 100-nanosecond ticks since 1601-01-01, as AD keeps times (MS-DTYP 2.3.3). Beyond 2^53, so always bigint. */
export type Filetime = bigint;

const EPOCH_MS = 11_644_473_600_000n;

/** What AD writes for "never". */
export const NEVER: Filetime = 0x7fff_ffff_ffff_ffffn;

/** A duration in ticks. */
export const ticks = (milliseconds: number): bigint => BigInt(Math.round(milliseconds)) * 10_000n;

/** From epoch milliseconds. */
export const filetimeOf = (epochMs: number): Filetime => ticks(epochMs) + EPOCH_MS * 10_000n;

/** A duration as the domain head keeps it: negative ticks; 0 ms means "never" where `never` says so. */
export const negativeTicks = (milliseconds: number, never = false): string =>
  (never && milliseconds === 0 ? -NEVER - 1n : -ticks(milliseconds)).toString();

/** GeneralizedTime, as in whenChanged. */
export const generalizedTime = (time: Filetime): string =>
  `${new Date(Number(time / 10_000n - EPOCH_MS)).toISOString().replaceAll(/[-:T]|\.\d+Z$/g, '')}.0Z`;
