import { useCallback, useEffect, useState } from 'react';
import type { ReplyOf } from '../../client/client.ts';
import { api } from '../api.ts';
import { useNotices } from '../notices.tsx';
import { reasonOf } from '../problem-sentence.ts';
import { allFindings, tallyWords } from './tally.ts';

export type Health = ReplyOf<'GET /api/admin/health'>;

/** What the doctor and the pre-flight found last, and having the doctor look again. */
export interface HealthNow {
  /** Undefined while it is asked. */
  readonly health: Health | undefined;
  /** Why it could not be told. */
  readonly trouble: string | undefined;
  /** The doctor is looking. */
  readonly looking: boolean;
  readonly lookNow: () => void;
  /** Asks again what was found last. */
  readonly again: () => void;
}

export function useHealth(): HealthNow {
  const notices = useNotices();
  const [health, setHealth] = useState<Health>();
  const [trouble, setTrouble] = useState<string>();
  const [looking, setLooking] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    setTrouble(undefined);
    api
      .call('GET /api/admin/health', { signal: leaving.signal })
      .then(setHealth)
      .catch((cause: unknown) => {
        if (!leaving.signal.aborted) setTrouble(reasonOf(cause));
      });
    return () => leaving.abort();
  }, [round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const lookNow = () => {
    setLooking(true);
    api
      .call('POST /api/admin/examination', { body: {} })
      .then((examination) => {
        setHealth((before) => ({ preFlight: null, underWay: null, ...before, examination }));
        notices.done(`The doctor has looked at every domain. ${tallyWords(allFindings(examination))}`);
      })
      .catch((cause: unknown) => notices.failed('The doctor could not look. Nothing was changed', cause))
      .finally(() => setLooking(false));
  };
  return { health, trouble, looking, lookNow, again };
}
