import { CONFIGURATION } from '../keys.ts';
import type { Row } from '../requests.ts';
import type { TableName } from '../tables.ts';
import { joinCounters, leftOfCounter, leftOfWindow } from './joined-counters.ts';
import { joinEnrollments, joinVersions, leftOfEnrollment, leftOfVersion } from './joined-documents.ts';
import { joinEvents, leftOfEvent } from './joined-events.ts';
import { joinTries, leftOfTries } from './joined-tries.ts';
import { leftOfFlow } from './left-of-flow.ts';
import { FORGOTTEN, type Join, type Left, trouble } from './left.ts';
import { unreadBecause } from './unread-row.ts';

/** What a restore does with the rows of one kind. */
interface RowKind {
  /** How partition keys of the kind begin, or are. */
  readonly pk: RegExp;
  readonly name: string;
  readonly left: (row: Row, now: number) => Left;
  /** What to do about one that is not believed. */
  readonly next: string;
}

const forgotten = (pk: RegExp, name: string): RowKind => ({ pk, name, left: () => FORGOTTEN, next: '' });
const counter = (pk: RegExp, name: string, left: RowKind['left']): RowKind => {
  return { pk, name, left, next: 'The count stays as the table has it.' };
};

/** Every kind of row in the central store (keys.ts), and what of it comes back. What only a moment was good for, never does. */
const ROW_KINDS: Readonly<Record<TableName, readonly RowKind[]>> = {
  enrollments: [
    {
      pk: /^[^#]+\/[^#]+$/,
      name: 'enrollments',
      left: leftOfEnrollment,
      next: 'They keep what the table has of them; where that is nothing, they register again.',
    },
  ],
  configuration: [
    {
      pk: new RegExp(`^${CONFIGURATION}$`),
      name: 'published versions',
      left: leftOfVersion,
      next: 'Look at latchkey versions list, and publish it again if it is missed.',
    },
    forgotten(/^draft#/, 'drafts'),
  ],
  trail: [
    {
      pk: /^\d{4}-\d\d-\d\d#\d+$/,
      name: 'events',
      left: leftOfEvent,
      next: 'The sealed archive has what happened: verify a copy, and look there.',
    },
    // Only a note of where the archive ends, which its sealer finds there again; one of another archive would mislead it.
    forgotten(/^chain#/, 'ends of the trail’s chains'),
  ],
  flows: [
    {
      pk: /^tries#/,
      name: 'counts and notes of people',
      left: leftOfTries,
      next: 'Their counts, and whether they are on hold, stay as the table has them: latchkey people freeze, if they should be.',
    },
    counter(/^sign-ins#/, 'sign-in counters', leftOfCounter),
    counter(/^(sign-ins-from|starts-from|starts|told)#/, 'counters of sources and messages', leftOfWindow),
    counter(/^texts#/, 'text budgets', leftOfWindow),
    {
      pk: /^flow#/,
      name: 'recovery flows',
      left: leftOfFlow,
      next: 'If it reset a password, the trail has who and when.',
    },
    forgotten(/^session#/, 'sessions'),
    forgotten(/^admin-session#/, 'administrators’ visits'),
    forgotten(/^errand#/, 'errands'),
    forgotten(/^repudiation#/, 'links of letters'),
    forgotten(/^post-action#/, 'post actions'),
    forgotten(/^health#/, 'findings of the doctor and the pre-flight'),
  ],
};

/** A key as far as it is told, and the longest that is asked for: DynamoDB refuses a longer one, and with it all that are asked for at once. */
const shown = (key: string | number): string => String(key).slice(0, 200);
const isPlain = (key: unknown): key is string | number => typeof key === 'string' || typeof key === 'number';
const MOST_KEY_BYTES = 1024;
const isKey = (key: unknown): key is string =>
  typeof key === 'string' && key !== '' && Buffer.byteLength(key) <= MOST_KEY_BYTES;

/**
 * What a restore leaves of a row, and of which kind it is. A row of no known kind is a trouble: it may be of a later version. One that is
 * not as this version writes its kind, or speaks of a time to come, is left out.
 */
export function leftOf(
  table: TableName,
  row: Row,
  now: number,
): { readonly name: string; readonly left: Left } {
  const unread = unreadBecause(row);
  if (unread !== undefined) return { name: 'unread', left: leftOut(unread, 'Export the table again.') };
  const { pk, sk = 'none' } = row;
  if (!isKey(pk) || !isKey(sk))
    return {
      name: 'unknown',
      left: leftOut(`a row of table "${table}" has no key`, 'Export the table again.'),
    };
  const kind = ROW_KINDS[table].find((each) => each.pk.test(pk));
  if (!kind) return { name: 'unknown', left: trouble(unknownRow(table, shown(pk))) };
  const place = [pk, row['sk'], row['version']].filter(isPlain).map(shown).join(' ');
  try {
    return { name: kind.name, left: kind.left(row, now) };
  } catch (cause) {
    return { name: kind.name, left: leftOut(`${place}: ${(cause as Error).message}`, kind.next) };
  }
}

const leftOut = (why: string, next: string): Left => ({ kind: 'left-out', why: `${why}. ${next}` });

const unknownRow = (table: TableName, pk: string): string =>
  `${pk} is of no kind that table "${table}" has in this version: restore with the version that wrote it, then upgrade`;

/** Joins a present row with what was left for its key. */
export const joinOf = (table: TableName, pk: string): Join => {
  if (table === 'enrollments') return joinEnrollments;
  if (table === 'configuration') return joinVersions;
  if (table === 'trail') return joinEvents;
  return pk.startsWith('tries#') ? joinTries : joinCounters;
};
