import { useEffect, useState } from 'react';
import type { Language } from '../../client/client.ts';
import { api } from '../api.ts';
import { reasonOf } from '../problem-sentence.ts';

/** The languages there are, once they are there; or why they are not, and the way to ask again. */
export interface LanguagesAsked {
  readonly languages?: readonly Language[];
  readonly trouble?: string;
  readonly again: () => void;
}

/** Asks which languages the portal can speak. `wanted` false asks nothing: for roles that may not know. */
export function useLanguages(wanted = true): LanguagesAsked {
  const [asked, setAsked] = useState<Omit<LanguagesAsked, 'again'>>({});
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!wanted) return undefined;
    const leaving = new AbortController();
    const become = (next: Omit<LanguagesAsked, 'again'>) => {
      if (!leaving.signal.aborted) setAsked(next);
    };
    api
      .call('GET /api/admin/languages', { signal: leaving.signal })
      .then(become)
      .catch((cause: unknown) => become({ trouble: reasonOf(cause) }));
    return () => leaving.abort();
  }, [wanted, round]);
  return { ...asked, again: () => setRound((before) => before + 1) };
}
