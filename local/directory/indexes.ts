import type { DnKey } from './distinguished-name.ts';
import type { Entry } from './entry.ts';
import { fold } from './fold.ts';
import { sortedNames } from './sorted-names.ts';
import type { SortedNames } from './sorted-names.ts';

/** By what objects are found without looking at all of them; a domain of 100,000 people could not be served otherwise. */
export interface Indexes {
  find(key: DnKey): Entry | undefined;
  withGuid(guid: string): Entry | undefined;
  withSid(sid: string): Entry | undefined;
  /** Objects with that userPrincipalName, folded. */
  withPrincipalName(upn: string): readonly Entry[];
  /** Objects of a class, or of one derived from it; its name in lower case. */
  ofClass(name: string): readonly Entry[];
  /** Everything that has a sAMAccountName, by it. */
  readonly names: SortedNames;
}

/** Indexes of what never changes about the entries. */
export function indexesOf(entries: readonly Entry[]): Indexes {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const byGuid = new Map(entries.map((entry) => [entry.guid, entry]));
  const bySid = new Map(entries.flatMap((entry) => (entry.sid ? [[entry.sid, entry] as const] : [])));
  const byUpn = grouped(entries, ({ attributes }) => (attributes['userPrincipalName'] ?? []).map(fold));
  const byClass = grouped(entries, ({ classes }) => classes.map((name) => name.toLowerCase()));
  return {
    find: (key) => byKey.get(key),
    withGuid: (guid) => byGuid.get(guid),
    withSid: (sid) => bySid.get(sid),
    withPrincipalName: (upn) => byUpn.get(upn) ?? [],
    ofClass: (name) => byClass.get(name) ?? [],
    names: sortedNames(entries),
  };
}

function grouped(entries: readonly Entry[], keysOf: (entry: Entry) => readonly string[]) {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const key of keysOf(entry)) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  return groups;
}
