import { countedPorts } from '../../support/watched-ports.ts';
import { startRunning, type Running, type RunningOptions } from './running.ts';

/** Latchkey whose every evaluated guess is counted. */
export interface CountedRunning extends Running {
  /** How often answers were hashed, and how often a code was compared. */
  readonly looks: () => { readonly hashes: number; readonly codes: number };
}

/** Starts Latchkey with a count around the ports that look at proofs; `wrap` may make it worse than it is. */
export async function startCounted(options: RunningOptions): Promise<CountedRunning> {
  let counts: () => Readonly<Record<string, number>> = () => ({});
  const wrap: RunningOptions['wrap'] = (plain) => {
    const counted = countedPorts(options.wrap?.(plain) ?? plain);
    counts = counted.counts;
    return counted.ports;
  };
  const running = await startRunning({ ...options, wrap });
  const looks = () => ({ hashes: counts()['hasher.hash'] ?? 0, codes: counts()['mac.quickMatches'] ?? 0 });
  return { ...running, looks };
}
