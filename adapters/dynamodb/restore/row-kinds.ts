import { CONFIGURATION } from '../keys.ts';
import type { Row } from '../requests.ts';
import type { TableName } from '../tables.ts';
import { joinCounters, leftOfCounter } from './joined-counters.ts';
import {
  joinEnrollments,
  joinEvents,
  joinVersions,
  leftOfEnrollment,
  leftOfEvent,
  leftOfVersion,
} from './joined-documents.ts';
import { joinTries, leftOfTries } from './joined-tries.ts';
import { leftOfFlow } from './left-of-flow.ts';
import { FORGOTTEN, type Join, type Left, trouble } from './left.ts';

/** What a restore does with the rows of one kind. */
interface RowKind {
  /** How partition keys of the kind begin, or are. */
  readonly pk: RegExp;
  readonly name: string;
  readonly left: (row: Row, now: number) => Left;
}

const forgotten = (pk: RegExp, name: string): RowKind => ({ pk, name, left: () => FORGOTTEN });
const counter = (pk: RegExp, name: string): RowKind => ({ pk, name, left: leftOfCounter });

/** Every kind of row in the central store (keys.ts), and what of it comes back. What only a moment was good for, never does. */
const ROW_KINDS: Readonly<Record<TableName, readonly RowKind[]>> = {
  enrollments: [{ pk: /^[^#]+\/[^#]+$/, name: 'enrollments', left: leftOfEnrollment }],
  configuration: [
    { pk: new RegExp(`^${CONFIGURATION}$`), name: 'published versions', left: leftOfVersion },
    forgotten(/^draft#/, 'drafts'),
  ],
  trail: [
    { pk: /^\d{4}-\d\d-\d\d#\d+$/, name: 'events', left: leftOfEvent },
    // Only a note of where the archive ends, which its sealer finds there again; one of another archive would mislead it.
    forgotten(/^chain#/, 'ends of the trail’s chains'),
  ],
  flows: [
    { pk: /^tries#/, name: 'counts and notes of people', left: leftOfTries },
    counter(/^sign-ins#/, 'sign-in counters'),
    counter(/^(sign-ins-from|starts-from|starts|told)#/, 'counters of sources and messages'),
    counter(/^texts#/, 'text budgets'),
    { pk: /^flow#/, name: 'recovery flows', left: leftOfFlow },
    forgotten(/^session#/, 'sessions'),
    forgotten(/^admin-session#/, 'administrators’ visits'),
    forgotten(/^errand#/, 'errands'),
    forgotten(/^repudiation#/, 'links of letters'),
    forgotten(/^post-action#/, 'post actions'),
    forgotten(/^health#/, 'findings of the doctor and the pre-flight'),
  ],
};

/** What a restore leaves of a row, and of which kind it is. A row of no known kind is a trouble: it may be of a later version. */
export function leftOf(
  table: TableName,
  row: Row,
  now: number,
): { readonly name: string; readonly left: Left } {
  const pk = String(row['pk']);
  const kind = ROW_KINDS[table].find((each) => each.pk.test(pk));
  if (!kind) return { name: 'unknown', left: trouble(unknownRow(table, pk)) };
  try {
    return { name: kind.name, left: kind.left(row, now) };
  } catch (cause) {
    return { name: kind.name, left: trouble(`${pk} cannot be read: ${(cause as Error).message}`) };
  }
}

const unknownRow = (table: TableName, pk: string): string =>
  `${pk} is of no kind that table "${table}" has in this version: restore with the version that wrote it, then upgrade`;

/** Joins a present row with what was left for its key. */
export const joinOf = (table: TableName, pk: string): Join => {
  if (table === 'enrollments') return joinEnrollments;
  if (table === 'configuration') return joinVersions;
  if (table === 'trail') return joinEvents;
  return pk.startsWith('tries#') ? joinTries : joinCounters;
};
