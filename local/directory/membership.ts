import type { Entry } from './entry.ts';
import type { World } from './world.ts';

/** Groups that list `entry` itself as a member; never its primary group. */
export const directGroups = (world: World, entry: Entry): readonly Entry[] => world.groupsOf(entry);

/** Every group above `start`, through any number of groups; circles are walked once. */
export function groupsAbove(world: World, ...start: readonly Entry[]): readonly Entry[] {
  const found = new Set<Entry>();
  const waiting = [...start];
  for (let entry = waiting.pop(); entry; entry = waiting.pop())
    for (const group of directGroups(world, entry))
      if (!found.has(group)) {
        found.add(group);
        waiting.push(group);
      }
  return [...found];
}

/** tokenGroups: the SIDs of all groups of an account, nested ones, the primary one and those above it included. */
export function tokenGroups(world: World, entry: Entry): readonly string[] {
  const primarySid = `${world.domain.sid}-${entry.attributes['primaryGroupID']?.[0] ?? ''}`;
  const primary = world.indexes().withSid(primarySid);
  const groups = new Set([
    ...(primary ? [primary] : []),
    ...groupsAbove(world, entry, ...(primary ? [primary] : [])),
  ]);
  return [...groups].flatMap(({ sid }) => (sid ? [sid] : []));
}
