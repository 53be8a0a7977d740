import { randomBytes } from 'node:crypto';
import { pageResponse } from './controls.ts';
import type { PageRequest } from './controls.ts';
import type { Entry } from './entry.ts';
import type { ResponseControl, Result } from './response.ts';
import { SUCCESS } from './response.ts';
import type { Scan } from './scan.ts';
import type { Remaining, Session } from './session.ts';
import { SIZE_LIMIT, TIME_LIMIT } from './windows-results.ts';

/** What of a search is answered now. */
export interface Cut {
  readonly entries: readonly Entry[];
  readonly result: Result;
  readonly controls: readonly ResponseControl[];
  /** Nothing is left for a further page. */
  readonly last: boolean;
}

/** AD's MaxPageSize: no answer, paged or not, holds more. */
const MOST_ENTRIES = 1000;
/** AD's MaxResultSetsPerConn: of the searches of one connection that have pages left, the oldest is forgotten. */
const MOST_SEARCHES = 10;

/** The answer to a search that is not paged: up to `sizeLimit` (0 = none) objects. */
export function cutAtLimit(scan: Scan, sizeLimit: number, timeLimitSeconds: number): Cut {
  const most = sizeLimit > 0 ? Math.min(sizeLimit, MOST_ENTRIES) : MOST_ENTRIES;
  const taken = take({ scan }, most, timeLimitSeconds);
  if (taken === 'too-long') return refused(TIME_LIMIT);
  const last = taken.ahead === undefined;
  return { entries: taken.entries, result: last ? SUCCESS : SIZE_LIMIT, controls: [], last };
}

/** One page; what is left is remembered under a new cookie. */
export function cutPage(
  session: Session,
  from: Remaining,
  { size, cookie }: PageRequest,
  timeLimitSeconds: number,
): Cut {
  session.pages.delete(cookie);
  const taken = take(from, Math.min(size, MOST_ENTRIES), timeLimitSeconds);
  if (taken === 'too-long') return refused(TIME_LIMIT);
  // A size of 0 gives the search up (RFC 2696 §3).
  const next = taken.ahead && size > 0 ? randomBytes(8).toString('hex') : '';
  if (taken.ahead && next !== '') remember(session, next, { ahead: taken.ahead, scan: from.scan });
  return { entries: taken.entries, result: SUCCESS, controls: [pageResponse(next)], last: next === '' };
}

const refused = (result: Result): Cut => ({ entries: [], result, controls: [], last: false });

function remember({ pages }: Session, cookie: string, remaining: Remaining): void {
  const [oldest] = pages.keys();
  if (pages.size >= MOST_SEARCHES && oldest !== undefined) pages.delete(oldest);
  pages.set(cookie, remaining);
}

/** Up to so many objects, and the one after them if there is one; 'too-long' when the client's time limit passed meanwhile. */
function take({ ahead, scan }: Remaining, most: number, timeLimitSeconds: number) {
  const until = timeLimitSeconds > 0 ? performance.now() + timeLimitSeconds * 1000 : Number.POSITIVE_INFINITY;
  const entries: Entry[] = [];
  if (ahead) {
    if (most < 1) return { entries, ahead };
    entries.push(ahead);
  }
  for (let next = scan.next(); next.done !== true; next = scan.next()) {
    if (performance.now() > until) return 'too-long' as const;
    if (next.value === undefined) continue;
    if (entries.length >= most) return { entries, ahead: next.value };
    entries.push(next.value);
  }
  return { entries, ahead: undefined };
}
