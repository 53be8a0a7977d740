import { noteReportRead } from '../../domain/administration/note-report-read.ts';
import { explainPerson } from '../../domain/health/explain-person.ts';
import type { Prospect } from '../../domain/health/prospect.ts';
import type { HealthStore, PreFlight } from '../../domain/ports/health-store.ts';
import { readClaim } from '../../domain/recovery/claim.ts';
import { BadRequest } from '../http/bad-request.ts';
import { explainedView } from './explanation-view.ts';
import type { GuardedRoutes } from './guarded.ts';
import { examinationView, preFlightView, prospectView } from './health-views.ts';
import type { AdminNeeds } from './needs.ts';
import { readReportCursor, reportCursor } from './report-cursor.ts';
import { tell } from './tell.ts';

type Key = 'POST /api/admin/explain' | 'GET /api/admin/health' | 'GET /api/admin/pre-flight';

/** Whether one person, or everybody, could help themselves, and how the domains are. */
export const healthRoutes = (ports: AdminNeeds): GuardedRoutes<Key> => ({
  'POST /api/admin/explain': async ({ body }) => {
    const claim = readClaim(body.claim);
    const explained = claim
      ? await explainPerson(ports, claim)
      : ({ kind: 'nobody', sentences: [NO_NAME] } as const);
    return tell('POST /api/admin/explain', explainedView(explained));
  },
  'GET /api/admin/health': async () => {
    const { health } = ports;
    const [examination, finished, newest] = await Promise.all([
      health.lastExamination(),
      health.finishedPreFlight(),
      health.lastPreFlight(),
    ]);
    return tell('GET /api/admin/health', {
      examination: examination ? examinationView(examination) : null,
      preFlight: finished ? preFlightView(finished) : null,
      underWay: newest && newest.finishedAt === undefined ? preFlightView(newest) : null,
    });
  },
  'GET /api/admin/pre-flight': async ({ query }, session) => {
    const { colour, fix } = query;
    const reading = { session, report: 'pre-flight' } as const;
    const begun =
      query.cursor === undefined ? undefined : await readReportCursor(ports, reading, query.cursor);
    const found = await pageAt(ports.health, begun && placeIn(begun.place));
    // Once for a report, not for each of its pages.
    if (!begun?.given) await noteReportRead(ports, session, 'pre-flight');
    const rows = found.people.filter(
      (person) =>
        (colour === undefined || person.colour === colour) && (fix === undefined || person.fix === fix),
    );
    return tell('GET /api/admin/pre-flight', {
      ...(found.run !== undefined && { run: found.run && preFlightView(found.run) }),
      rows: rows.map(prospectView),
      looked: found.people.length,
      ...(found.next !== undefined && { next: await reportCursor(ports, reading, found.next) }),
    });
  },
});

const NO_NAME =
  'That can name nobody. Type a user name, DOMAIN\\user, a user principal name, an e-mail address or an employee number.';

interface Place {
  readonly run: string;
  readonly page: number;
}
interface PageFound {
  /** Null when there has been no run; undefined when this page is of an earlier one. */
  readonly run: PreFlight | null | undefined;
  readonly people: readonly Prospect[];
  readonly next?: string;
}

/** A page of the newest finished run, or of the one that was begun to be read; it stays readable for some days. */
async function pageAt(health: HealthStore, place: Place | undefined): Promise<PageFound> {
  const finished = await health.finishedPreFlight();
  const at = place ?? (finished && { run: finished.id, page: 0 });
  if (!at) return { run: null, people: [] };
  const people = (await health.page(at.run, at.page)) ?? [];
  const after = at.page + 1;
  const isNewest = at.run === finished?.id;
  const more = isNewest ? after < finished.pages : (await health.page(at.run, after)) !== undefined;
  return {
    run: isNewest ? finished : undefined,
    people,
    ...(more && { next: `${at.run}.${String(after)}` }),
  };
}

/** Where a page ended: `<run>.<page>`. */
function placeIn(text: string): Place {
  const [, run = '', page = ''] = /^([\w-]{1,64})\.(\d{1,6})$/.exec(text) ?? [];
  if (run === '') throw new BadRequest('field-invalid', 'cursor');
  return { run, page: Number(page) };
}
