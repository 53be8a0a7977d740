import { noteReportRead } from '../../domain/administration/note-report-read.ts';
import { searchTrail, type TrailCursor } from '../../domain/administration/search-trail.ts';
import type { Person } from '../../domain/person.ts';
import { EVERY_CLAIM_FORM } from '../../domain/recovery/claim-forms.ts';
import { readClaim } from '../../domain/recovery/claim.ts';
import type { Happening } from '../../domain/trail/event.ts';
import { BadRequest } from '../http/bad-request.ts';
import { problem } from '../http/reply.ts';
import { EVENT_KINDS } from './event-sentences.ts';
import { eventsView } from './events-view.ts';
import type { GuardedRoutes } from './guarded.ts';
import type { AdminNeeds } from './needs.ts';
import { momentIn, wholeNumber } from './read-values.ts';
import { readReportCursor, reportCursor } from './report-cursor.ts';
import { tell } from './tell.ts';

/** What happened, to whom, and who did it. */
export const trailRoutes = (ports: AdminNeeds): GuardedRoutes<'GET /api/admin/trail'> => ({
  'GET /api/admin/trail': async ({ query }, session) => {
    const { username, reference } = query;
    const person = username === undefined ? undefined : await personNamed(ports, username);
    if (username !== undefined && !person)
      return problem(404, 'username-unknown', session.reference, { field: 'username' });
    const kinds = kindsIn(query.kinds);
    const reading = { session, report: 'trail' } as const;
    const begun =
      query.cursor === undefined ? undefined : await readReportCursor(ports, reading, query.cursor);
    const cursor = begun && placeIn(begun.place);
    const page = await searchTrail(ports, session, {
      from: momentIn(query.from, 'from') ?? 0,
      to: momentIn(query.to, 'to') ?? ports.clock.now() + 1,
      limit: wholeNumber(query.limit, { least: 1, most: 500 }) ?? 100,
      ...(person && { person }),
      ...(reference !== undefined && { reference }),
      ...(kinds && { kinds }),
      ...(cursor && { cursor }),
    });
    if (begun && !begun.given) await noteReportRead(ports, session, 'trail');
    const { next } = page;
    return tell('GET /api/admin/trail', {
      events: await eventsView(ports, page.events),
      ...(next && { next: await reportCursor(ports, reading, `${next.at}.${next.id}`) }),
    });
  },
});

async function personNamed({ directory }: AdminNeeds, username: string): Promise<Person | undefined> {
  const claim = readClaim(username);
  const found = claim && (await directory.find(claim, { forms: EVERY_CLAIM_FORM }));
  return found?.kind === 'one' ? found.account.person : undefined;
}

/** Kinds with commas between them; undefined for all. Throws BadRequest for one that there is not. */
function kindsIn(text: string | undefined): readonly Happening['kind'][] | undefined {
  if (text === undefined || text === '') return undefined;
  return text.split(',').map((wanted) => {
    const kind = EVENT_KINDS.find((known) => known === wanted.trim());
    if (!kind) throw new BadRequest('field-invalid', 'kinds');
    return kind;
  });
}

/** Where a page ended: `<time>.<id>`. */
function placeIn(text: string): TrailCursor {
  const [, at = '', id = ''] = /^(\d{1,15})\.(\S{1,64})$/.exec(text) ?? [];
  if (id === '') throw new BadRequest('field-invalid', 'cursor');
  return { at: Number(at), id };
}
