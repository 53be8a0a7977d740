import type { Person } from '../person.ts';
import type { Ports } from '../ports/index.ts';
import type { Happening, TrailEvent } from '../trail/event.ts';
import type { AdminSession } from './admin-session.ts';
import { noteReportRead, type NoteNeeds } from './note-report-read.ts';

export type SearchTrailNeeds = NoteNeeds;

/** The event after which a page begins, newest first. */
export type TrailCursor = Pick<TrailEvent, 'at' | 'id'>;

export interface TrailSearch {
  /** From this on, and before `to`; epoch milliseconds. A reference is found whenever it was. */
  readonly from: number;
  readonly to: number;
  readonly person?: Person;
  /** What people read out on the telephone, however they write it. */
  readonly reference?: string;
  readonly kinds?: readonly Happening['kind'][];
  /** Where the page before ended. */
  readonly cursor?: TrailCursor;
  readonly limit: number;
}

export interface TrailPage {
  /** Newest first. */
  readonly events: readonly TrailEvent[];
  /** Where the search goes on; left out at its end. A page may be empty and not the last. */
  readonly next?: TrailCursor;
}

const MOST_EVENTS = 500;
/** Events looked at for one page. */
const MOST_LOOKED_AT = 5000;

/** Searches the trail, page by page, newest first. Each search leaves its own trace there, once. */
export async function searchTrail(
  ports: SearchTrailNeeds,
  session: AdminSession,
  search: TrailSearch,
): Promise<TrailPage> {
  const page = await pageOf(ports.trail, search);
  if (!search.cursor) await noteReportRead(ports, session, 'trail');
  return page;
}

async function pageOf(trail: Ports['trail'], search: TrailSearch): Promise<TrailPage> {
  const reference = search.reference?.trim().toUpperCase();
  const limit = Math.min(search.limit, MOST_EVENTS);
  if (reference !== undefined && reference !== '')
    return lastOf(trail.withReference(reference), search, limit);
  const { from, to, cursor, person } = search;
  const isWithin = ({ at }: TrailEvent) => at >= from && at < to;
  if (person) return lastOf(trail.of(person), search, limit, isWithin);
  const until = Math.min(to, cursor ? cursor.at + 1 : to);
  return firstOf(trail.between(from, until, 'newest-first'), search, limit);
}

const isBefore = ({ at, id }: TrailCursor, cursor: TrailCursor | undefined): boolean =>
  cursor === undefined || at < cursor.at || (at === cursor.at && id < cursor.id);

const isWanted = ({ happening, person: of }: TrailEvent, { kinds, person }: TrailSearch): boolean =>
  (kinds === undefined || kinds.length === 0 || kinds.includes(happening.kind)) &&
  (person === undefined || (of.domain === person.domain && of.guid === person.guid));

/** The newest of what comes oldest first: the last so many are kept, and no more. */
async function lastOf(
  oldestFirst: AsyncIterable<TrailEvent>,
  search: TrailSearch,
  limit: number,
  isWithin: (event: TrailEvent) => boolean = () => true,
): Promise<TrailPage> {
  const kept: TrailEvent[] = [];
  let more = false;
  for await (const event of oldestFirst) {
    if (!isBefore(event, search.cursor)) break;
    if (!isWithin(event) || !isWanted(event, search)) continue;
    kept.push(event);
    if (kept.length <= limit) continue;
    kept.shift();
    more = true;
  }
  return pageWith(kept.toReversed(), more ? kept[0] : undefined);
}

/** The first of what comes newest first, as far as one page looks. */
async function firstOf(
  newestFirst: AsyncIterable<TrailEvent>,
  search: TrailSearch,
  limit: number,
): Promise<TrailPage> {
  const found: TrailEvent[] = [];
  let looked = 0;
  for await (const event of newestFirst) {
    if (!isBefore(event, search.cursor)) continue;
    looked += 1;
    if (isWanted(event, search)) found.push(event);
    if (found.length >= limit || looked >= MOST_LOOKED_AT) return pageWith(found, event);
  }
  return pageWith(found, undefined);
}

const pageWith = (events: readonly TrailEvent[], last: TrailEvent | undefined): TrailPage => ({
  events,
  ...(last && { next: { at: last.at, id: last.id } }),
});
