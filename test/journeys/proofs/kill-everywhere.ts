import { aftermathOf, seenBefore, wrongAfter, wrongAgain, type Aftermath, type Before } from './aftermath.ts';
import { readyOrder, runOrder, sweepLater, type End, type Scene } from './killed.ts';
import type { Act, Moment, WorkOrder } from './work-order.ts';

export interface Killed {
  /** The calls in which a process died, in order. */
  readonly points: readonly string[];
  readonly kills: number;
  /** One sentence for each thing that was not as promised, naming the point. */
  readonly wrong: readonly string[];
}

const MOMENTS: readonly Moment[] = ['before', 'after'];
/** How many die at a time. They work in twos; the sweeper comes when all are dead. */
const AT_ONCE = 2;

/**
 * Lets processes die at every call of a port, before it and after it, each with a person of its own, until one survives;
 * then lets the sweeper come by, and looks whether what is written down is what is true. `careless` writes intents too late.
 */
export async function killEverywhere(
  scene: Scene,
  act: Act,
  nextPerson: () => string,
  careless = false,
): Promise<Killed> {
  const points: string[] = [];
  const wrong: string[] = [];
  let kills = 0;
  for (let lastCall = 1, alive = false; !alive; lastCall += 1) {
    const { ends, found } = await wave(
      scene,
      act,
      nextPerson,
      MOMENTS.map((moment) => ({ lastCall, moment, careless })),
    );
    alive = ends.every(({ killed }) => !killed);
    kills += ends.filter(({ killed }) => killed).length;
    if (!alive) points.push(ends[0]?.calls.at(-1) ?? '?');
    wrong.push(...found);
  }
  return { points, kills, wrong };
}

/** Lets processes die after so many milliseconds, wherever they are then. */
export async function killAnywhere(
  scene: Scene,
  act: Act,
  nextPerson: () => string,
  afterMs: () => number,
): Promise<Killed> {
  const { ends, found } = await wave(
    scene,
    act,
    nextPerson,
    Array.from({ length: AT_ONCE }, () => ({ afterMs: afterMs() })),
  );
  const killed = ends.filter((end) => end.killed);
  return { points: killed.map(({ calls }) => calls.at(-1) ?? 'start'), kills: killed.length, wrong: found };
}

async function wave(
  scene: Scene,
  act: Act,
  nextPerson: () => string,
  deaths: readonly Pick<WorkOrder, 'lastCall' | 'moment' | 'afterMs' | 'careless'>[],
): Promise<{ readonly ends: readonly End[]; readonly found: readonly string[] }> {
  const orders: WorkOrder[] = [];
  const before: Before[] = [];
  for (const death of deaths) {
    const order = { ...(await readyOrder(scene, act, nextPerson())), ...death };
    orders.push(order);
    before.push(await seenBefore(scene, order));
  }
  const asked = askedOf(scene);
  const ends = await Promise.all(orders.map((order) => runOrder(scene.process, order)));
  await sweepLater(scene);
  const made = askedOf(scene) - asked;
  const afters: Aftermath[] = [];
  for (const [at, { order }] of ends.entries())
    afters.push(await aftermathOf(scene, order, before[at] ?? []));
  const changed = afters.reduce((sum, { changedOn }) => sum + changedOn, 0);
  const found: string[] = [];
  for (const [at, after] of afters.entries()) {
    const end = ends[at];
    if (!end) continue;
    const troubles = [...wrongAfter(end.order, after), ...(await wrongAgain(scene, end.order, after))];
    found.push(...troubles.map((trouble) => `${placeOf(end)}: ${trouble}`));
  }
  const miscounted = !Number.isNaN(made) && made !== changed;
  return {
    ends,
    found: miscounted ? [...found, `${made} changes were asked for, ${changed} are seen`] : found,
  };
}

/** How many changes all of them were asked for; NaN where one of them does not count. */
const askedOf = ({ witnesses }: Scene): number =>
  witnesses.reduce((sum, witness) => sum + (witness.asked() ?? Number.NaN), 0);

const placeOf = ({ order, calls }: End): string =>
  `${order.act}, ${order.moment ?? `${order.afterMs ?? '?'} ms, in`} ${calls.at(-1) ?? 'its beginning'}`;
