import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Attribute, Client } from 'ldapts';
import { startSamba } from '../local/samba/start-samba.ts';

/** A Samba AD with so many people more than the cast, in a process of its own; they are added over LDAPS, one after the other. */
const people = Number(process.argv[2]);
// Not below the checkout: samba puts sockets there, whose paths may have 107 characters.
const dir = await mkdtemp(path.join(tmpdir(), 'latchkey-bench-samba-'));
const samba = await startSamba({ dir });
process.on('disconnect', () => {
  void samba
    .stop()
    .then(() => rm(dir, { recursive: true, force: true }))
    .then(() => process.exit(0));
});

const attribute = (type: string, value: string): Attribute => new Attribute({ type, values: [value] });
const [url = ''] = samba.urls;
const client = new Client({ url, tlsOptions: { ca: samba.ca }, timeout: 30_000 });
await client.bind(samba.administrator.username, samba.administrator.password);
for (let n = 0; n < people; n += 1) {
  const name = `p${String(n).padStart(6, '0')}`;
  await client.add(`CN=${name},OU=Staff,${samba.baseDn}`, [
    attribute('objectClass', 'user'),
    attribute('sAMAccountName', name),
    attribute('displayName', `Bench Person ${n}`),
    // An ordinary account; no password is needed to be judged.
    attribute('userAccountControl', '544'),
  ]);
}
await client.unbind();
process.send?.({ url, ca: samba.ca });
