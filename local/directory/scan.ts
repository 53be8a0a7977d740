import { ACCESS } from './access-list.ts';
import { isAllowed } from './access.ts';
import type { Requester } from './access.ts';
import { dnKey, isWithin, parentKey } from './distinguished-name.ts';
import type { Entry } from './entry.ts';
import { matcher } from './match.ts';
import { namesWithin, narrowed } from './narrow.ts';
import { inOrder } from './order.ts';
import type { SearchRequest } from './request.ts';
import type { SortKey } from './sort-request.ts';
import type { World } from './world.ts';

/** What a search looks at, one object after the other; undefined for each that it does not answer. */
export type Scan = Iterator<Entry | undefined>;

/** Where a search looks. */
export interface Scope {
  readonly base: Entry;
  readonly request: SearchRequest;
  readonly requester: Requester;
}

/** Fewer are sorted at once, rather than sought along all names. */
const FEW = 2_000;

/** The visible objects in scope that match, in the order of `sort` if there is one. */
export function* scan(
  world: World,
  scope: Scope,
  sort: SortKey | undefined,
): Generator<Entry | undefined, void, undefined> {
  const { base, request } = scope;
  const answers = judge(world, scope);
  const near = request.scope === 'base' ? [base] : nearby(world, scope, sort);
  if (!sort || near === 'by-name') {
    for (const entry of near === 'by-name' ? byName(world, scope) : near)
      yield answers(entry) ? entry : undefined;
    return;
  }
  const found: Entry[] = [];
  for (const entry of near) {
    if (answers(entry)) found.push(entry);
    yield undefined;
  }
  yield* inOrder(world, found, sort);
}

/** Where to look: among what an index finds, or along the names when that is the order, else everywhere. */
function nearby(world: World, { request }: Scope, sort: SortKey | undefined): Iterable<Entry> | 'by-name' {
  const index = narrowed(world, request.filter);
  const walked = sort?.attribute === 'sAMAccountName' && !sort.reverse;
  if (walked && (!index || index.count > FEW)) return 'by-name';
  return index ? index.entries() : world.entries();
}

function* byName(world: World, { request }: Scope): Generator<Entry, void, undefined> {
  const range = namesWithin(request.filter);
  yield* world.indexes().names.walk(range ?? {});
  if (range) return;
  for (const entry of world.entries()) if (!entry.attributes['sAMAccountName']) yield entry;
}

function judge(world: World, { base, request, requester }: Scope): (entry: Entry) => boolean {
  const matches = matcher(world, request.filter);
  const configuration = dnKey(`CN=Configuration,${world.domain.base}`) ?? '';
  return (entry) =>
    inScope(entry, base, request.scope) &&
    // The configuration is a naming context of its own: a search from above refers to it.
    (!isWithin(entry.key, configuration) || isWithin(base.key, configuration)) &&
    matches(entry) &&
    isAllowed(world, requester, entry, ACCESS.read);
}

function inScope({ key }: Entry, base: Entry, scope: SearchRequest['scope']): boolean {
  if (scope === 'base') return key === base.key;
  return scope === 'one' ? parentKey(key) === base.key : isWithin(key, base.key);
}
