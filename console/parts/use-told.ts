import { useEffect, useState } from 'react';
import type { Described } from '../../client/client.ts';
import { api } from '../api.ts';
import { useDraft } from '../draft.tsx';

/** What the document that is shown says in plain sentences, and what is risky about it. */
export interface Told {
  readonly sentences: readonly Described[];
  readonly warnings: readonly string[];
}

/** Asks what my draft says, whenever it was saved; without a draft, what is in force says. Undefined while it is asked. */
export function useTold(): Told | undefined {
  const { draft, inForce } = useDraft();
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    if (!draft) return undefined;
    const leaving = new AbortController();
    setTold(undefined);
    api
      .call('POST /api/admin/plan', { body: { document: draft.document }, signal: leaving.signal })
      .then(setTold)
      // The screen does without: the review says it all again, and why it could not be said.
      .catch(() => undefined);
    return () => leaving.abort();
  }, [draft]);
  return draft ? told : inForce;
}
