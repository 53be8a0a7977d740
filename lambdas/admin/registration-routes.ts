import { noteReportRead } from '../../domain/administration/note-report-read.ts';
import type { RegistrationRow } from '../../domain/administration/registration-row.ts';
import { registrationCounts, registrationsPage } from '../../domain/administration/registrations.ts';
import { revokeRegistrations } from '../../domain/administration/revoke-registrations.ts';
import { sendReminders } from '../../domain/administration/send-reminders.ts';
import { problem } from '../http/reply.ts';
import type { Edge } from '../http/site.ts';
import type { GuardedKey, GuardedRoutes } from './guarded.ts';
import type { AdminNeeds } from './needs.ts';
import { isDistinguishedName, momentIn, wholeNumber } from './read-values.ts';
import { readReportCursor, reportCursor } from './report-cursor.ts';
import { instant, resultOf, tell } from './tell.ts';

type Key = Extract<GuardedKey, `${string} /api/admin/registrations${string}`>;

/** People counted for one page: some seconds' work. */
const COUNTED_A_PAGE = 1_000;

/** Who is registered, and what the help desk does about it. */
export const registrationRoutes = (ports: AdminNeeds, { meter }: Edge): GuardedRoutes<Key> => ({
  'GET /api/admin/registrations': async ({ query }, session) => {
    const { under, userConfiguration, status, cursor } = query;
    if (under !== undefined && !isDistinguishedName(under))
      return problem(422, 'unit-unknown', session.reference, { field: 'under' });
    const reading = { session, report: 'registrations' } as const;
    const begun = cursor === undefined ? undefined : await readReportCursor(ports, reading, cursor);
    const [since, before] = [momentIn(query.since, 'since'), momentIn(query.before, 'before')];
    const page = await registrationsPage(ports, {
      limit: wholeNumber(query.limit, { least: 1, most: 500 }) ?? 200,
      ...(under !== undefined && { under }),
      ...(userConfiguration !== undefined && { userConfiguration }),
      ...(status !== undefined && { status }),
      ...(since !== undefined && { since }),
      ...(before !== undefined && { before }),
      ...(begun && { after: begun.place }),
    });
    // Once for a report, not for each of its pages.
    if (!begun?.given) await noteReportRead(ports, session, 'registrations');
    const { rows, looked, next } = page;
    return tell('GET /api/admin/registrations', {
      rows: rows.map(rowView),
      looked,
      ...(next !== undefined && { next: await reportCursor(ports, reading, next) }),
    });
  },
  'GET /api/admin/registrations/counts': async ({ query: { under, cursor } }, session) => {
    if (under !== undefined && !isDistinguishedName(under))
      return problem(422, 'unit-unknown', session.reference, { field: 'under' });
    const counts = await registrationCounts(ports, {
      limit: COUNTED_A_PAGE,
      ...(under !== undefined && { under }),
      ...(cursor !== undefined && { after: cursor }),
    });
    return tell('GET /api/admin/registrations/counts', counts);
  },
  'POST /api/admin/registrations/revoke': async ({ body }, session) => {
    const revoked = await revokeRegistrations(ports, session, body);
    if (revoked.kind === 'reason-missing')
      return problem(422, 'reason-missing', session.reference, { field: 'reason' });
    if (revoked.kind === 'too-many-people')
      return problem(422, 'too-many-people', session.reference, { field: 'people' });
    for (const { outcome } of revoked.people) if (outcome === 'revoked') meter.count('RegistrationRevoked');
    return tell('POST /api/admin/registrations/revoke', { results: revoked.people.map(resultOf) });
  },
  'POST /api/admin/registrations/remind': async ({ body }, session) => {
    const reminded = await sendReminders(ports, session, body);
    if (reminded.kind === 'too-many-people')
      return problem(422, 'too-many-people', session.reference, { field: 'people' });
    for (const { outcome } of reminded.people) if (outcome === 'sent') meter.count('ReminderQueued');
    return tell('POST /api/admin/registrations/remind', { results: reminded.people.map(resultOf) });
  },
});

const rowView = ({ changedAt, goodUntil, ...row }: RegistrationRow) => ({
  ...row,
  ...(changedAt !== undefined && { changedAt: instant(changedAt) }),
  ...(goodUntil !== undefined && { goodUntil: instant(goodUntil) }),
});
