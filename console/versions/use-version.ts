import { useEffect, useState } from 'react';
import { ApiProblem, type ReplyOf } from '../../client/client.ts';
import { api } from '../api.ts';
import { reasonOf } from '../problem-sentence.ts';

export type Version = ReplyOf<'GET /api/admin/configuration/versions/{version}'>;

/** One version, once it is there; or why it is not, and the way to ask again. */
export interface VersionAsked {
  readonly version?: Version;
  readonly trouble?: string;
  readonly again: () => void;
}

/** Asks for one version. */
export function useVersion(number: string): VersionAsked {
  const [asked, setAsked] = useState<Omit<VersionAsked, 'again'>>({});
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const become = (next: Omit<VersionAsked, 'again'>) => {
      if (!leaving.signal.aborted) setAsked(next);
    };
    become({});
    api
      .call('GET /api/admin/configuration/versions/{version}', {
        params: { version: number },
        signal: leaving.signal,
      })
      .then((version) => become({ version }))
      .catch((cause: unknown) => become({ trouble: troubleOf(cause, number) }));
    return () => leaving.abort();
  }, [number, round]);
  return { ...asked, again: () => setRound((before) => before + 1) };
}

const troubleOf = (cause: unknown, number: string): string =>
  cause instanceof ApiProblem && cause.code === 'no-such-version'
    ? `There is no version “${number}”. Choose one of the list.`
    : reasonOf(cause);
