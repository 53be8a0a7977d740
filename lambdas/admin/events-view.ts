import { inBatches } from '../../domain/administration/in-batches.ts';
import { personKey, type Person } from '../../domain/person.ts';
import type { Ports } from '../../domain/ports/index.ts';
import type { TrailEvent } from '../../domain/trail/event.ts';
import { eventSentence } from './event-sentences.ts';
import { instant } from './tell.ts';

/** Looked up at a time. */
const AT_ONCE = 8;

/** Events as they are told: with a sentence, and the name of the person as the directory has it now. */
export async function eventsView(ports: Pick<Ports, 'directory'>, events: readonly TrailEvent[]) {
  const names = await namesOf(ports, events);
  return events.map(({ id, at, person, by, reference, source, happening }) => {
    const { kind, ...details } = happening;
    const name = names.get(personKey(person));
    return {
      id,
      at: instant(at),
      kind,
      person,
      ...(name !== undefined && { name }),
      ...(by && { by: by.name }),
      reference,
      source,
      says: eventSentence(happening),
      details,
    };
  });
}

/**
 * The names of the people in events. Strangers and leavers have none; and where the directory can't be reached the trail is still
 * told, for then it is needed most.
 */
async function namesOf(
  { directory }: Pick<Ports, 'directory'>,
  events: readonly TrailEvent[],
): Promise<ReadonlyMap<string, string>> {
  const administrators = events.flatMap(({ by }) => (by ? [[personKey(by.person), by.name] as const] : []));
  const names = new Map<string, string>(administrators);
  const unknown = new Map(events.map(({ person }) => [personKey(person), person] as const));
  for (const key of names.keys()) unknown.delete(key);
  const lookUp = async (person: Person) => {
    const found = await directory.object('user', person.guid);
    if (found) names.set(personKey(person), found.name);
  };
  try {
    for await (const batch of inBatches(unknown.values(), AT_ONCE)) await Promise.all(batch.map(lookUp));
  } catch {
    return names;
  }
  return names;
}
