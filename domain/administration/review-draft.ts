import type { Ports } from '../ports/index.ts';
import type { AdminSession } from './admin-session.ts';
import { nextRevision, type Draft } from './draft.ts';
import { eventBy } from './event-by.ts';
import { newestConfiguration } from './newest-configuration.ts';
import { publishedSince, type Meanwhile } from './published-since.ts';
import { reviewAgainst, type Review, type ReviewNeeds } from './review-document.ts';
import { sameValue } from './same-value.ts';

export type ReviewDraftNeeds = ReviewNeeds & Pick<Ports, 'drafts' | 'trail' | 'random'>;

export type DraftReviewed =
  | {
      readonly kind: 'reviewed';
      /** What was looked up is in it, so that what is published is what was seen. */
      readonly draft: Draft;
      readonly review: Review;
      /** When its version is not the newest any more: what others published; to be merged before this can be published. */
      readonly meanwhile?: Meanwhile;
    }
  /** It is not the one that was seen: the draft now there, if there is one. */
  | { readonly kind: 'draft-moved'; readonly draft?: Draft };

/**
 * Shows an administrator what publishing their draft would change, and marks it as seen; only what was seen may be
 * published.
 */
export async function reviewDraft(
  ports: ReviewDraftNeeds,
  session: AdminSession,
  { revision, languages }: { readonly revision: number; readonly languages: readonly string[] },
): Promise<DraftReviewed> {
  const author = session.administrator.person;
  const seen = await ports.drafts.find(author);
  if (seen?.revision !== revision) return { kind: 'draft-moved', ...(seen && { draft: seen }) };
  const inForce = await newestConfiguration(ports);
  const { filledIn: _filledIn, ...review } = await reviewAgainst(ports, inForce, seen.document, languages);
  const meanwhile = await publishedSince(ports, seen.basedOn);
  const draft = asReviewed(seen, review, ports.clock.now());
  if (!(await ports.drafts.save(draft, revision))) {
    const there = await ports.drafts.find(author);
    return { kind: 'draft-moved', ...(there && { draft: there }) };
  }
  await ports.trail.append(eventBy(ports, session, { kind: 'draft-reviewed', revision: draft.revision }));
  return { kind: 'reviewed', draft, review, ...(meanwhile && { meanwhile }) };
}

/** A new revision only when something was looked up: a review that changes nothing disturbs no other tab. */
function asReviewed(seen: Draft, { document }: Review, now: number): Draft {
  if (sameValue(document, seen.document)) return { ...seen, reviewed: seen.revision };
  const revision = nextRevision(seen.revision, now);
  return { ...seen, document, revision, reviewed: revision, savedAt: now };
}
