import type { Ports } from '../ports/index.ts';
import type { AdminSession } from './admin-session.ts';
import { nextRevision, type Draft } from './draft.ts';
import { eventBy } from './event-by.ts';
import { mergeDocuments, type Overlap } from './merge-documents.ts';

export type MergeNeeds = Pick<Ports, 'drafts' | 'configuration' | 'trail' | 'random' | 'clock'>;

export interface Merging {
  /** The revision that was seen. */
  readonly revision: number;
  /** The version the choices were made for; they count for no other. */
  readonly version?: number;
  /** By an overlap's key: whose it shall be. */
  readonly choices: Readonly<Record<string, 'mine' | 'theirs'>>;
}

export type DraftMerged =
  /** The draft holds the newest version's changes and is based on it; to be reviewed again. */
  | { readonly kind: 'merged'; readonly draft: Draft; readonly overlaps: readonly Overlap[] }
  /** Both changed the same things: each is to be chosen, for this version. The draft is as it was. */
  | {
      readonly kind: 'choose';
      readonly version: number;
      readonly draft: Draft;
      readonly overlaps: readonly Overlap[];
    }
  | { readonly kind: 'nothing-newer'; readonly draft: Draft }
  /** It is not the one that was seen: the draft now there, if there is one. */
  | { readonly kind: 'draft-moved'; readonly draft?: Draft };

/**
 * Brings what others published meanwhile into an administrator's draft. What only one side changed is taken from that side;
 * what both changed waits for a choice, so that neither writes over the other unawares.
 */
export async function mergeDraft(
  ports: MergeNeeds,
  session: AdminSession,
  { revision, version, choices }: Merging,
): Promise<DraftMerged> {
  const author = session.administrator.person;
  const seen = await ports.drafts.find(author);
  if (seen?.revision !== revision) return { kind: 'draft-moved', ...(seen && { draft: seen }) };
  const [newest] = await ports.configuration.versions(1);
  const base = await ports.configuration.version(seen.basedOn);
  if (!newest || !base || newest.version <= seen.basedOn) return { kind: 'nothing-newer', draft: seen };
  const made = version === newest.version ? choices : {};
  const { document, overlaps } = mergeDocuments(base.document, newest.document, seen.document, made);
  if (!overlaps.every(({ key }) => Object.hasOwn(made, key)))
    return { kind: 'choose', version: newest.version, draft: seen, overlaps };

  const basedOn = newest.version;
  const now = ports.clock.now();
  const draft = { author, revision: nextRevision(revision, now), basedOn, document, savedAt: now };
  if (!(await ports.drafts.save(draft, revision))) {
    const there = await ports.drafts.find(author);
    return { kind: 'draft-moved', ...(there && { draft: there }) };
  }
  await ports.trail.append(
    eventBy(ports, session, { kind: 'draft-saved', revision: draft.revision, basedOn }),
  );
  return { kind: 'merged', draft, overlaps };
}
