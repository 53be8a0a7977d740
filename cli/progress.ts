import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

/** Shows how far a long command has come: a bar for a person, a line for every tenth part for a log, nothing when quiet. */
export interface Progress {
  readonly advance: (by: number) => void;
  readonly end: () => void;
}

/** `total` undefined: how much there is, is not known; then only the count is shown. */
export function progress(terminal: Terminal, what: string, total?: number): Progress {
  let done = 0;
  let told = 0;
  const bar = terminal.interactive
    ? new SingleBar(
        {
          format: total === undefined ? `${what}: {value}` : `${what} {bar} {value}/{total}`,
          clearOnComplete: true,
        },
        Presets.shades_classic,
      )
    : undefined;
  bar?.start(total ?? Number.MAX_SAFE_INTEGER, 0);
  return {
    advance(by) {
      done += by;
      bar?.update(done);
      const step = Math.max(1, Math.floor((total ?? 10_000) / 10));
      if (bar || done - told < step) return;
      told = done;
      terminal.talk(total === undefined ? `${what}: ${done}` : `${what}: ${done} of ${total}`);
    },
    end: () => bar?.stop(),
  };
}
