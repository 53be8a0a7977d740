import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

/** Shows how far a long command has come: a bar for a person, a line for every tenth part for a log, nothing when quiet. */
export interface Progress {
  readonly advance: (by: number) => void;
  readonly end: () => void;
}

/** Where nobody knows how much there is. */
const A_STEP = 1_000;

/**
 * `total` undefined: how much there is, is not known; then only the count is shown. `amidData`: data is written meanwhile, and where
 * that comes to the same screen nothing is drawn between its lines.
 */
export function progress(
  terminal: Terminal,
  what: string,
  { total, amidData = false }: { readonly total?: number; readonly amidData?: boolean } = {},
): Progress {
  const shown = amidData && terminal.dataShown;
  if (shown || terminal.quiet) return { advance: () => undefined, end: () => undefined };
  return terminal.watched ? drawn(what, total) : told(terminal, what, total);
}

function drawn(what: string, total: number | undefined): Progress {
  const format = total === undefined ? `${what}: {value}` : `${what} {bar} {value}/{total}`;
  const bar = new SingleBar({ format, clearOnComplete: true }, Presets.shades_classic);
  bar.start(total ?? Number.MAX_SAFE_INTEGER, 0);
  return { advance: (by) => bar.increment(by), end: () => bar.stop() };
}

function told({ talk }: Terminal, what: string, total: number | undefined): Progress {
  const step = total === undefined ? A_STEP : Math.max(1, Math.ceil(total / 10));
  let done = 0;
  return {
    advance(by) {
      const before = Math.floor(done / step);
      done += by;
      if (Math.floor(done / step) > before)
        talk(total === undefined ? `${what}: ${done}` : `${what}: ${done} of ${total}`);
    },
    end: () => undefined,
  };
}
