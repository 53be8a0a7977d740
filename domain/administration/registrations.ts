import { answersStanding } from '../enrollment/registration.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { Ports } from '../ports/index.ts';
import type { Somebody } from './impact-on.ts';
import { listedWithEnrollments, placeAfter, type Stretch } from './listed-with-enrollments.ts';
import { registrationOf } from './registration-of.ts';
import type { RegistrationRow } from './registration-row.ts';
import { toldMethods } from './told-methods.ts';

export type RegistrationNeeds = Pick<Ports, 'directory' | 'enrollments' | 'configuration' | 'clock'>;

/** Who is asked for; whatever is left out does not matter. */
export interface RegistrationsAsked extends Stretch {
  /** Id of a user configuration. */
  readonly userConfiguration?: string;
  readonly status?: RegistrationRow['status'];
  /** Last registered at or after this; epoch milliseconds. */
  readonly since?: number;
  /** Last registered before this; epoch milliseconds. */
  readonly before?: number;
}

export interface RegistrationsPage {
  readonly rows: readonly RegistrationRow[];
  /** People looked at, shown or not. */
  readonly looked: number;
  /** Where the next page begins; left out when there is none. */
  readonly next?: string;
}

const MOST_ROWS = 500;
const MOST_COUNTED = 2000;

/**
 * One page of the registrations report: of at most `limit` (500) people, in the directory's order, those who are asked for. A
 * page may be empty and not the last.
 */
export async function registrationsPage(
  ports: RegistrationNeeds,
  asked: RegistrationsAsked,
): Promise<RegistrationsPage> {
  const [configuration, now] = [await ports.configuration.current(), ports.clock.now()];
  const limit = Math.min(asked.limit, MOST_ROWS);
  const rows: RegistrationRow[] = [];
  let looked = 0;
  let last = '';
  for await (const somebody of listedWithEnrollments(ports, [configuration], { ...asked, limit })) {
    looked += 1;
    last = placeAfter(somebody);
    const row = rowOf(somebody, configuration, now);
    if (isAskedFor(row, asked)) rows.push(row);
  }
  return { rows, looked, ...(looked === limit && { next: last }) };
}

function rowOf(somebody: Somebody, configuration: Configuration, now: number): RegistrationRow {
  const { status, userConfiguration } = registrationOf(
    somebody.person,
    somebody.enrollment,
    configuration,
    now,
  );
  const { person: listed, enrollment } = somebody;
  const { person, username, displayName, distinguishedName, disabled } = listed;
  const methods = toldMethods(enrollment);
  const standing = enrollment?.answers && answersStanding(enrollment.answers, configuration, now);
  return {
    person,
    name: `${person.domain}\\${username}`,
    displayName,
    distinguishedName,
    disabled,
    ...(userConfiguration && { userConfiguration: userConfiguration.id }),
    status,
    methods,
    ...(enrollment && methods.length > 0 && { changedAt: enrollment.changedAt }),
    ...(standing?.kind === 'earlier' && { goodUntil: standing.until }),
  };
}

const isAskedFor = (row: RegistrationRow, { userConfiguration, status, since, before }: RegistrationsAsked) =>
  (userConfiguration === undefined || row.userConfiguration === userConfiguration) &&
  (status === undefined || row.status === status) &&
  (since === undefined || (row.changedAt !== undefined && row.changedAt >= since)) &&
  (before === undefined || (row.changedAt !== undefined && row.changedAt < before));

type CountsByStatus = Readonly<Partial<Record<RegistrationRow['status'], number>>>;

export interface RegistrationCounts {
  readonly looked: number;
  readonly byStatus: CountsByStatus;
  /** By id of the user configuration; those under none are left out. */
  readonly byUserConfiguration: Readonly<Record<string, CountsByStatus>>;
  readonly next?: string;
}

/** Counts at most `limit` (2,000) people by status and user configuration; whoever asks adds the pages up. */
export async function registrationCounts(
  ports: RegistrationNeeds,
  stretch: Stretch,
): Promise<RegistrationCounts> {
  const [configuration, now] = [await ports.configuration.current(), ports.clock.now()];
  const limit = Math.min(stretch.limit, MOST_COUNTED);
  const byStatus = new Map<string, number>();
  const byUserConfiguration = new Map<string, Map<string, number>>();
  let looked = 0;
  let last = '';
  for await (const somebody of listedWithEnrollments(ports, [configuration], { ...stretch, limit })) {
    looked += 1;
    last = placeAfter(somebody);
    const { status, userConfiguration } = registrationOf(
      somebody.person,
      somebody.enrollment,
      configuration,
      now,
    );
    countOne(byStatus, status);
    if (userConfiguration) countOne(within(byUserConfiguration, userConfiguration.id), status);
  }
  return {
    looked,
    byStatus: Object.fromEntries(byStatus),
    byUserConfiguration: Object.fromEntries(
      [...byUserConfiguration].map(([id, counts]) => [id, Object.fromEntries(counts)]),
    ),
    ...(looked === limit && { next: last }),
  };
}

const countOne = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

function within(all: Map<string, Map<string, number>>, id: string): Map<string, number> {
  const counts = all.get(id) ?? new Map<string, number>();
  all.set(id, counts);
  return counts;
}
