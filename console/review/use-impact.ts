import { useEffect, useState } from 'react';
import type { Impact } from '../../client/client.ts';
import { addedImpact, sums } from '../../client/impact.ts';
import { pages } from '../../client/pages.ts';
import { api } from '../api.ts';
import type { Document } from '../draft.tsx';
import { useNotices } from '../notices.tsx';

export interface ImpactSoFar {
  /** What was counted so far; undefined before the first page. */
  readonly sum: Impact | undefined;
  readonly finished: boolean;
}

/** Counts whom a document touches, page by page, telling each sum on the way; leaves off when the screen is left. */
export function useImpact(document: Document | undefined): ImpactSoFar {
  const notices = useNotices();
  const [soFar, setSoFar] = useState<ImpactSoFar>({ sum: undefined, finished: false });
  useEffect(() => {
    if (!document) return undefined;
    const leaving = new AbortController();
    const count = async () => {
      const asked = pages((cursor) =>
        api.call('POST /api/admin/plan/impact', {
          body: { document, ...(cursor !== undefined && { cursor }) },
          signal: leaving.signal,
        }),
      );
      for await (const sum of sums(asked, addedImpact)) setSoFar({ sum, finished: false });
      setSoFar(({ sum }) => ({ sum, finished: true }));
    };
    count().catch((cause: unknown) => {
      if (!leaving.signal.aborted) notices.failed('It could not be counted whom this touches', cause);
    });
    return () => leaving.abort();
  }, [document, notices]);
  return soFar;
}
