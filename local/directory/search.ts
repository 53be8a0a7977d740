import { randomBytes } from 'node:crypto';
import { ACCESS } from './access-list.ts';
import { isAllowed } from './access.ts';
import type { Requester } from './access.ts';
import { CONTROL, descriptorParts, pageRequest, pageResponse } from './controls.ts';
import type { PageRequest } from './controls.ts';
import { dnKey, isWithin, parentKey } from './distinguished-name.ts';
import type { Entry } from './entry.ts';
import { findObject } from './find-object.ts';
import { matches } from './match.ts';
import { readEntry, selectFrom } from './read-entry.ts';
import type { SearchRequest } from './request.ts';
import type { RequestControl } from './request-control.ts';
import type { AttributeValues, ResponseControl, Result } from './response.ts';
import { SUCCESS } from './response.ts';
import { rootDse } from './root-dse.ts';
import type { Session } from './session.ts';
import {
  BASE_SCOPE_ONLY,
  BIND_FIRST,
  noSuchObject,
  SIZE_LIMIT,
  TIME_LIMIT,
  unwilling,
} from './windows-results.ts';
import type { World } from './world.ts';

export interface SearchOutcome {
  readonly entries: readonly { readonly dn: string; readonly attributes: readonly AttributeValues[] }[];
  /** URLs of naming contexts below the base that a search of this one leaves out. */
  readonly references: readonly string[];
  readonly result: Result;
  readonly controls: readonly ResponseControl[];
}

const refused = (result: Result): SearchOutcome => ({ entries: [], references: [], result, controls: [] });

/** AD's MaxPageSize: no answer, paged or not, holds more. */
const MOST_ENTRIES = 1000;

/** Answers a search; the session is read, and remembers what paging still owes. */
export function search(
  world: World,
  session: Session,
  request: SearchRequest,
  controls: readonly RequestControl[],
): SearchOutcome {
  if (request.base === '' && request.scope === 'base') return searchRootDse(world, request);
  const { requester } = session;
  if (!requester) return refused(BIND_FIRST);
  const start = request.base === '' ? { entry: headOf(world) } : findObject(world, request.base);
  if ('refusal' in start) return refused(start.refusal);
  if (!start.entry || !isAllowed(world, requester, start.entry, ACCESS.read))
    return refused(noSuchObject(''));
  if (request.scope !== 'base' && request.attributes.some((name) => name.toLowerCase() === 'tokengroups'))
    return refused(BASE_SCOPE_ONLY);
  const scope = { base: start.entry, request, requester };
  const page = pageRequest(controls);
  const found = page && page.cookie !== '' ? session.pages.get(page.cookie) : candidates(world, scope);
  if (!found) return refused(unwilling('00000057'));
  if (found === 'too-long') return refused(TIME_LIMIT);
  const cut = cutOff(session, found, { page, sizeLimit: request.sizeLimit });
  const selection = { ...request, requester, descriptorParts: descriptorParts(controls) };
  return {
    entries: cut.entries.map((entry) => ({ dn: entry.dn, attributes: readEntry(world, entry, selection) })),
    references:
      cut.last && !controls.some(({ oid }) => oid === CONTROL.domainScope) ? references(world, scope) : [],
    result: cut.result,
    controls: cut.controls,
  };
}

const headOf = (world: World): Entry | undefined => world.find(dnKey(world.domain.base) ?? '');

function searchRootDse(world: World, { attributes }: SearchRequest): SearchOutcome {
  return { ...refused(SUCCESS), entries: [{ dn: '', attributes: selectFrom(rootDse(world), attributes) }] };
}

interface Scope {
  readonly base: Entry;
  readonly request: SearchRequest;
  readonly requester: Requester;
}

/** Visible objects in scope that match; 'too-long' when the client's time limit passed meanwhile. */
function candidates(world: World, { base, request, requester }: Scope): readonly Entry[] | 'too-long' {
  const started = performance.now();
  const configuration = dnKey(`CN=Configuration,${world.domain.base}`) ?? '';
  const found: Entry[] = [];
  for (const entry of world.entries()) {
    if (!inScope(entry, base, request.scope)) continue;
    // The configuration is a naming context of its own: a search from above refers to it.
    if (isWithin(entry.key, configuration) && !isWithin(base.key, configuration)) continue;
    if (!matches(world, entry, request.filter)) continue;
    if (isAllowed(world, requester, entry, ACCESS.read)) found.push(entry);
    if (request.timeLimitSeconds > 0 && performance.now() - started > request.timeLimitSeconds * 1000)
      return 'too-long';
  }
  return found;
}

function inScope({ key }: Entry, base: Entry, scope: SearchRequest['scope']): boolean {
  if (scope === 'base') return key === base.key;
  return scope === 'one' ? parentKey(key) === base.key : isWithin(key, base.key);
}

interface Cut {
  readonly entries: readonly Entry[];
  readonly result: Result;
  readonly controls: readonly ResponseControl[];
  /** Nothing is left for a further page. */
  readonly last: boolean;
}

function cutOff(
  session: Session,
  found: readonly Entry[],
  { page, sizeLimit }: { page: PageRequest | undefined; sizeLimit: number },
): Cut {
  if (page) return cutPage(session, found, page);
  const most = sizeLimit > 0 ? Math.min(sizeLimit, MOST_ENTRIES) : MOST_ENTRIES;
  const result = found.length > most ? SIZE_LIMIT : SUCCESS;
  return { entries: found.slice(0, most), result, controls: [], last: result === SUCCESS };
}

function cutPage(session: Session, found: readonly Entry[], { size, cookie }: PageRequest): Cut {
  session.pages.delete(cookie);
  const rest = found.slice(Math.min(size, MOST_ENTRIES));
  // A size of 0 gives the search up (RFC 2696 §3).
  const next = rest.length > 0 && size > 0 ? randomBytes(8).toString('hex') : '';
  if (next !== '') session.pages.set(next, rest);
  const entries = found.slice(0, Math.min(size, MOST_ENTRIES));
  return { entries, result: SUCCESS, controls: [pageResponse(next)], last: next === '' };
}

function references(world: World, { base, request }: Scope): readonly string[] {
  if (request.scope !== 'sub' || base !== headOf(world)) return [];
  const { dns, base: head } = world.domain;
  return [
    `ldap://ForestDnsZones.${dns}/DC=ForestDnsZones,${head}`,
    `ldap://DomainDnsZones.${dns}/DC=DomainDnsZones,${head}`,
    `ldap://${dns}/CN=Configuration,${head}`,
  ];
}
