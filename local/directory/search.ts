import { ACCESS } from './access-list.ts';
import { isAllowed } from './access.ts';
import { CONTROL, descriptorParts, pageRequest } from './controls.ts';
import { cutAtLimit, cutPage } from './cut.ts';
import type { Cut } from './cut.ts';
import { dnKey } from './distinguished-name.ts';
import type { Entry } from './entry.ts';
import { findObject } from './find-object.ts';
import { inOrder } from './order.ts';
import { readEntry, selectFrom } from './read-entry.ts';
import type { SearchRequest } from './request.ts';
import type { RequestControl } from './request-control.ts';
import type { AttributeValues, ResponseControl, Result } from './response.ts';
import { SUCCESS } from './response.ts';
import { rootDse } from './root-dse.ts';
import { scan } from './scan.ts';
import type { Scope } from './scan.ts';
import type { Session } from './session.ts';
import { sortRequest, sortResponse } from './sort-request.ts';
import type { SortKey } from './sort-request.ts';
import {
  BASE_SCOPE_ONLY,
  BIND_FIRST,
  noSuchObject,
  UNKNOWN_CRITICAL_CONTROL,
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
  const sort = world.sorting ? sortRequest(controls) : undefined;
  const sorted = sort ? [sortResponse(sort)] : [];
  if (sort?.critical && 'refusal' in sort) return { ...refused(UNKNOWN_CRITICAL_CONTROL), controls: sorted };
  const cut = cutOf(world, session, scope, {
    sort: sort && 'key' in sort ? sort.key : undefined,
    page: pageRequest(controls),
  });
  if (!cut) return refused(unwilling('00000057'));
  const selection = { ...request, requester, descriptorParts: descriptorParts(controls) };
  return {
    entries: cut.entries.map((entry) => ({ dn: entry.dn, attributes: readEntry(world, entry, selection) })),
    references:
      cut.last && !controls.some(({ oid }) => oid === CONTROL.domainScope) ? references(world, scope) : [],
    result: cut.result,
    controls: [...sorted, ...cut.controls],
  };
}

/** Undefined for a page of a search that is not known. */
function cutOf(
  world: World,
  session: Session,
  scope: Scope,
  { sort, page }: { sort: SortKey | undefined; page: ReturnType<typeof pageRequest> },
): Cut | undefined {
  const { sizeLimit, timeLimitSeconds } = scope.request;
  if (page) {
    const from = page.cookie === '' ? { scan: scan(world, scope, sort) } : session.pages.get(page.cookie);
    return from && cutPage(session, from, page, timeLimitSeconds);
  }
  // As AD may do it: a size limit alone cuts first and sorts what is left.
  const cut = cutAtLimit(scan(world, scope, undefined), sizeLimit, timeLimitSeconds);
  return sort ? { ...cut, entries: inOrder(world, cut.entries, sort) } : cut;
}

const headOf = (world: World): Entry | undefined => world.find(dnKey(world.domain.base) ?? '');

function searchRootDse(world: World, { attributes }: SearchRequest): SearchOutcome {
  return { ...refused(SUCCESS), entries: [{ dn: '', attributes: selectFrom(rootDse(world), attributes) }] };
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
