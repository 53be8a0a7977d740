/** What can be wrong with a copy of the sealed trail. */
export const FAULTS = {
  edited: 'not as it was sealed',
  missing: 'missing',
  unreadable: 'cannot be read',
  'out-of-order': 'where it does not belong',
  twofold: 'sealed under an id that an event before it has, and says something else',
  broken: 'does not continue what is before it',
  truncated: 'cut off: a root has signed more',
  forked: 'another chain than the one that was signed',
  unsigned: 'after the newest root: nobody has signed it; copy the archive again in ten minutes',
  'root-edited': 'not as it was signed',
  'root-missing': 'missing',
  'root-broken': 'does not continue the root before it',
  'root-signature': 'not signed by a key that was given',
  'root-back': 'says less than the root before it',
  'root-unexpected': 'not what was expected',
  'root-old': 'too old to be the newest root',
  stranger: 'no file of the trail',
} as const;
export type FaultKind = keyof typeof FAULTS;

/** One thing that is wrong: where, and with which events of which shard. */
export interface Fault {
  readonly kind: FaultKind;
  /** A file's name in the archive. */
  readonly file: string;
  readonly shard?: number;
  /** Sequence numbers of events, first and last. */
  readonly from?: number;
  readonly to?: number;
  readonly detail?: string;
}

/** A fault as a person reads it. */
export function faultLine({ kind, file, shard, from, to, detail }: Fault): string {
  const events = from === undefined ? [] : [from === to ? `event ${from}` : `events ${from} to ${to}`];
  const where = [file, ...(shard === undefined ? [] : [`shard ${shard}`]), ...events].join(', ');
  return `${kind}: ${where}: ${FAULTS[kind]}${detail === undefined ? '' : ` (${detail})`}`;
}

/** Faults of one kind in events that follow each other, as one. */
export async function* together(faults: AsyncIterable<Fault>): AsyncGenerator<Fault> {
  let held: Fault | undefined;
  for await (const fault of faults) {
    if (held && continues(held, fault)) held = { ...held, ...(fault.to !== undefined && { to: fault.to }) };
    else {
      if (held) yield held;
      held = fault;
    }
  }
  if (held) yield held;
}

const continues = (held: Fault, next: Fault): boolean =>
  held.kind === next.kind &&
  held.file === next.file &&
  held.detail === next.detail &&
  held.to !== undefined &&
  next.from === held.to + 1;
