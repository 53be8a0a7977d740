import type { AccountState } from './entry.ts';
import type { Filetime } from './filetime.ts';

/** The parts of an account that travel between domain controllers, each as one. */
export type Part = 'password' | 'lock' | 'rest';
/** When each part was last changed, wherever that was; parts that never were are left out. */
export type Stamps = Readonly<Partial<Record<Part, Filetime>>>;

const PASSWORD = ['passwords', 'passwordLastSet', 'replacedAt'] as const satisfies (keyof AccountState)[];
/** Counted by each domain controller for itself (MS-ADTS 3.1.1.1.9: not replicated). */
const LOCAL = [
  'badPasswordCount',
  'badPasswordTime',
  'lastLogon',
  'logonCount',
] as const satisfies (keyof AccountState)[];

/** The part a property belongs to; undefined for what stays where it is. */
function partOf(property: string): Part | undefined {
  if (LOCAL.some((name) => name === property)) return undefined;
  if (PASSWORD.some((name) => name === property)) return 'password';
  return property === 'lockoutTime' ? 'lock' : 'rest';
}

/** The stamps after a change that was made here and now. */
export function stamped(
  stamps: Stamps,
  before: AccountState | undefined,
  after: AccountState,
  now: Filetime,
): Stamps {
  const changed = Object.entries(after).flatMap(([property, value]) =>
    before && before[property as keyof AccountState] === value ? [] : (partOf(property) ?? []),
  );
  return { ...stamps, ...Object.fromEntries(changed.map((part) => [part, now])) };
}

/** An account with its stamps. */
export interface Replica {
  readonly state: AccountState;
  readonly stamps: Stamps;
}

/** Of each part the one that was changed last (MS-ADTS 3.1.1.1.9 compares versions first; clocks are one here). */
export function merged(own: Replica, other: Replica): Replica {
  const isNewer = (part: Part): boolean => (other.stamps[part] ?? 0n) > (own.stamps[part] ?? 0n);
  const taken = Object.entries(other.state).filter(([property]) => {
    const part = partOf(property);
    return part !== undefined && isNewer(part);
  });
  const stamps = Object.entries(other.stamps).filter(([part]) => isNewer(part as Part));
  return {
    state: { ...own.state, ...Object.fromEntries(taken) },
    stamps: { ...own.stamps, ...Object.fromEntries(stamps) },
  };
}
