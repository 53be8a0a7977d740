/** Something that was started and must be stopped. */
interface Stoppable {
  stop(): Promise<void>;
}

export interface TidyUp {
  /** Takes it along, and hands it back. */
  readonly later: <Started extends Stoppable>(it: Started) => Started;
  readonly up: () => Promise<void>;
}

/** Remembers what was started, and stops it in the opposite order; once, however often it is asked. */
export function tidyUp(): TidyUp {
  const started: Stoppable[] = [];
  const stopAll = async (): Promise<void> => {
    for (const each of started.toReversed()) await each.stop();
  };
  let stopping: Promise<void> | undefined;
  return {
    later(it) {
      started.push(it);
      return it;
    },
    up: () => (stopping ??= stopAll()),
  };
}
