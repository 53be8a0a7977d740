import { watchedPorts } from './watched-ports.ts';

/** When in the last call the process dies: before the port did anything, or after it did all of it. */
export type Death = 'before' | 'after';

/**
 * Ports of a process that dies at its `last` call: that call never comes back, and no later one does anything. `died`
 * is kept when it happens, and names the call.
 */
export function mortalPorts<P extends object>(ports: P, last: number, death: Death) {
  let calls = 0;
  let dead = false;
  let tell: (name: string) => void = () => undefined;
  const died = new Promise<string>((resolve) => {
    tell = resolve;
  });
  // A promise that never settles: what awaits it is as good as dead.
  const never = (): Promise<never> => new Promise<never>(() => undefined);
  const mortal = watchedPorts(ports, (name, call) => {
    if (dead) return never();
    calls += 1;
    // Later calls while it still lives are part of the last one: what is done at the bench is part of `repairs.at`.
    if (calls !== last) return call();
    if (death === 'before') {
      dead = true;
      tell(name);
      return never();
    }
    return Promise.resolve(call()).then(() => {
      dead = true;
      tell(name);
      return never();
    });
  });
  return { ports: mortal, died };
}
