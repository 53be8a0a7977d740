import type { Person } from '../person.ts';
import type { Ports } from '../ports/index.ts';
import { lettersOfFreeze, lettersOfLift } from '../recovery/freeze-letters.ts';
import type { TrailEvent } from '../trail/event.ts';
import type { AdminSession } from './admin-session.ts';
import { eventBy } from './event-by.ts';
import { inBatches } from './in-batches.ts';
import { eachOnce, MOST_PEOPLE, type PeopleAsked } from './people-asked.ts';
import { readReason } from './reason.ts';

export type FreezeNeeds = Pick<Ports, 'notes' | 'enrollments' | 'configuration' | 'random' | 'clock'>;

export interface FreezeOutcome<Outcome extends string> {
  readonly person: Person;
  readonly outcome: Outcome;
}
export type Frozen = FreezeOutcome<'frozen' | 'already-frozen'>;
export type Unfrozen = FreezeOutcome<'unfrozen' | 'not-frozen'>;

export type FreezeAnswered<One> =
  | { readonly kind: 'done'; readonly people: readonly One[] }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'too-many-people'; readonly most: number };

type Asked = PeopleAsked & { readonly reason: string };

/** Transactions at a time. */
const AT_ONCE = 8;

/**
 * Puts self-service on hold for people, for a reason of 1 to 500 characters; their accounts are not touched. Each is told at every
 * contact they confirmed. None of these can lift it: what the help desk froze, the help desk lifts, also where it was they who froze
 * it first.
 */
export const freezePeople = (
  ports: FreezeNeeds,
  session: AdminSession,
  asked: Asked,
): Promise<FreezeAnswered<Frozen>> =>
  forEach(ports, session, asked, 'self-service-frozen', async (event, told): Promise<Frozen> => {
    const freeze = { at: event.at, by: 'help-desk' } as const;
    const letters = lettersOfFreeze(ports, freeze, told);
    const done = await ports.notes.freeze(event.person, freeze, event, letters);
    return { person: event.person, outcome: done ? 'frozen' : 'already-frozen' };
  });

/** Lifts what holds self-service up for people, whoever froze it; likewise. Links of letters from before freeze nothing any more. */
export const unfreezePeople = (
  ports: FreezeNeeds,
  session: AdminSession,
  asked: Asked,
): Promise<FreezeAnswered<Unfrozen>> =>
  forEach(ports, session, asked, 'self-service-unfrozen', async (event, told): Promise<Unfrozen> => {
    const done = await ports.notes.unfreeze(event.person, event, lettersOfLift(ports, told));
    return { person: event.person, outcome: done ? 'unfrozen' : 'not-frozen' };
  });

/** Does it to each of them, with the event of it and what their letters need. */
async function forEach<One>(
  ports: FreezeNeeds,
  session: AdminSession,
  { people, reason: typed }: Asked,
  kind: 'self-service-frozen' | 'self-service-unfrozen',
  act: (event: TrailEvent, told: Told) => Promise<One>,
): Promise<FreezeAnswered<One>> {
  const reason = readReason(typed);
  if (reason === undefined) return { kind: 'reason-missing' };
  if (people.length > MOST_PEOPLE) return { kind: 'too-many-people', most: MOST_PEOPLE };
  const actOn = async (person: Person): Promise<One> => {
    const event = eventBy(ports, session, { kind, by: 'help-desk', reason }, person);
    return act(event, await toldOf(ports, session, person, event.at));
  };
  const done: One[] = [];
  for await (const batch of inBatches(eachOnce(people), AT_ONCE))
    done.push(...(await Promise.all(batch.map(actOn))));
  return { kind: 'done', people: done };
}

type Told = Awaited<ReturnType<typeof toldOf>>;

async function toldOf(
  { enrollments, configuration }: FreezeNeeds,
  { reference }: AdminSession,
  person: Person,
  at: number,
) {
  const [enrollment, { document }] = await Promise.all([enrollments.find(person), configuration.current()]);
  return { person, enrollment, fallback: document.languages.default, reference, at };
}
