import { adminClient, type AdminClient, type ConfigurationDocument } from '../../client/client.ts';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { member } from '../journeys/somebody.ts';

/** Calls the API of a running Latchkey as an administrator of the cast. */
export async function callingAs(latchkey: LocalLatchkey, username: string): Promise<AdminClient> {
  let handle: string | undefined;
  const client = adminClient({ base: latchkey.url(''), handle: () => handle });
  const { password } = member(username);
  ({ handle } = await client.call('POST /api/admin/session', { body: { username, password } }));
  return client;
}

/** Publishes a change of what is in force; answers the number of the version. */
export async function publishAs(
  { call }: AdminClient,
  reason: string,
  change: (document: ConfigurationDocument) => ConfigurationDocument,
): Promise<number> {
  const { document, version: basedOn } = await call('GET /api/admin/configuration');
  const saved = await call('PUT /api/admin/draft', {
    body: { document: change(document), basedOn, revision: 0 },
  });
  const { draft } = await call('POST /api/admin/draft/review', { body: { revision: saved.revision } });
  const { version } = await call('POST /api/admin/draft/publish', {
    body: { revision: draft?.revision ?? saved.revision, reason },
  });
  return version;
}
