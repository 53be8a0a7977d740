import type { FunctionName } from '../lambdas/environment.ts';
import { FIRST, type Measured } from './cold-start.ts';
import { type Called, eachCalled } from './memory-calls.ts';
import { rotationCalls } from './rotation-calls.ts';
import { type RunningFunction, runningFunction } from './running-function.ts';
import { startWorld, type World } from './world.ts';

/** What one function needs. */
export interface MemoryMeasured {
  readonly name: FunctionName;
  /** CPU until it had given its first answer, and of one call of its heaviest kind afterwards; in milliseconds. */
  readonly firstMs: number;
  readonly callMs: number;
  /** The call that this was. */
  readonly call: string;
  /** The most memory it ever had, Node and all. */
  readonly peakMiB: number;
}

/**
 * CPU and memory of every function as it is built, in a process of its own, over a run in which people register, prove themselves,
 * unlock and reset. CPU is counted by the system and not by the clock, and the least of several times is what is told: what else the
 * machine does can only add to it.
 */
export async function measureMemory(): Promise<readonly MemoryMeasured[]> {
  const world = await startWorld(PEOPLE);
  const running = new Map<FunctionName, RunningFunction>();
  const begin = async (name: FunctionName): Promise<RunningFunction> => {
    const made = running.get(name) ?? (await runningFunction(world.bundle(name), world.variables));
    running.set(name, made);
    return made;
  };
  try {
    const names: FunctionName[] = [...(Object.keys(FIRST) as Measured[]), 'rotation'];
    const first = new Map<FunctionName, number>();
    for (const name of names) first.set(name, await firstMs(name, world));
    for (const name of names) await (await begin(name)).invoke(firstEvent(name, world));
    const calls = await eachCalled(PEOPLE, begin, world.standIns);
    const measured: MemoryMeasured[] = [];
    for (const name of names) {
      const { peakMiB } = await (await begin(name)).usage();
      measured.push({
        name,
        firstMs: Math.round(first.get(name) ?? 0),
        ...heaviest(calls.filter((each) => each.name === name)),
        peakMiB: Math.round(peakMiB),
      });
    }
    return measured;
  } finally {
    await Promise.all([...running.values()].map((each) => each.stop()));
    await world.stop();
  }
}

const PEOPLE = 12;
const STARTS = 8;

/** Of a rotation the step that makes a password and sets it nowhere. */
const firstEvent = (name: FunctionName, { standIns }: World): object =>
  name === 'rotation' ? (rotationCalls(standIns.secrets)[0]?.[1] ?? {}) : FIRST[name];

async function firstMs(name: FunctionName, world: World): Promise<number> {
  const used: number[] = [];
  for (let i = 0; i < STARTS; i += 1) {
    const it = await runningFunction(world.bundle(name), world.variables);
    await it.invoke(firstEvent(name, world));
    used.push((await it.usage()).cpuMs);
    await it.stop();
  }
  return Math.min(...used);
}

function heaviest(calls: readonly Called[]): Pick<MemoryMeasured, 'call' | 'callMs'> {
  const [found] = [...Map.groupBy(calls, ({ call }) => call)]
    .map(([call, each]) => ({ call, callMs: Math.round(Math.min(...each.map(({ cpuMs }) => cpuMs))) }))
    .toSorted((one, other) => other.callMs - one.callMs);
  return found ?? { call: '–', callMs: 0 };
}
