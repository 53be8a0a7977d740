import { UNREACHABLE } from '../client/api-problem.ts';
import type { WrittenDocument } from '../client/api-types.ts';
import { ApiProblem } from '../client/client.ts';
import { CommandEnds, EXIT } from './exit-codes.ts';
import type { Setting } from './setting.ts';

export interface Publication {
  readonly document: WrittenDocument;
  /** The version the document was made from, or was planned against. */
  readonly basedOn: number;
  readonly reason: string;
  /** An instant: until when answers to the questionnaire before are good. */
  readonly earlierUntil?: string;
}

/**
 * Draft, review, publish, as one act. A draft of one's own that is open already would be written over: that is said
 * instead. What is refused on the way leaves no draft behind and changes nothing.
 */
export async function publishDocument(
  setting: Setting,
  publication: Publication,
): Promise<{ readonly version: number }> {
  const { call, command } = setting;
  const { draft: mine } = await call('GET /api/admin/draft');
  if (mine)
    throw new CommandEnds(
      EXIT.failed,
      `You have a draft from ${mine.savedAt}, begun at the console. Publish it there, or run: ${command('draft discard')}`,
    );
  const { document, basedOn } = publication;
  let { revision } = await call('PUT /api/admin/draft', { body: { document, basedOn, revision: 0 } });
  try {
    // What was looked up in the directory is in the draft from now on, as a revision of its own.
    const { draft } = await call('POST /api/admin/draft/review', { body: { revision } });
    revision = draft?.revision ?? revision;
    return await publishRevision(setting, revision, publication);
  } catch (problem) {
    await call('DELETE /api/admin/draft', { body: { revision } }).catch(() => undefined);
    throw problem;
  }
}

async function publishRevision(
  { call, command }: Setting,
  revision: number,
  { reason, earlierUntil }: Publication,
): Promise<{ readonly version: number }> {
  try {
    return await call('POST /api/admin/draft/publish', {
      body: { revision, reason, ...(earlierUntil !== undefined && { earlierUntil }) },
    });
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.code !== UNREACHABLE) throw problem;
    throw new CommandEnds(
      EXIT.failed,
      `The answer was lost: it may be in force or not. See: ${command('versions list')}`,
    );
  }
}
