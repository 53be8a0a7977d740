/** Work that is done again and again. */
export interface Background {
  /** Settles when a whole run that began after this call is over. Rejects with what that run threw. */
  run(): Promise<void>;
  /** No more runs; settles when the one at work is over. */
  stop(): Promise<void>;
}

/** Does `work` every so many milliseconds, and whenever it is asked for, but never twice at a time. A failed run is told and forgotten. */
export function inBackground(
  everyMs: number,
  work: () => Promise<unknown>,
  failed: (error: unknown) => void,
): Background {
  let working: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  /** Asked for while one run is at work and the next is waiting: that next one will do. */
  const run = (): Promise<void> => {
    next ??= working.then(async () => {
      next = undefined;
      const done = work().then(() => undefined);
      working = done.catch(() => undefined);
      await done;
    });
    return next;
  };
  const timer = setInterval(() => void run().catch(failed), everyMs);
  return {
    run,
    async stop() {
      clearInterval(timer);
      await next?.catch(() => undefined);
      await working;
    },
  };
}
