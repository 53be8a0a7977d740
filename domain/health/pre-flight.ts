import { listedWithEnrollments } from '../administration/listed-with-enrollments.ts';
import { inBatches } from '../administration/in-batches.ts';
import type { Somebody } from '../administration/impact-on.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { PreFlight } from '../ports/health-store.ts';
import type { Ports } from '../ports/index.ts';
import { judgePerson, type Subject } from './judge-person.ts';
import type { ActionProspect, Prospect } from './prospect.ts';

export type PreFlightNeeds = Pick<
  Ports,
  'directory' | 'enrollments' | 'configuration' | 'health' | 'clock' | 'random'
>;

/** Where a pre-flight was left. */
export interface PreFlown {
  /** `finished` now; `cut-short`, to be gone on with; `overtaken` by another at work on it; `not-due`, for there has been one. */
  readonly kind: 'finished' | 'cut-short' | 'overtaken' | 'not-due';
  readonly run: PreFlight;
  /** People judged this time. */
  readonly judged: number;
}

/** People kept at a time, and all that is in memory. */
const PAGE = 500;
/** How long after its start a run is gone on with, and none other begun. */
const DAY_MS = 20 * 60 * 60_000;

/**
 * Judges everybody, page by page, as one who is explained is judged (`explainPerson`), but for what a list does not show. Begins
 * a run when the last is twenty hours old, else goes on with it; stops between two pages once it is `until` (epoch
 * milliseconds). All of it is judged by one version of the configuration at a time: the one in force when it is woken.
 */
export async function preFlight(ports: PreFlightNeeds, until: number): Promise<PreFlown> {
  const now = ports.clock.now();
  const last = await ports.health.lastPreFlight();
  const isRecent = last !== undefined && now - last.startedAt < DAY_MS;
  if (isRecent && last.finishedAt !== undefined) return { kind: 'not-due', run: last, judged: 0 };
  return goOn(ports, isRecent ? last : begun(ports.random.id(), now), until);
}

const begun = (id: string, startedAt: number): PreFlight => ({
  id,
  startedAt,
  pages: 0,
  counts: { green: 0, amber: 0, red: 0 },
  fixes: {},
});

async function goOn(ports: PreFlightNeeds, from: PreFlight, until: number): Promise<PreFlown> {
  const configuration = await ports.configuration.current();
  const { after } = from;
  const people = listedWithEnrollments(ports, [configuration], {
    states: true,
    limit: Number.MAX_SAFE_INTEGER,
    ...(after && { after: `${after.domain}\\${after.username}` }),
  });
  let run = from;
  let judged = 0;
  for await (const batch of inBatches(people, PAGE)) {
    const page = batch.map((somebody) => prospectOf(somebody, configuration, ports.clock.now()));
    const next = withPage(run, page, batch);
    if (!(await ports.health.savePage(next, page))) return { kind: 'overtaken', run, judged };
    run = next;
    judged += page.length;
    if (ports.clock.now() >= until) return { kind: 'cut-short', run, judged };
  }
  const finished = { ...run, finishedAt: ports.clock.now() };
  const isOurs = await ports.health.savePage(finished, []);
  return isOurs ? { kind: 'finished', run: finished, judged } : { kind: 'overtaken', run, judged };
}

function withPage(run: PreFlight, page: readonly Prospect[], batch: readonly Somebody[]): PreFlight {
  const last = batch.at(-1)?.person;
  const counts = { ...run.counts };
  const fixes = { ...run.fixes };
  for (const { colour, fix } of page) {
    counts[colour] += 1;
    if (fix !== undefined) fixes[fix] = (fixes[fix] ?? 0) + 1;
  }
  return {
    ...run,
    pages: run.pages + 1,
    ...(last && { after: { domain: last.person.domain, username: last.username } }),
    counts,
    fixes,
  };
}

/** As much of a display name as is kept: five hundred people go into one record. */
const LONGEST_NAME = 64;

/** One person of a list, judged; pure. What a list does not show is taken to be in order. */
export function prospectOf(
  { person: listed, enrollment }: Somebody,
  configuration: Configuration,
  now: number,
): Prospect {
  const { person, username, displayName, state } = listed;
  const rights = state?.rights ?? { resetPassword: false, unlock: false };
  const { actions, colour, fix } = judgePerson(
    subjectOf(listed),
    { enrollment, rights, rules: undefined },
    configuration,
    now,
  );
  return {
    person,
    name: `${person.domain}\\${username}`,
    displayName: Array.from(displayName).slice(0, LONGEST_NAME).join(''),
    colour,
    actions: { unlock: withoutEnd(actions.unlock), reset: withoutEnd(actions.reset) },
    ...(fix !== undefined && { fix }),
  };
}

function subjectOf({ state, mail, mobile, privileged, ...listed }: Somebody['person']): Subject {
  return {
    ...listed,
    ...(mail !== undefined && { mail }),
    ...(mobile !== undefined && { mobile }),
    // A list says that somebody is privileged, not by what.
    adminCount: privileged,
    hasServicePrincipalName: false,
    sid: '',
    formerSids: [],
    locked: state?.locked ?? false,
    accountExpired: state?.accountExpired ?? false,
    smartCardRequired: state?.smartCardRequired ?? false,
    cannotChangePassword: state?.cannotChangePassword ?? false,
    mustChangePassword: state?.mustChangePassword ?? false,
    passwordExpired: state?.passwordExpired ?? false,
  };
}

const withoutEnd = (prospect: ActionProspect): ActionProspect =>
  prospect.works === false ? { works: false, because: prospect.because } : prospect;
