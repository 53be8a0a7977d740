import { watchedPorts } from '../../support/watched-ports.ts';
import { startRunning, type Running, type RunningOptions } from './running.ts';

/** What happens to whom it may: told right before and right after a port was called. */
export interface Trouble {
  readonly call: string;
  readonly before?: () => void;
  readonly after?: () => void;
}

/** Latchkey whose surroundings fail at a moment that is chosen. */
export interface TroubledRunning extends Running {
  /** From now on; undefined: no more trouble. */
  trouble(trouble: Trouble | undefined): void;
}

export async function startTroubled(options: RunningOptions): Promise<TroubledRunning> {
  let coming: Trouble | undefined;
  const wrap: RunningOptions['wrap'] = (plain) =>
    watchedPorts(plain, (name, call) => {
      if (name !== coming?.call) return call();
      const { before, after } = coming;
      before?.();
      if (!after) return call();
      return Promise.resolve(call()).finally(after);
    });
  const running = await startRunning({ ...options, wrap });
  return {
    ...running,
    trouble(trouble) {
      coming = trouble;
    },
  };
}
