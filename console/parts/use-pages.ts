import { useCallback, useEffect, useMemo, useState } from 'react';

/** A page of something, and what leads to the next one. */
interface Page {
  readonly next?: string;
}

/** Asks for the page that a cursor leads to; the first one without. */
export type LoadPage<P extends Page> = (cursor: string | undefined, signal: AbortSignal) => Promise<P>;

interface SoFar<P> {
  readonly pages: readonly P[];
  readonly finished: boolean;
  readonly busy: boolean;
  /** Why the last page did not come; what came before is still here. */
  readonly trouble?: unknown;
}

/** What was loaded so far, and the way on. */
export interface Paged<P> extends SoFar<P> {
  /** Loads on, until enough more is there or there is nothing more. */
  readonly more: () => void;
  /** Forgets all and begins anew. */
  readonly restart: () => void;
}

const NOTHING = { pages: [], finished: false, busy: true } as const;

/** As much as is loaded at a time unless it is said, so that a page without a match is not a list that looks empty. */
const ENOUGH = 50;

/**
 * Loads a list page by page: at once until something is there to look at, then whenever it is asked for more. Begins anew
 * when `load` is another function (keep it with useCallback), and leaves off when the screen is left.
 */
export function usePages<P extends Page>(
  load: LoadPage<P>,
  countOf: (page: P) => number,
  enough = ENOUGH,
): Paged<P> {
  const [soFar, setSoFar] = useState<SoFar<P>>(NOTHING);
  const [round, setRound] = useState(0);
  const [walk, setWalk] = useState<() => void>();
  useEffect(() => {
    const leaving = new AbortController();
    let now: SoFar<P> = NOTHING;
    const become = (next: SoFar<P>) => {
      if (leaving.signal.aborted) return;
      now = next;
      setSoFar(next);
    };
    const step = async () => {
      const { pages } = now;
      become({ pages, finished: false, busy: true });
      try {
        let found = 0;
        while (found < enough && !now.finished && !leaving.signal.aborted) {
          const page = await load(now.pages.at(-1)?.next, leaving.signal);
          found += countOf(page);
          become({ pages: [...now.pages, page], finished: page.next === undefined, busy: true });
        }
        become({ ...now, busy: false });
      } catch (trouble) {
        become({ ...now, busy: false, trouble });
      }
    };
    setWalk(() => () => {
      if (!now.busy) void step();
    });
    void step();
    return () => leaving.abort();
  }, [load, countOf, enough, round]);
  const more = useCallback(() => walk?.(), [walk]);
  const restart = useCallback(() => setRound((before) => before + 1), []);
  return useMemo(() => ({ ...soFar, more, restart }), [soFar, more, restart]);
}
