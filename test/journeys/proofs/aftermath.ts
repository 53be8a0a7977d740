import { randomUUID } from 'node:crypto';
import type { Flow } from '../../../domain/recovery/flow.ts';
import { doWork } from './do-work.ts';
import { FIRST_PASSWORD } from './fresh-people.ts';
import { later, type Scene } from './killed.ts';
import type { WorkOrder } from './work-order.ts';

/** What is true, and what is written down, once the sweeper was there. */
export interface Aftermath {
  readonly changed: boolean;
  /** Whether the password opens that was there before. */
  readonly oldOpens: boolean;
  readonly state: Flow['state'] | 'none';
  readonly intended: number;
  readonly settled: readonly string[];
  readonly notices: number;
}

export async function aftermathOf({ ports, lookAlike }: Scene, order: WorkOrder): Promise<Aftermath> {
  const { act, person, username, key, newPassword } = order;
  const flow = await ports.flows.find(key);
  const events = await Array.fromAsync(ports.trail.of(person));
  const changed =
    act === 'unlock'
      ? lookAlike.person(username)?.locked === false
      : lookAlike.isPassword(username, newPassword);
  return {
    changed,
    oldOpens: lookAlike.isPassword(username, FIRST_PASSWORD),
    state: flow?.state ?? 'none',
    intended: events.filter(({ happening }) => happening.kind === 'change-intended').length,
    settled: events.flatMap(({ happening }) =>
      happening.kind === 'change-settled' ? [happening.result] : [],
    ),
    notices: flow?.outbox.length ?? 0,
  };
}

/** What is wrong with an aftermath; nothing when what is written down is what is true. */
export function wrongAfter({ act }: WorkOrder, after: Aftermath): readonly string[] {
  const { changed, oldOpens, state, intended, settled, notices } = after;
  const story = `${intended} intended, settled ${settled.join() || 'never'}, flow ${state}, ${notices} notices`;
  const expected = changed
    ? ['1 intended, settled done, flow done, 1 notices']
    : [
        // Killed before the intent, and after it.
        `0 intended, settled never, flow ${act === 'change' ? 'none' : 'open'}, 0 notices`,
        '1 intended, settled unchanged, flow open, 0 notices',
      ];
  return [
    ...(expected.includes(story) ? [] : [`${changed ? 'changed' : 'unchanged'}, but: ${story}`]),
    ...(act === 'unlock' || oldOpens !== changed ? [] : ['both passwords open, or none']),
  ];
}

/** The same request again, as its client would send it, and then one that is new: what is wrong with how they end. */
export async function wrongAgain(
  scene: Scene,
  order: WorkOrder,
  { changed }: Aftermath,
): Promise<readonly string[]> {
  const { lookAlike } = scene;
  const ports = { ...scene.ports, clock: later(scene.ports) };
  const changes = () => lookAlike.counts().resets + lookAlike.counts().changes + lookAlike.counts().unlocks;
  const before = changes();
  if (changed) {
    const again = await doWork(ports, order);
    const right = order.act === 'change' ? 'refused' : 'done';
    return changes() === before && again === right ? [] : [`repeated, it was ${again}`];
  }
  const anew = await doWork(ports, {
    ...order,
    operation: randomUUID(),
    ...(order.act === 'change' && { key: `${order.key}2` }),
  });
  return changes() === before + 1 && anew === 'done' ? [] : [`tried again, it was ${anew}`];
}
