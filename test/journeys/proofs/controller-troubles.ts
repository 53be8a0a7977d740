import { actInTrouble, type Careless, type Case, type LinedScene } from './act-in-trouble.ts';
import { sweep } from '../../../domain/recovery/sweep.ts';
import { aftermathOf, seenBefore, wrongAfter, wrongAgain, type Aftermath, type Before } from './aftermath.ts';
import { readyOrder, sweepLater } from './killed.ts';
import { TROUBLES } from './line-troubles.ts';
import type { Told } from './told.ts';
import type { WorkOrder } from './work-order.ts';
import { directoryPorts } from './work-ports.ts';

export interface Thoroughness {
  /** The calls at which everything happens; at the others only the first trouble does. All when left out. */
  readonly at?: RegExp;
  readonly careless?: Careless;
}

export interface Troubled {
  /** The calls at which it happened, in order. */
  readonly points: readonly string[];
  readonly runs: number;
  /** How often each was told. */
  readonly told: Readonly<Record<Told, number>>;
  /** One sentence for each thing that was not as promised, naming the point. */
  readonly wrong: readonly string[];
}

const DAY_MS = 24 * 60 * 60_000;

/**
 * Lets every trouble befall the domain controller in use at every call of a port, before it and after it; it comes back, or
 * never does where the person was told "perhaps". Looks each time whether what the person is told, then and later, is true.
 */
export async function troubleEverywhere(
  scene: LinedScene,
  act: 'reset' | 'unlock',
  nextPerson: () => string,
  { at = /^/, careless }: Thoroughness = {},
): Promise<Troubled> {
  const points: string[] = [];
  const wrong: string[] = [];
  const told: Record<Told, number> = { done: 0, unchanged: 0, perhaps: 0, unknown: 0 };
  let runs = 0;
  const befall = async (one: Case): Promise<Run> => {
    const run = await runThrough(scene, act, nextPerson(), one, careless);
    runs += 1;
    told[run.told] += 1;
    told.unknown += run.endedUnknown ? 1 : 0;
    const place = `${act}, ${one.trouble} ${one.moment} ${run.point ?? 'nothing'}, ${one.back ? 'back' : 'never back'}`;
    wrong.push(...run.wrong.map((trouble) => `${place}: ${trouble}`));
    return run;
  };
  for (let call = 1; ; call += 1) {
    let point: string | undefined;
    for (const [moment, trouble] of EVERYTHING) {
      if (point !== undefined && !at.test(point)) break;
      const run = await befall({ call, moment, trouble, back: true });
      point ??= run.point;
      if (run.told === 'perhaps') await befall({ call, moment, trouble, back: false });
    }
    if (point === undefined) return { points, runs, told, wrong };
    points.push(point);
  }
}

const EVERYTHING = (['before', 'after'] as const).flatMap((moment) =>
  TROUBLES.map((trouble) => [moment, trouble] as const),
);

interface Run {
  /** The call; undefined when there were not so many. */
  readonly point: string | undefined;
  readonly told: Told;
  readonly endedUnknown: boolean;
  readonly wrong: readonly string[];
}

async function runThrough(
  scene: LinedScene,
  act: 'reset' | 'unlock',
  username: string,
  one: Case,
  careless?: Careless,
): Promise<Run> {
  const order = await readyOrder(scene, act, username);
  const before = await seenBefore(scene, order);
  const { point, told } = await actInTrouble(scene, order, one, careless);
  for (const line of scene.lines) await line.arrived();
  for (const witness of scene.witnesses) await witness.quiet();
  const then = await aftermathOf(scene, order, before);
  const wrongThen = wrongTold(told, then);
  const ending = one.back ? await endOf(scene, order, before) : await endWithout(scene, order, before, told);
  await mend(scene);
  scene.replicate?.();
  return { point, told, ...ending, wrong: [...wrongThen, ...ending.wrong] };
}

async function mend({ lines }: LinedScene): Promise<void> {
  for (const line of lines) await line.up();
}

function wrongTold(told: Told, { changedOn, state }: Aftermath): readonly string[] {
  const isTrue = told === 'done' ? changedOn === 1 : told === 'unchanged' ? changedOn === 0 : changedOn <= 1;
  return [
    ...(isTrue ? [] : [`told ${told}, changed on ${changedOn}`]),
    ...(told === 'unknown' ? ['told unknown before anybody looked'] : []),
    ...(told !== 'perhaps' || state === 'executing' ? [] : [`told perhaps, and nobody will look: ${state}`]),
  ];
}

/** The domain controller is back, the sweeper comes, the client asks again: what is known must be what is true. */
async function endOf(scene: LinedScene, order: WorkOrder, before: Before) {
  await mend(scene);
  const fresh = { ...scene, ports: { ...scene.ports, ...directoryPorts(scene.found.directory) } };
  await sweepLater(fresh);
  const after = await aftermathOf(fresh, order, before);
  const wrong = [...wrongAfter(order, after), ...(await wrongAgain(fresh, order, after))];
  return { endedUnknown: after.settled.includes('unknown'), wrong };
}

/** It never comes back: whoever was told "perhaps" waits a day, and is then told that nobody knows; the others know. */
async function endWithout(scene: LinedScene, order: WorkOrder, before: Before, told: Told) {
  const { ports } = scene;
  const asked = () => scene.witnesses.map((witness) => witness.asked());
  const askedThen = JSON.stringify(asked());
  const [line] = scene.lines;
  await line?.down();
  await sweepLater(scene);
  const meanwhile = await aftermathOf(scene, order, before);
  await sweep({ ...ports, clock: { now: () => ports.clock.now() + DAY_MS } });
  const after = await aftermathOf(scene, order, before);
  const wrong = [
    ...(meanwhile.state === 'executing'
      ? []
      : [`settled without its domain controller: ${meanwhile.settled.join()}`]),
    ...(after.settled.join() === 'unknown' && after.state === 'done' && after.notices === 1
      ? []
      : [`told ${told}, and after a day: ${after.settled.join()}, ${after.state}, ${after.notices} notices`]),
    ...(after.changedOn <= 1 && JSON.stringify(asked()) === askedThen ? [] : ['changed again']),
  ];
  return { endedUnknown: after.settled.includes('unknown'), wrong };
}
