import type { AdminSession } from '../../domain/administration/admin-session.ts';
import type { Draft } from '../../domain/administration/draft.ts';
import { dropDraft } from '../../domain/administration/drop-draft.ts';
import { mergeDraft } from '../../domain/administration/merge-draft.ts';
import { newestConfiguration } from '../../domain/administration/newest-configuration.ts';
import { restoreVersion } from '../../domain/administration/restore-version.ts';
import { saveDraft } from '../../domain/administration/save-draft.ts';
import { problem, type Reply } from '../http/reply.ts';
import { draftView, lookedOver, mistakesIn } from './draft-view.ts';
import type { GuardedRoutes } from './guarded.ts';
import { SPOKEN_LANGUAGES } from './languages-view.ts';
import type { AdminNeeds } from './needs.ts';
import { allMistakes, readDocument } from './read-document.ts';
import { tell } from './tell.ts';
import { overlapsProblem } from './versions-view.ts';

type Key = `${'GET' | 'PUT' | 'DELETE'} /api/admin/draft` | `POST /api/admin/draft/${'merge' | 'restore'}`;

/** An administrator's own unpublished work. */
export const draftRoutes = (ports: AdminNeeds): GuardedRoutes<Key> => ({
  'GET /api/admin/draft': async (_request, { administrator }) => {
    const draft = await ports.drafts.find(administrator.person);
    return tell('GET /api/admin/draft', { draft: draft ? await lookedOver(ports, draft) : null });
  },
  'PUT /api/admin/draft': async ({ body }, session) => {
    const read = readDocument(body.document, (await newestConfiguration(ports)).document);
    if (!read.document || read.mistakes.length > 0) {
      // Nothing is lost: whoever sent it has it, and what was kept before is still there.
      const said = read.document ? await mistakesIn(ports, read.document) : [];
      return problem(422, 'document-mistakes', session.reference, {
        mistakes: allMistakes(read.mistakes, said),
      });
    }
    const { basedOn, revision } = body;
    const wanted = { document: read.document, basedOn, revision, languages: SPOKEN_LANGUAGES };
    const saved = await saveDraft(ports, session, wanted);
    switch (saved.kind) {
      case 'saved':
        return tell('PUT /api/admin/draft', draftView(saved.draft, saved.mistakes));
      case 'conflict':
        return movedDraft(ports, session, saved.draft);
      case 'no-such-version':
        return problem(422, 'no-such-version', session.reference, { field: 'basedOn' });
    }
  },
  'DELETE /api/admin/draft': async ({ body }, session) => {
    const dropped = await dropDraft(ports, session, body);
    if (dropped.kind === 'draft-moved') return movedDraft(ports, session, dropped.draft);
    return tell('DELETE /api/admin/draft', { ended: true });
  },
  'POST /api/admin/draft/merge': async ({ body }, session) => {
    const merged = await mergeDraft(ports, session, body);
    switch (merged.kind) {
      case 'merged':
        return tell('POST /api/admin/draft/merge', {
          draft: await lookedOver(ports, merged.draft),
          overlaps: merged.overlaps,
        });
      case 'nothing-newer':
        return tell('POST /api/admin/draft/merge', {
          draft: await lookedOver(ports, merged.draft),
          overlaps: [],
        });
      case 'choose':
        return overlapsProblem(ports, session, merged.draft);
      case 'draft-moved':
        return movedDraft(ports, session, merged.draft);
    }
  },
  'POST /api/admin/draft/restore': async ({ body }, session) => {
    const restored = await restoreVersion(ports, session, body);
    switch (restored.kind) {
      case 'restored':
        return tell('POST /api/admin/draft/restore', await lookedOver(ports, restored.draft));
      case 'no-such-version':
        return problem(404, 'no-such-version', session.reference, { field: 'version' });
      case 'conflict':
        return movedDraft(ports, session, restored.draft);
    }
  },
});

/** Another tab or tool was first: nothing was written over, and what is there now goes along. */
export const movedDraft = async (
  ports: AdminNeeds,
  { reference }: AdminSession,
  draft: Draft | undefined,
): Promise<Reply> =>
  problem(409, 'draft-moved', reference, draft && { draft: await lookedOver(ports, draft) });
