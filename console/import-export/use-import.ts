import { useRef, useState } from 'react';
import type { ReplyOf } from '../../client/client.ts';
import { api } from '../api.ts';
import { reasonOf } from '../problem-sentence.ts';
import { readFile } from './read-file.ts';

export type Plan = ReplyOf<'POST /api/admin/plan'>;

/** How far an import has come. */
export type Import =
  | { readonly kind: 'none' }
  | { readonly kind: 'looking'; readonly file: File }
  | { readonly kind: 'unreadable'; readonly file: File; readonly why: string }
  | { readonly kind: 'planned'; readonly file: File; readonly plan: Plan };

/** Reads a file and asks what it would change; the file that was chosen last counts. */
export function useImport() {
  const [state, setState] = useState<Import>({ kind: 'none' });
  const looking = useRef<AbortController>(undefined);
  const choose = async (file: File | undefined) => {
    looking.current?.abort();
    const mine = new AbortController();
    looking.current = mine;
    if (!file) return setState({ kind: 'none' });
    setState({ kind: 'looking', file });
    const next = await lookedAt(file, mine.signal);
    if (!mine.signal.aborted) setState(next);
  };
  return { state, choose };
}

async function lookedAt(file: File, signal: AbortSignal): Promise<Import> {
  try {
    const read = await readFile(file);
    if (read.kind === 'unreadable') return { ...read, file };
    // Whatever it is: all that is wrong with it is told at once.
    const document = read.value as Parameters<typeof planned>[0];
    return { kind: 'planned', file, plan: await planned(document, signal) };
  } catch (cause) {
    return { kind: 'unreadable', file, why: reasonOf(cause) };
  }
}

type Written = Parameters<typeof api.call<'POST /api/admin/plan'>>[1]['body']['document'];

const planned = (document: Written, signal: AbortSignal): Promise<Plan> =>
  api.call('POST /api/admin/plan', { body: { document }, signal });
