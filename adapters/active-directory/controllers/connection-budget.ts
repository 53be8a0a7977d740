import { Failure } from '../../../domain/failure.ts';

/** Holds a process to so many connections with one domain controller at a time, whatever comes in. */
export interface ConnectionBudget {
  /**
   * A place for one connection, first come, first served; answers what gives it back. Throws Failure `directory-busy` when
   * the signal ends the waiting.
   */
  place(url: string, signal: AbortSignal): Promise<() => void>;
}

/** At most `atOnce` for each domain controller. */
export function connectionBudget(atOnce: number): ConnectionBudget {
  const taken = new Map<string, number>();
  const waiting = new Map<string, Set<() => void>>();

  const release = (url: string) => (): void => {
    const queue = waiting.get(url);
    const [next] = queue ?? [];
    if (next) {
      // The place goes from hand to hand: nobody who comes just now can take it first.
      queue?.delete(next);
      next();
    } else taken.set(url, (taken.get(url) ?? 1) - 1);
  };
  const once = (give: () => void) => {
    let given = false;
    return (): void => {
      if (given) return;
      given = true;
      give();
    };
  };

  return {
    place(url, signal) {
      if (signal.aborted) return Promise.reject(busy(url, atOnce));
      const inUse = taken.get(url) ?? 0;
      if (inUse < atOnce) {
        taken.set(url, inUse + 1);
        return Promise.resolve(once(release(url)));
      }
      const queue = waiting.get(url) ?? new Set();
      waiting.set(url, queue);
      return new Promise((resolve, reject) => {
        const called = (): void => {
          signal.removeEventListener('abort', gaveUp);
          resolve(once(release(url)));
        };
        const gaveUp = (): void => {
          queue.delete(called);
          reject(busy(url, atOnce));
        };
        queue.add(called);
        signal.addEventListener('abort', gaveUp, { once: true });
      });
    },
  };
}

const busy = (url: string, atOnce: number): Failure =>
  new Failure(
    'directory-busy',
    `${url} is busy: all ${atOnce} connections that one process may have with it stayed in use until the deadline`,
  );
