import type { AdminSession } from '../../domain/administration/admin-session.ts';
import type { Ports } from '../../domain/ports/index.ts';

type Needs = Pick<Ports, 'mac'>;
/** A report within one visit. */
interface Reading {
  readonly session: AdminSession;
  readonly report: 'registrations' | 'trail' | 'pre-flight';
}

const END = /^(.*)~([\w-]{43})$/s;

/**
 * Leads to the page after `place`, and shows that the pages before it were read in this visit: reading a report leaves one
 * trace, and whoever begins in the middle of one must not be taken for somebody who has left it.
 */
export const reportCursor = async ({ mac }: Needs, reading: Reading, place: string): Promise<string> =>
  `${place}~${await mac.quickTag('cursor', messageOf(reading, place))}`;

/** Where a cursor leads, and whether this visit was given it for this report; another is as good, but tells nothing. */
export async function readReportCursor(
  { mac }: Needs,
  reading: Reading,
  cursor: string,
): Promise<{ readonly place: string; readonly given: boolean }> {
  const [, place, tag = ''] = END.exec(cursor) ?? [];
  if (place === undefined) return { place: cursor, given: false };
  return { place, given: await mac.quickMatches('cursor', messageOf(reading, place), tag) };
}

const messageOf = ({ session, report }: Reading, place: string): string =>
  JSON.stringify([session.key, report, place]);
