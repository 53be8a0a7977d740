import type { WrittenDocument } from '../client/api-types.ts';
import { CommandEnds, EXIT } from './exit-codes.ts';
import type { Setting } from './setting.ts';

export interface Publication {
  readonly document: WrittenDocument;
  /** The version the document was made from. */
  readonly basedOn: number;
  readonly reason: string;
  /** A day or an instant: until when answers to the questionnaire before are good. */
  readonly earlierUntil?: string;
}

/**
 * Draft, review, publish, as one act. A draft of one's own that is open already would be written over: that is said
 * instead. What is refused on the way leaves no draft behind and changes nothing.
 */
export async function publishDocument(
  { call }: Setting,
  publication: Publication,
): Promise<{ readonly version: number }> {
  const { document, basedOn, reason, earlierUntil } = publication;
  const { draft } = await call('GET /api/admin/draft');
  if (draft)
    throw new CommandEnds(
      EXIT.failed,
      `You have a draft from ${draft.savedAt}, begun at the console. Publish it there, or run: latchkey draft discard`,
    );
  const { revision } = await call('PUT /api/admin/draft', { body: { document, basedOn, revision: 0 } });
  try {
    await call('POST /api/admin/draft/review', { body: { revision } });
    return await call('POST /api/admin/draft/publish', {
      body: { revision, reason, ...(earlierUntil !== undefined && { earlierUntil: endOfDay(earlierUntil) }) },
    });
  } catch (problem) {
    await call('DELETE /api/admin/draft', { body: { revision } }).catch(() => undefined);
    throw problem;
  }
}

/** A day means its end, in UTC. */
export const endOfDay = (day: string): string => (day.includes('T') ? day : `${day}T23:59:59.000Z`);

/** Drops one's own draft. */
export async function discardDraft({ call, terminal }: Setting): Promise<void> {
  const { draft } = await call('GET /api/admin/draft');
  if (!draft) return terminal.talk('You have no draft.');
  await call('DELETE /api/admin/draft', { body: { revision: draft.revision } });
  terminal.talk('Your draft is discarded. What is in force has not changed.');
}
