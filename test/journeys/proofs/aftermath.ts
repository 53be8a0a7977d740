import { randomUUID } from 'node:crypto';
import type { Flow } from '../../../domain/recovery/flow.ts';
import { doWork } from './do-work.ts';
import { later, type Scene } from './killed.ts';
import type { Seen } from './witness.ts';
import type { WorkOrder } from './work-order.ts';

/** What each domain controller held of an account before an act. */
export type Before = readonly Seen[];

export const seenBefore = ({ witnesses }: Scene, { username }: WorkOrder): Promise<Before> =>
  Promise.all(witnesses.map((witness) => witness.see(username)));

/** What is true, and what is written down, once the sweeper was there. */
export interface Aftermath {
  /** On how many domain controllers the account is another than before. */
  readonly changedOn: number;
  /** Whether the password opens that should, wherever it should. */
  readonly opens: boolean;
  readonly state: Flow['state'] | 'none';
  readonly intended: number;
  readonly settled: readonly string[];
  readonly notices: number;
}

export async function aftermathOf(scene: Scene, order: WorkOrder, before: Before): Promise<Aftermath> {
  const { act, person, username, key, newPassword, oldPassword } = order;
  const flow = await scene.ports.flows.find(key);
  const events = await Array.fromAsync(scene.ports.trail.of(person));
  let changedOn = 0;
  let opens = true;
  for (const [at, witness] of scene.witnesses.entries()) {
    const now = await witness.see(username);
    const changed = act === 'unlock' ? !now.locked : now.passwordLastSet !== before[at]?.passwordLastSet;
    changedOn += changed ? 1 : 0;
    const due = changed && act !== 'unlock' ? newPassword : oldPassword;
    // Whoever is locked opens nothing.
    if (!now.locked) opens &&= await witness.isPassword(username, due);
  }
  const since = events.filter(({ reference }) => act === 'change' || reference === flow?.reference);
  return {
    changedOn,
    opens,
    state: flow?.state ?? 'none',
    intended: since.filter(({ happening }) => happening.kind === 'change-intended').length,
    settled: since.flatMap(({ happening }) =>
      happening.kind === 'change-settled' ? [happening.result] : [],
    ),
    notices: flow?.outbox.length ?? 0,
  };
}

/** What is wrong with an aftermath; nothing when what is written down is what is true. */
export function wrongAfter({ act }: WorkOrder, after: Aftermath): readonly string[] {
  const { changedOn, opens, state, intended, settled, notices } = after;
  const story = `${intended} intended, settled ${settled.join() || 'never'}, flow ${state}, ${notices} notices`;
  const expected =
    changedOn > 0
      ? ['1 intended, settled done, flow done, 1 notices']
      : [
          // Killed before the intent, and after it.
          `0 intended, settled never, flow ${act === 'change' ? 'none' : 'open'}, 0 notices`,
          '1 intended, settled unchanged, flow open, 0 notices',
        ];
  return [
    ...(expected.includes(story) ? [] : [`${changedOn > 0 ? 'changed' : 'unchanged'}, but: ${story}`]),
    ...(changedOn > 1 ? [`changed on ${changedOn} domain controllers`] : []),
    ...(opens ? [] : ['the password that should open does not']),
  ];
}

/** The same request again, as its client would send it, and then one that is new: what is wrong with how they end. */
export async function wrongAgain(
  scene: Scene,
  order: WorkOrder,
  { changedOn }: Aftermath,
): Promise<readonly string[]> {
  scene.replicate?.();
  const ports = { ...scene.ports, clock: later(scene.ports) };
  const states = () => Promise.all(scene.witnesses.map((witness) => witness.see(order.username)));
  const changesOf = (before: Before, now: Before): number =>
    now.filter(
      (seen, at) => seen.passwordLastSet !== before[at]?.passwordLastSet || seen.locked !== before[at].locked,
    ).length;
  const before = await states();
  if (changedOn > 0) {
    const again = await doWork(ports, order);
    const right = order.act === 'change' ? 'refused' : 'done';
    const changes = changesOf(before, await states());
    return changes === 0 && again === right ? [] : [`repeated, it was ${again}, with ${changes} changes`];
  }
  const anew = await doWork(ports, {
    ...order,
    operation: randomUUID(),
    ...(order.act === 'change' && { key: `${order.key}2` }),
  });
  const changes = changesOf(before, await states());
  return changes === 1 && anew === 'done' ? [] : [`tried again, it was ${anew}, with ${changes} changes`];
}
