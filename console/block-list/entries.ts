import type { BlockEntry, DirectoryObject } from '../../client/client.ts';

/** Whom an entry blocks, as people read it. */
export const blockedName = (entry: BlockEntry): string =>
  'user' in entry ? entry.user.name : entry.group.name;

export const blockedKind = (entry: BlockEntry): 'User' | 'Group' => ('user' in entry ? 'User' : 'Group');

const idOf = (entry: BlockEntry): string => ('user' in entry ? entry.user.guid : entry.group.sid);

/** What tells entries apart: kind and id; the name, as long as nobody has looked it up. */
export const entryKey = (entry: BlockEntry): string =>
  `${blockedKind(entry)} ${(idOf(entry) || blockedName(entry)).toLowerCase()}`;

/** An entry that blocks what was found in the directory. `day` is an ISO date, or empty for no end. */
export const blockEntry = (
  { kind, name, id }: Pick<DirectoryObject, 'kind' | 'name' | 'id'>,
  reason: string,
  day: string,
): BlockEntry => {
  const rest = { reason: reason.trim(), ...(day !== '' && { until: `${day}T00:00:00.000Z` }) };
  return kind === 'user' ? { user: { name, guid: id }, ...rest } : { group: { name, sid: id }, ...rest };
};

/** The same block for another reason, or until another day; an end that was not touched keeps its time of day. */
export function changedEntry(entry: BlockEntry, reason: string, day: string): BlockEntry {
  const { until, ...rest } = entry;
  const end = until !== undefined && dayOf(until) === day ? until : `${day}T00:00:00.000Z`;
  return { ...rest, reason: reason.trim(), ...(day !== '' && { until: end }) };
}

/** The day of an end, as a date field wants it. */
export const dayOf = (until: string): string => until.slice(0, 10);

/** When an entry ends, as people read it, in UTC. */
export const endWords = (until: string): string =>
  until.slice(0, 16).replace('T', ', ').replace(', 00:00', '');

export const isEnded = ({ until }: BlockEntry, now: number): boolean =>
  until !== undefined && Date.parse(until) <= now;

/** That somebody is there already, and what is said of them; undefined when they are not. */
export function alreadyBlocked(
  object: Pick<DirectoryObject, 'kind' | 'name' | 'id'>,
  blockList: readonly BlockEntry[],
): string | undefined {
  const name = object.name.toLowerCase();
  const wanted = entryKey(blockEntry(object, '', ''));
  const kind = object.kind === 'user' ? 'User' : 'Group';
  const there = blockList.find(
    (entry) =>
      entryKey(entry) === wanted ||
      (blockedKind(entry) === kind && idOf(entry) === '' && blockedName(entry).toLowerCase() === name),
  );
  if (!there) return undefined;
  const end = there.until === undefined ? 'for good' : `until ${endWords(there.until)}`;
  return `${kind} ${blockedName(there)} is already on the block list, ${end}: “${there.reason}”. Edit that entry instead.`;
}
