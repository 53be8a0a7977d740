import type { ConfigurationDocument } from '../policy/configuration-document.ts';
import type { Ports } from '../ports/index.ts';
import type { AdminSession } from './admin-session.ts';
import { documentMistakes } from './document-mistakes.ts';
import { nextRevision, type Draft } from './draft.ts';
import { eventBy } from './event-by.ts';
import type { Mistake } from './mistake.ts';

export type SaveDraftNeeds = Pick<
  Ports,
  'drafts' | 'configuration' | 'directory' | 'trail' | 'random' | 'clock'
>;

export interface DraftToSave {
  readonly document: ConfigurationDocument;
  /** The version it was begun from. */
  readonly basedOn: number;
  /** The revision that was seen; 0 when there was no draft. */
  readonly revision: number;
  /** Those the product speaks. */
  readonly languages: readonly string[];
}

export type DraftSaved =
  /** The mistakes are those the document alone shows; the directory is asked when it is reviewed. */
  | { readonly kind: 'saved'; readonly draft: Draft; readonly mistakes: readonly Mistake[] }
  /** Somebody else's tab or tool was first: the draft now there, if there is one. Nothing was written over. */
  | { readonly kind: 'conflict'; readonly draft?: Draft }
  /** It was begun from a version that never was. */
  | { readonly kind: 'no-such-version' };

/** Keeps an administrator's unpublished work, mistakes and all, while their draft is still the one that was seen. */
export async function saveDraft(
  ports: SaveDraftNeeds,
  session: AdminSession,
  { document, basedOn, revision, languages }: DraftToSave,
): Promise<DraftSaved> {
  const now = ports.clock.now();
  const author = session.administrator.person;
  const base = await ports.configuration.version(basedOn);
  if (!base) return { kind: 'no-such-version' };
  const { document: inForce, outside } = await ports.configuration.current();
  const mistakes = documentMistakes(document, {
    languages,
    now,
    filterTrouble: (filter) => ports.directory.filterTrouble(filter),
    outside,
    inForce,
  });
  const draft: Draft = { author, revision: nextRevision(revision, now), basedOn, document, savedAt: now };
  if (!(await ports.drafts.save(draft, revision))) {
    const there = await ports.drafts.find(author);
    return { kind: 'conflict', ...(there && { draft: there }) };
  }
  await ports.trail.append(
    eventBy(ports, session, { kind: 'draft-saved', revision: draft.revision, basedOn }),
  );
  return { kind: 'saved', draft, mistakes };
}
