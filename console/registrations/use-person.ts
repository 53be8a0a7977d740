import { useCallback, useEffect, useState } from 'react';
import type { Explanation, Registration } from '../../client/client.ts';
import { api } from '../api.ts';
import { reasonOf } from '../problem-sentence.ts';

/** What is known of whom a claim names. */
export type Known =
  | { readonly kind: 'asking' }
  /** None, or several: then they are named, the first few. */
  | { readonly kind: 'nobody'; readonly sentences: readonly string[]; readonly names: readonly string[] }
  | { readonly kind: 'trouble'; readonly says: string }
  | {
      readonly kind: 'somebody';
      readonly explanation: Explanation;
      readonly row: Registration | undefined;
    };

export interface PersonNow {
  readonly known: Known;
  /** It is being looked up, for the first time or again. */
  readonly looking: boolean;
  /** Counts how often. */
  readonly round: number;
  readonly again: () => void;
}

/** Looks up whom a claim names, all that decides over them, and what they have registered. */
export function usePerson(claim: string): PersonNow {
  const [known, setKnown] = useState<Known>({ kind: 'asking' });
  const [looking, setLooking] = useState(true);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const become = (next: Known) => {
      if (leaving.signal.aborted) return;
      setKnown(next);
      setLooking(false);
    };
    setLooking(true);
    ask(claim, leaving.signal)
      .then(become)
      .catch((cause: unknown) => become({ kind: 'trouble', says: reasonOf(cause) }));
    return () => leaving.abort();
  }, [claim, round]);
  return { known, looking, round, again: useCallback(() => setRound((before) => before + 1), []) };
}

async function ask(claim: string, signal: AbortSignal): Promise<Known> {
  const { explanation, sentences, found, names } = await api.call('POST /api/admin/explain', {
    body: { claim },
    signal,
  });
  if (!explanation) return { kind: 'nobody', sentences, names: found === 'several' ? names : [] };
  // The report of what lies under one person's own entry is that person.
  const { rows } = await api.call('GET /api/admin/registrations', {
    query: { under: explanation.distinguishedName },
    signal,
  });
  const row = rows.find((one) => one.distinguishedName === explanation.distinguishedName);
  return { kind: 'somebody', explanation, row };
}
