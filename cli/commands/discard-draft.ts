import type { Setting } from '../setting.ts';

/** Drops one's own draft. */
export async function discardDraft({ call, terminal, json }: Setting): Promise<void> {
  const { draft } = await call('GET /api/admin/draft');
  if (draft) await call('DELETE /api/admin/draft', { body: { revision: draft.revision } });
  if (json) terminal.data(JSON.stringify({ discarded: draft !== null }));
  terminal.talk(draft ? 'Your draft is discarded. What is in force has not changed.' : 'You have no draft.');
}
