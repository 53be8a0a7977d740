import { aftermathOf, wrongAfter, wrongAgain } from './aftermath.ts';
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
  for (const death of deaths) {
    const username = nextPerson();
    if (act === 'unlock') scene.lookAlike.arrange(username, { locked: true });
    orders.push({ ...(await readyOrder(scene, act, username)), ...death });
  }
  const modifies = scene.lookAlike.counts().modifies;
  const ends = await Promise.all(orders.map((order) => runOrder(scene.process, order)));
  await sweepLater(scene);
  const made = scene.lookAlike.counts().modifies - modifies;
  const found: string[] = [];
  let changed = 0;
  for (const end of ends) {
    const after = await aftermathOf(scene, end.order);
    changed += after.changed ? 1 : 0;
    const troubles = [...wrongAfter(end.order, after), ...(await wrongAgain(scene, end.order, after))];
    found.push(...troubles.map((trouble) => `${placeOf(end)}: ${trouble}`));
  }
  return {
    ends,
    found: made === changed ? found : [...found, `${made} changes were asked for, ${changed} are seen`],
  };
}

const placeOf = ({ order, calls }: End): string =>
  `${order.act}, ${order.moment ?? `${order.afterMs ?? '?'} ms, in`} ${calls.at(-1) ?? 'its beginning'}`;
