import { ACE_FLAG, accessListOf } from './access-list.ts';
import type { Entry } from './entry.ts';
import { tokenGroups } from './membership.ts';
import { WELL_KNOWN } from './security-identifier.ts';
import type { World } from './world.ts';

/** Who is bound to a connection. */
export interface Requester {
  readonly entry: Entry;
  /** Its own SID, its groups', and those everybody has who signed in. */
  readonly sids: ReadonlySet<string>;
}

export function requesterOf(world: World, entry: Entry): Requester {
  const sids = [...tokenGroups(world, entry), WELL_KNOWN.everyone, WELL_KNOWN.authenticatedUsers];
  return { entry, sids: new Set(entry.sid ? [entry.sid, ...sids] : sids) };
}

/**
 * Whether the requester has `mask` on an object, for one right or attribute (`object`) when given. The first entry of
 * the access list that speaks of it decides (MS-ADTS 5.1.3.3).
 */
export function isAllowed(
  world: World,
  requester: Requester,
  entry: Entry,
  mask: number,
  object?: string,
): boolean {
  const self = requester.entry.key === entry.key;
  const deciding = accessListOf(world, entry).aces.find(
    (ace) =>
      (ace.flags & ACE_FLAG.inheritOnly) === 0 &&
      (ace.mask & mask) !== 0 &&
      (ace.object === undefined || ace.object === object) &&
      (requester.sids.has(ace.sid) || (self && ace.sid === WELL_KNOWN.self)),
  );
  return deciding?.allow ?? false;
}
