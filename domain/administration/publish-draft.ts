import { ROLES, type ConfigurationDocument } from '../policy/configuration-document.ts';
import type { Administrator, Configuration } from '../policy/configuration.ts';
import type { Ports } from '../ports/index.ts';
import type { AdminSession } from './admin-session.ts';
import { answeredAmongRemoved } from './answered-among-removed.ts';
import { changeLines } from './change-lines.ts';
import type { Change } from './change.ts';
import type { Draft } from './draft.ts';
import { eventBy } from './event-by.ts';
import type { Mistake } from './mistake.ts';
import { newestConfiguration } from './newest-configuration.ts';
import { nextVersion } from './next-version.ts';
import { publishedSince } from './published-since.ts';
import { readReason } from './reason.ts';
import { reviewAgainst, type Review } from './review-document.ts';

export type PublishNeeds = Pick<
  Ports,
  'drafts' | 'configuration' | 'directory' | 'enrollments' | 'random' | 'clock'
>;

export interface Publication {
  /** The revision whose review was seen. */
  readonly revision: number;
  /** Why, in 1 to 500 characters. */
  readonly reason: string;
  /** When people are asked something else: until when their present answers are good; epoch milliseconds, within two years. */
  readonly earlierUntil?: number;
  /** Those the product speaks. */
  readonly languages: readonly string[];
}

export type DraftPublished =
  | { readonly kind: 'published'; readonly version: number }
  /** Its author has not seen the review of just this. */
  | { readonly kind: 'review-first' }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'earlier-until-missing' }
  /** Somebody else published first. The draft is untouched; what changed is to be merged into it. */
  | {
      readonly kind: 'configuration-changed-meanwhile';
      readonly version: number;
      readonly author?: Administrator;
      readonly reason: string;
      readonly at: number;
      readonly changes: readonly Change[];
    }
  /** It is not the one that was seen: the draft now there, if there is one. */
  | { readonly kind: 'draft-moved'; readonly draft?: Draft }
  | { readonly kind: 'nothing-changed' }
  /** Who may administer is decided by administrators alone. */
  | { readonly kind: 'access-needs-administrator' };

const TWO_YEARS_MS = 2 * 365.25 * 24 * 60 * 60_000;

/**
 * Puts a reviewed draft in force as the next version, with its trail event in one transaction; then the draft is dropped.
 * Mistakes are looked for again, in the directory too. A refusal leaves the draft as it is.
 */
export async function publishDraft(
  ports: PublishNeeds,
  session: AdminSession,
  publication: Publication,
): Promise<DraftPublished> {
  const draft = await ports.drafts.find(session.administrator.person);
  if (draft?.revision !== publication.revision) return { kind: 'draft-moved', ...(draft && { draft }) };
  if (readReason(publication.reason) === undefined) return { kind: 'reason-missing' };
  if (draft.reviewed !== draft.revision) return { kind: 'review-first' };
  const inForce = await newestConfiguration(ports);
  if (draft.basedOn !== inForce.version) return changedMeanwhile(ports, draft);
  const review = await reviewAgainst(ports, inForce, draft.document, publication.languages);
  if (review.filledIn > 0) return { kind: 'review-first' };
  const refusal = refusalOf(review, inForce, session, publication, ports.clock.now());
  return refusal ?? publish(ports, session, publication, { draft, inForce, review });
}

function refusalOf(
  review: Review,
  inForce: Configuration,
  { roles }: AdminSession,
  { earlierUntil }: Publication,
  now: number,
): DraftPublished | undefined {
  if (accessDiffers(inForce.document, review.document) && !roles.includes('administrator'))
    return { kind: 'access-needs-administrator' };
  if (review.mistakes.length > 0) return { kind: 'mistakes', mistakes: review.mistakes };
  if (review.changes.length === 0) return { kind: 'nothing-changed' };
  const isGood = earlierUntil !== undefined && earlierUntil > now && earlierUntil <= now + TWO_YEARS_MS;
  return review.needsEarlierUntil && !isGood ? { kind: 'earlier-until-missing' } : undefined;
}

/** Whether other groups would hold a role; a group that was renamed is the same one. */
function accessDiffers({ access: before }: ConfigurationDocument, { access: after }: ConfigurationDocument) {
  const sids = (access: ConfigurationDocument['access'], role: (typeof ROLES)[number]) =>
    access[role]
      .map(({ sid }) => sid.toUpperCase())
      .toSorted()
      .join();
  return ROLES.some((role) => sids(before, role) !== sids(after, role));
}

async function publish(
  ports: PublishNeeds,
  session: AdminSession,
  { reason: typed, earlierUntil }: Publication,
  { draft, inForce, review }: { draft: Draft; inForce: Configuration; review: Review },
): Promise<DraftPublished> {
  const reason = readReason(typed) ?? '';
  const next = nextVersion(inForce, review.document, {
    author: session.administrator,
    reason,
    now: ports.clock.now(),
    ...(review.needsEarlierUntil && earlierUntil !== undefined && { earlierUntil }),
    answered: await answeredAmongRemoved(ports, inForce.document, review.document),
  });
  const { version } = next;
  const changes = changeLines(review.changes);
  const event = eventBy(ports, session, { kind: 'configuration-published', version, reason, changes });
  if (!(await ports.configuration.publish(next, event))) return changedMeanwhile(ports, draft);
  // It is in force: a draft that stays behind must not have that told as a failure.
  await ports.drafts.drop(draft.author, draft.revision).catch(() => false);
  return { kind: 'published', version };
}

async function changedMeanwhile(ports: PublishNeeds, draft: Draft): Promise<DraftPublished> {
  const meanwhile = await publishedSince(ports, draft.basedOn);
  // A version it was begun from that is not known any more: reviewed again, it says so.
  if (!meanwhile) return { kind: 'review-first' };
  const [{ version, author, reason, publishedAt: at }] = meanwhile.versions;
  const { changes } = meanwhile;
  return { kind: 'configuration-changed-meanwhile', version, ...(author && { author }), reason, at, changes };
}
