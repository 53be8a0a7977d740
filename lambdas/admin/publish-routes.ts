import type { AdminSession } from '../../domain/administration/admin-session.ts';
import { publishDraft, type DraftPublished } from '../../domain/administration/publish-draft.ts';
import { publishedSince } from '../../domain/administration/published-since.ts';
import { reviewDraft } from '../../domain/administration/review-draft.ts';
import { problem, type Reply } from '../http/reply.ts';
import type { Edge } from '../http/site.ts';
import { movedDraft } from './draft-routes.ts';
import { draftView } from './draft-view.ts';
import type { GuardedRoutes } from './guarded.ts';
import { SPOKEN_LANGUAGES } from './languages-view.ts';
import type { AdminNeeds } from './needs.ts';
import { reviewView } from './review-view.ts';
import { tell } from './tell.ts';
import { meanwhileView } from './versions-view.ts';

type Key = `POST /api/admin/draft/${'review' | 'publish'}`;

/** From a draft into force: reviewed, then published. */
export const publishRoutes = (ports: AdminNeeds, { meter }: Edge): GuardedRoutes<Key> => ({
  'POST /api/admin/draft/review': async ({ body: { revision } }, session) => {
    const reviewed = await reviewDraft(ports, session, { revision, languages: SPOKEN_LANGUAGES });
    if (reviewed.kind === 'draft-moved') return movedDraft(ports, session, reviewed.draft);
    const { draft, review, meanwhile } = reviewed;
    return tell('POST /api/admin/draft/review', {
      ...reviewView(review),
      draft: draftView(draft, review.mistakes),
      ...(meanwhile && { meanwhile: await meanwhileView(ports, draft, meanwhile) }),
    });
  },
  'POST /api/admin/draft/publish': async ({ body: { revision, reason, earlierUntil } }, session) => {
    const published = await publishDraft(ports, session, {
      revision,
      reason,
      ...(earlierUntil !== undefined && { earlierUntil: Date.parse(earlierUntil) }),
      languages: SPOKEN_LANGUAGES,
    });
    if (published.kind !== 'published') return refusal(ports, session, published);
    meter.count('ConfigurationPublished');
    return tell('POST /api/admin/draft/publish', { version: published.version });
  },
});

/** Why a draft was not published, with all that is needed to put it right. The draft is as it was. */
async function refusal(
  ports: AdminNeeds,
  session: AdminSession,
  refused: Exclude<DraftPublished, { kind: 'published' }>,
): Promise<Reply> {
  const { reference } = session;
  switch (refused.kind) {
    case 'draft-moved':
      return movedDraft(ports, session, refused.draft);
    case 'review-first':
    case 'nothing-changed':
      return problem(409, refused.kind, reference);
    case 'mistakes':
      return problem(422, 'document-mistakes', reference, { mistakes: refused.mistakes });
    case 'reason-missing':
      return problem(422, 'reason-missing', reference, { field: 'reason' });
    case 'earlier-until-missing':
      return problem(422, 'earlier-until-missing', reference, { field: 'earlierUntil' });
    case 'access-needs-administrator':
      return problem(403, 'access-needs-administrator', reference, { roles: ['administrator'] });
    case 'configuration-changed-meanwhile': {
      const draft = await ports.drafts.find(session.administrator.person);
      const meanwhile = draft && (await publishedSince(ports, draft.basedOn));
      return problem(
        409,
        'configuration-changed-meanwhile',
        reference,
        meanwhile && { meanwhile: await meanwhileView(ports, draft, meanwhile) },
      );
    }
  }
}
