import { FUNCTION_NAMES, type FunctionName } from '../lambdas/environment.ts';
import { type Called, eachCalled } from './memory-calls.ts';
import { type RunningFunction, runningFunction, type Usage } from './running-function.ts';
import { startWorld } from './world.ts';

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
 * unlock and reset. CPU is counted by the system and not by the clock, so that other work on the machine hardly shows.
 */
export async function measureMemory(): Promise<readonly MemoryMeasured[]> {
  const world = await startWorld(PEOPLE);
  const running = new Map<FunctionName, RunningFunction>();
  try {
    const begin = async (name: FunctionName): Promise<RunningFunction> => {
      const made = running.get(name) ?? (await runningFunction(world.bundle(name), world.variables));
      running.set(name, made);
      return made;
    };
    const { first, calls } = await eachCalled(PEOPLE, begin, world.standIns.mailbox);
    const measured: MemoryMeasured[] = [];
    for (const name of FUNCTION_NAMES.filter((each) => first.has(each)))
      measured.push(await needsOf(name, await begin(name), first, calls));
    return measured;
  } finally {
    await Promise.all([...running.values()].map((each) => each.stop()));
    await world.stop();
  }
}

const PEOPLE = 12;

async function needsOf(
  name: FunctionName,
  it: RunningFunction,
  first: ReadonlyMap<FunctionName, Usage>,
  calls: readonly Called[],
): Promise<MemoryMeasured> {
  const { peakMiB } = await it.usage();
  const byCall = Map.groupBy(
    calls.filter((each) => each.name === name),
    ({ call }) => call,
  );
  const heaviest = [...byCall]
    .map(([call, each]) => ({ call, ms: median(each.map(({ cpuMs }) => cpuMs)) }))
    .toSorted((one, other) => other.ms - one.ms)[0];
  return {
    name,
    firstMs: Math.round(first.get(name)?.cpuMs ?? 0),
    callMs: Math.round(heaviest?.ms ?? 0),
    call: heaviest?.call ?? '–',
    peakMiB: Math.round(peakMiB),
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
