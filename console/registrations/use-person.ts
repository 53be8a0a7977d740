import { useCallback, useEffect, useState } from 'react';
import type { Registration, ReplyOf } from '../../client/client.ts';
import { api } from '../api.ts';
import { reasonOf } from '../problem-sentence.ts';

export type Match = ReplyOf<'POST /api/admin/match'>;

/** What is known of one person. */
export type Known =
  | { readonly kind: 'asking' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'trouble'; readonly says: string }
  | { readonly kind: 'somebody'; readonly match: Match; readonly row: Registration | undefined };

/** Looks one person up by name, and what they have registered. `round` counts how often that was asked anew. */
export function usePerson(name: string): {
  readonly known: Known;
  readonly round: number;
  readonly again: () => void;
} {
  const [known, setKnown] = useState<Known>({ kind: 'asking' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const become = (next: Known) => {
      if (!leaving.signal.aborted) setKnown(next);
    };
    ask(name, leaving.signal)
      .then(become)
      .catch((cause: unknown) => become({ kind: 'trouble', says: reasonOf(cause) }));
    return () => leaving.abort();
  }, [name, round]);
  return { known, round, again: useCallback(() => setRound((before) => before + 1), []) };
}

async function ask(name: string, signal: AbortSignal): Promise<Known> {
  const match = await api.call('POST /api/admin/match', { body: { username: name }, signal });
  if (!match.found) return { kind: 'nobody' };
  // The report of what lies under one person's own entry is that person.
  const { rows } = await api.call('GET /api/admin/registrations', {
    query: { under: match.distinguishedName },
    signal,
  });
  return {
    kind: 'somebody',
    match,
    row: rows.find((one) => one.distinguishedName === match.distinguishedName),
  };
}
