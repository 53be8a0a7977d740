/** Something that was started and must be stopped. */
interface Stoppable {
  stop(): Promise<void>;
}

/** Remembers what was started, and stops it in the opposite order; once, however often it is asked. */
export function tidyUp() {
  const started: Stoppable[] = [];
  const stopAll = async (): Promise<void> => {
    for (const each of started.toReversed()) await each.stop();
  };
  let stopping: Promise<void> | undefined;
  return {
    /** Takes it along, and hands it back. */
    later: <Started extends Stoppable>(it: Started): Started => {
      started.push(it);
      return it;
    },
    up: (): Promise<void> => (stopping ??= stopAll()),
  };
}
