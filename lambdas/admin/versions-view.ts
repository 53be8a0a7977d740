import type { AdminSession } from '../../domain/administration/admin-session.ts';
import type { Draft } from '../../domain/administration/draft.ts';
import { mergeDocuments, type Overlap } from '../../domain/administration/merge-documents.ts';
import {
  publishedSince,
  type Meanwhile,
  type PublishedVersion,
} from '../../domain/administration/published-since.ts';
import type { Ports } from '../../domain/ports/index.ts';
import { problem, type Reply } from '../http/reply.ts';
import { instant } from './tell.ts';

/** A version without its document. The deployment's own has no author and no date. */
export const summaryOf = ({ version, author, reason, publishedAt }: PublishedVersion) => ({
  version,
  reason,
  ...(author && { author: author.name }),
  ...(publishedAt > 0 && { publishedAt: instant(publishedAt) }),
});

/** What others published while a draft was worked on, and where both changed the same things. */
export async function meanwhileView(
  { configuration }: Pick<Ports, 'configuration'>,
  draft: Draft | undefined,
  { versions, changes }: Meanwhile,
) {
  const [newest] = versions;
  const [base, theirs] = await Promise.all([
    draft && configuration.version(draft.basedOn),
    configuration.version(newest.version),
  ]);
  const overlaps: readonly Overlap[] =
    draft && base && theirs
      ? mergeDocuments(base.document, theirs.document, draft.document, {}).overlaps
      : [];
  return { versions: versions.map(summaryOf), changes, overlaps };
}

/** Both changed the same things: what they are, so that each can be chosen. */
export async function overlapsProblem(
  ports: Pick<Ports, 'configuration'>,
  { reference }: AdminSession,
  draft: Draft,
): Promise<Reply> {
  const meanwhile = await publishedSince(ports, draft.basedOn);
  return problem(
    409,
    'choose-first',
    reference,
    meanwhile && { meanwhile: await meanwhileView(ports, draft, meanwhile) },
  );
}
