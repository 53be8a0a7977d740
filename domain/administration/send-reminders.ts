import { personKey, type Person } from '../person.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { Ports } from '../ports/index.ts';
import { accountNow, registrationOfAccount } from './account-now.ts';
import type { AdminSession } from './admin-session.ts';
import { eventBy } from './event-by.ts';
import { inBatches } from './in-batches.ts';
import { letterToRegister } from './letter-to-register.ts';
import { mailboxesFor } from './mailboxes-for.ts';
import { eachOnce, MOST_PEOPLE, type PeopleAsked } from './people-asked.ts';

export type RemindNeeds = Pick<
  Ports,
  'directory' | 'enrollments' | 'configuration' | 'outbox' | 'sealer' | 'trail' | 'random' | 'clock'
>;

export interface Reminder {
  readonly person: Person;
  /** `not-offered`: nothing is offered to them (any more), or they are gone. */
  readonly outcome: 'sent' | 'already-reminded-today' | 'registered' | 'no-address' | 'not-offered';
}

export type RemindersSent =
  | { readonly kind: 'done'; readonly people: readonly Reminder[] }
  | { readonly kind: 'too-many-people'; readonly most: number };

/** People looked up at a time. */
const AT_ONCE = 8;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Reminds people who are not registered to do so, and those whose answers are out of date to give them anew; each at most
 * once a day (UTC), whoever asks.
 */
export async function sendReminders(
  ports: RemindNeeds,
  session: AdminSession,
  { people }: PeopleAsked,
): Promise<RemindersSent> {
  if (people.length > MOST_PEOPLE) return { kind: 'too-many-people', most: MOST_PEOPLE };
  const configuration = await ports.configuration.current();
  const remind = async (person: Person): Promise<Reminder> => ({
    person,
    outcome: await remindOne(ports, session, configuration, person),
  });
  const outcomes: Reminder[] = [];
  for await (const batch of inBatches(eachOnce(people), AT_ONCE))
    outcomes.push(...(await Promise.all(batch.map(remind))));
  return { kind: 'done', people: outcomes };
}

async function remindOne(
  ports: RemindNeeds,
  session: AdminSession,
  configuration: Configuration,
  person: Person,
): Promise<Reminder['outcome']> {
  const now = ports.clock.now();
  const account = await accountNow(ports, person, configuration);
  const enrollment = await ports.enrollments.find(person);
  const { status } = account
    ? registrationOfAccount(account, enrollment, configuration, now)
    : { status: 'not-offered' as const };
  if (!account || status === 'blocked' || status === 'protected' || status === 'not-offered')
    return 'not-offered';
  if (status === 'registered') return 'registered';
  const letter = letterToRegister(status === 'out-of-date' ? enrollment : undefined, configuration, now);
  const to = await mailboxesFor(ports, letter, enrollment, account);
  if (to.length === 0) return 'no-address';
  const day = Math.floor(now / DAY_MS);
  const language = enrollment?.language ?? configuration.document.languages.default;
  const sent = await ports.outbox.run({
    id: `reminder#${new Date(day * DAY_MS).toISOString().slice(0, 10)}#${personKey(person)}`,
    person,
    message: { id: ports.random.id(), to, letter, language, queuedAt: now },
    forgottenAt: (day + 2) * DAY_MS,
  });
  if (!sent) return 'already-reminded-today';
  await ports.trail.append(eventBy(ports, session, { kind: 'reminder-sent', letter: letter.kind }, person));
  return 'sent';
}
