import { adminClient } from '../../client/client.ts';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { member } from '../journeys/somebody.ts';

/** Drops the draft of an administrator of the cast, if there is one: each test begins from what is in force. */
export async function discardDraftOf(latchkey: LocalLatchkey, username: string): Promise<void> {
  let handle: string | undefined;
  const { call } = adminClient({ base: latchkey.url(''), handle: () => handle });
  const { password } = member(username);
  ({ handle } = await call('POST /api/admin/session', { body: { username, password } }));
  const { draft } = await call('GET /api/admin/draft');
  if (draft) await call('DELETE /api/admin/draft', { body: { revision: draft.revision } });
  await call('DELETE /api/admin/session');
}
