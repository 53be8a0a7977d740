import { watchedPorts } from './watched-ports.ts';

/** Thrown where something broke off. */
export class Broken extends Error {}

/** Where ports break: at their `call`th call (from 0), before it did anything or after it did everything. */
export interface BreakingPoint {
  readonly call: number;
  readonly when: 'before' | 'after';
}

/** The same ports, one of whose calls breaks off; none when no point is given. The process that made it may go on, as a crashed one may not. */
export function breakingPorts<P extends object>(ports: P, point?: BreakingPoint) {
  let calls = 0;
  const breaking = watchedPorts(ports, async (name, call) => {
    const breaks = calls === point?.call ? point.when : undefined;
    calls += 1;
    if (breaks === 'before') throw new Broken(`${name} broke off before anything was done`);
    const answer = await call();
    if (breaks === 'after') throw new Broken(`${name} was done, and broke off then`);
    return answer;
  });
  return { ports: breaking, calls: () => calls };
}
