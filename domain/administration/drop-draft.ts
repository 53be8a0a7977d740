import type { Ports } from '../ports/index.ts';
import type { AdminSession } from './admin-session.ts';
import type { Draft } from './draft.ts';
import { eventBy } from './event-by.ts';

export type DropDraftNeeds = Pick<Ports, 'drafts' | 'trail' | 'random' | 'clock'>;

export type DraftDropped =
  | { readonly kind: 'dropped' }
  /** It is not the one that was seen: the draft now there, if there is one. */
  | { readonly kind: 'draft-moved'; readonly draft?: Draft };

/** Drops an administrator's draft while it is still the one that was seen. */
export async function dropDraft(
  ports: DropDraftNeeds,
  session: AdminSession,
  { revision }: { readonly revision: number },
): Promise<DraftDropped> {
  const { person } = session.administrator;
  if (!(await ports.drafts.drop(person, revision))) {
    const draft = await ports.drafts.find(person);
    return { kind: 'draft-moved', ...(draft && { draft }) };
  }
  await ports.trail.append(eventBy(ports, session, { kind: 'draft-dropped', revision }));
  return { kind: 'dropped' };
}
