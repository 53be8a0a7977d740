import { useEffect, useState } from 'react';
import type { RegistrationCounts } from '../../client/client.ts';
import { addedCounts, sums } from '../../client/impact.ts';
import { pages } from '../../client/pages.ts';
import { api } from '../api.ts';
import { reasonOf } from '../problem-sentence.ts';

/** How many people are registered, as far as they are counted. */
export interface CountsSoFar {
  readonly sum?: RegistrationCounts;
  readonly finished: boolean;
  /** Why it could not be counted to the end. */
  readonly trouble?: string;
}

/** Counts everybody page by page, telling each sum on the way; leaves off when the screen is left. */
export function useCounts(): { readonly counts: CountsSoFar; readonly again: () => void } {
  const [counts, setCounts] = useState<CountsSoFar>({ finished: false });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const count = async () => {
      setCounts({ finished: false });
      const asked = pages((cursor) =>
        api.call('GET /api/admin/registrations/counts', { query: { cursor }, signal: leaving.signal }),
      );
      for await (const sum of sums(asked, addedCounts)) setCounts({ sum, finished: false });
      setCounts((before) => ({ ...before, finished: true }));
    };
    count().catch((cause: unknown) => {
      if (!leaving.signal.aborted) setCounts((before) => ({ ...before, trouble: reasonOf(cause) }));
    });
    return () => leaving.abort();
  }, [round]);
  return { counts, again: () => setRound((before) => before + 1) };
}
