import type { GroupRef, UserRef } from './audience.ts';

/** One entry of the block list: a user or a group to whom nothing is offered. */
export type BlockEntry = (
  { readonly user: UserRef; readonly group?: never } | { readonly group: GroupRef; readonly user?: never }
) & {
  readonly reason: string;
  /** When it ends, as an ISO 8601 instant; never, when left out. */
  readonly until?: string;
};

/** The entry that blocks somebody now; undefined when none does. Beats every user configuration; pure. */
export function blockedBy(
  candidate: { readonly person: { readonly guid: string }; readonly groups: readonly string[] },
  list: readonly BlockEntry[],
  now: number,
): BlockEntry | undefined {
  const groups = new Set(candidate.groups);
  return list.find(
    ({ user, group, until }) =>
      // An end that can't be read ends nothing.
      (until === undefined || !(now >= Date.parse(until))) &&
      // A list that somebody typed: a block that a capital letter switches off is none.
      (user ? user.guid.toLowerCase() === candidate.person.guid : groups.has(group?.sid.toUpperCase() ?? '')),
  );
}
