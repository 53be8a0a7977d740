import type { Api } from '../client/api-types.ts';
import { ApiProblem } from '../client/client.ts';
import { api } from './api.ts';

export type InForce = Api['GET /api/admin/configuration']['reply'];
export type Draft = Api['PUT /api/admin/draft']['reply'];
export type Document = Draft['document'];
export type Change = (document: Document) => Document;

/** What is in force, and the draft of whoever is signed in. */
export interface Loaded {
  readonly inForce: InForce;
  readonly draft: Draft | undefined;
}

/** A change that was not kept because the draft is not the one that was seen: the draft there now, and the way on. */
export interface Moved {
  readonly there: Loaded;
  /** Makes the change on what is there (true), or leaves that as it is (false). */
  readonly settle: (again: boolean) => void;
}

/** What it keeps, as it is now. */
export interface Kept {
  readonly loaded: Loaded | undefined;
  readonly moved: Moved | undefined;
}

/** Keeps the draft: one change after the other, each on what the one before it left, and none over what another window did. */
export interface DraftKeeper {
  readonly now: () => Kept;
  readonly follow: (changed: () => void) => () => void;
  /** Throws ApiProblem. */
  readonly load: () => Promise<void>;
  /** Whether the change is kept; false when it was left in favour of another window's. Throws ApiProblem. */
  readonly edit: (change: Change) => Promise<boolean>;
  /** Throws ApiProblem. */
  readonly drop: () => Promise<void>;
  readonly take: (draft: Draft) => void;
}

/** A keeper of the draft; without `mine` of what is in force alone, for those who may have no draft. */
export function draftKeeper(mine: boolean): DraftKeeper {
  let kept: Kept = { loaded: undefined, moved: undefined };
  let last: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();
  const become = (next: Kept) => {
    kept = next;
    for (const listener of listeners) listener();
  };
  const load = async () => become({ ...kept, loaded: await loadedNow(mine) });
  /** Two quick changes must not both begin from the same revision: the second would look like another window's. */
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const turn = last.then(act);
    last = turn.catch(() => undefined);
    return turn;
  };
  const settled = async (): Promise<boolean> => {
    const there = await loadedNow(mine);
    const again = await new Promise<boolean>((settle) => become({ ...kept, moved: { there, settle } }));
    become({ loaded: there, moved: undefined });
    return again;
  };
  const edit = async (change: Change): Promise<boolean> => {
    const { loaded } = kept;
    if (!loaded) return false;
    try {
      become({ ...kept, loaded: { ...loaded, draft: await saved(loaded, change) } });
      return true;
    } catch (cause) {
      if (!(cause instanceof ApiProblem) || cause.code !== 'draft-moved') throw cause;
      return (await settled()) ? edit(change) : false;
    }
  };
  return {
    now: () => kept,
    follow(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    load,
    edit: (change) => inTurn(() => edit(change)),
    drop: () =>
      inTurn(async () => {
        const draft = kept.loaded?.draft;
        if (draft) await api.call('DELETE /api/admin/draft', { body: { revision: draft.revision } });
        await load();
      }),
    take: (draft) => become({ ...kept, loaded: kept.loaded && { ...kept.loaded, draft } }),
  };
}

async function loadedNow(mine: boolean): Promise<Loaded> {
  const inForce = await api.call('GET /api/admin/configuration');
  const { draft } = mine ? await api.call('GET /api/admin/draft') : { draft: null };
  return { inForce, draft: draft ?? undefined };
}

const saved = ({ inForce, draft }: Loaded, change: Change): Promise<Draft> =>
  api.call('PUT /api/admin/draft', {
    body: {
      document: change(draft?.document ?? inForce.document),
      basedOn: draft?.basedOn ?? inForce.version,
      revision: draft?.revision ?? 0,
    },
  });
