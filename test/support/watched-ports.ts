import type { RepairBench, RepairDesk } from '../../domain/ports/repair-desk.ts';

type Call = () => unknown;
/** Told of every call of a port's method; `call` makes it. */
export type Watch = (name: string, call: Call) => unknown;

/** The same ports, with every call of theirs (the bench's too) led through `watch`. The clock and random are left alone. */
export function watchedPorts<P extends object>(ports: P, watch: Watch): P {
  const unwatched = new Set(['clock', 'random']);
  const entries = Object.entries(ports).map(([name, port]: [string, object]) => [
    name,
    unwatched.has(name) ? port : watched(name, port, watch),
  ]);
  return Object.fromEntries(entries) as P;
}

function watched<T extends object>(name: string, port: T, watch: Watch): T {
  return new Proxy(port, {
    get: (target, property) => {
      const member: unknown = Reflect.get(target, property);
      if (typeof member !== 'function') return member;
      const method = `${name}.${String(property)}`;
      if (method === 'repairs.at') return atWatchedBench(target as unknown as RepairDesk, watch);
      return (...given: unknown[]) => watch(method, () => Reflect.apply(member, target, given) as unknown);
    },
  });
}

const atWatchedBench =
  (desk: RepairDesk, watch: Watch): RepairDesk['at'] =>
  (person, work) =>
    watch('repairs.at', () =>
      desk.at(person, (bench) => work(bench && watched<RepairBench>('bench', bench, watch))),
    ) as ReturnType<typeof work>;

/** Counts the calls of each method, by name. */
export function countedPorts<P extends object>(ports: P) {
  const counts = new Map<string, number>();
  const counted = watchedPorts(ports, (name, call) => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return call();
  });
  return { ports: counted, counts: () => Object.fromEntries(counts) };
}
