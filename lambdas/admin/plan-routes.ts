import { impactPage } from '../../domain/administration/impact-page.ts';
import { newestConfiguration } from '../../domain/administration/newest-configuration.ts';
import { previewMatch } from '../../domain/administration/preview-match.ts';
import { reviewDocument } from '../../domain/administration/review-document.ts';
import { readClaim } from '../../domain/recovery/claim.ts';
import { problem } from '../http/reply.ts';
import { roleMissing, type GuardedRoutes } from './guarded.ts';
import { SPOKEN_LANGUAGES } from './languages-view.ts';
import { matchView } from './match-view.ts';
import type { AdminNeeds } from './needs.ts';
import { allMistakes, readDocument } from './read-document.ts';
import { onlyMistakes, reviewView } from './review-view.ts';
import { tell } from './tell.ts';
import { usableDocument } from './usable-document.ts';

type Key =
  | 'POST /api/admin/plan'
  | 'POST /api/admin/plan/impact'
  | 'POST /api/admin/match'
  | 'GET /api/admin/directory';

/** People looked at for one page of an impact: some seconds' work. */
const PEOPLE_A_PAGE = 1_000;
/** As many as a list to pick from shows. */
const MOST_FOUND = 20;

/** What a document would do, without anything being kept; and the directory, to write one by. */
export const planRoutes = (ports: AdminNeeds): GuardedRoutes<Key> => ({
  'POST /api/admin/plan': async ({ body }) => {
    const read = readDocument(body.document, (await newestConfiguration(ports)).document);
    if (!read.document) return tell('POST /api/admin/plan', onlyMistakes(read.mistakes));
    const review = await reviewDocument(ports, read.document, SPOKEN_LANGUAGES);
    const asWritten = read.mistakes.length === 0;
    const view = asWritten ? reviewView(review) : onlyMistakes(allMistakes(read.mistakes, review.mistakes));
    return tell('POST /api/admin/plan', view);
  },
  'POST /api/admin/plan/impact': async ({ body }, session) => {
    const usable = await usableDocument(ports, body.document);
    if (usable.kind === 'mistakes')
      return problem(422, 'document-mistakes', session.reference, { mistakes: usable.mistakes });
    const { impact, next } = await impactPage(ports, usable.document, {
      limit: PEOPLE_A_PAGE,
      ...(body.cursor !== undefined && { after: body.cursor }),
    });
    return tell('POST /api/admin/plan/impact', { ...impact, ...(next !== undefined && { next }) });
  },
  'POST /api/admin/match': async ({ body }, session) => {
    // Trying a document out is planning: by a filter of its own anything can be asked of the directory.
    const refusal = body.document === undefined ? undefined : roleMissing('POST /api/admin/plan', session);
    if (refusal) return refusal;
    const claim = readClaim(body.username);
    if (!claim) return tell('POST /api/admin/match', { found: false, alsoMatching: [], sentences: [] });
    const usable = body.document === undefined ? undefined : await usableDocument(ports, body.document);
    if (usable?.kind === 'mistakes')
      return problem(422, 'document-mistakes', session.reference, { mistakes: usable.mistakes });
    const document = usable?.document ?? (await newestConfiguration(ports)).document;
    return tell(
      'POST /api/admin/match',
      matchView(await previewMatch(ports, claim, usable?.document), document),
    );
  },
  'GET /api/admin/directory': async ({ query: { kind, beginning } }) =>
    tell('GET /api/admin/directory', {
      objects: await ports.directory.search(kind, beginning, MOST_FOUND),
    }),
});
