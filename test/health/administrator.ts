import { Attribute, Change, Client, type Entry } from 'ldapts';
import type { AccessEntry } from '../../adapters/active-directory/access/access-entry.ts';
import { FLAG } from '../../adapters/active-directory/access/access-entry.ts';
import { securityDescriptorOf } from '../../adapters/active-directory/access/security-descriptor.ts';
import { daclOnly } from '../../adapters/active-directory/controls.ts';
import { encodeSecurityDescriptor, PART } from '../../local/directory/security-descriptor.ts';
import type { SambaFacts } from '../../local/samba/start-samba.ts';
import { named } from '../directory/named.ts';
import { replacing } from '../directory/replacing.ts';

/** The Administrator of a running Samba domain, at work. */
export interface Administrator {
  readonly baseDn: string;
  /** Distinguished name of an account or a group by its sAMAccountName. */
  named(username: string): Promise<string>;
  /** SID of what has that distinguished name. */
  sidOf(name: string): Promise<string>;
  set(name: string, attribute: string, value: string): Promise<void>;
  add(name: string, attributes: Readonly<Record<string, string>>): Promise<void>;
  remove(name: string): Promise<void>;
  join(group: string, member: string): Promise<void>;
  leave(group: string, member: string): Promise<void>;
  /** Changes an object's own access entries; those it inherits come by themselves. */
  rewrite(name: string, change: (own: readonly AccessEntry[]) => readonly AccessEntry[]): Promise<void>;
  done(): Promise<void>;
}

/** Signs the Administrator in. Everything over one connection. */
export async function administratorOf({
  urls,
  ca,
  baseDn,
  administrator,
}: SambaFacts): Promise<Administrator> {
  const client = new Client({
    url: urls[0] ?? '',
    tlsOptions: { ca },
    connectTimeout: 3_000,
    timeout: 20_000,
  });
  await client.bind(administrator.username, administrator.password);
  const membership = (operation: 'add' | 'delete') => (group: string, member: string) =>
    client.modify(
      group,
      new Change({ operation, modification: new Attribute({ type: 'member', values: [member] }) }),
    );
  const read = async (name: string, attribute: string): Promise<Buffer> => {
    const { searchEntries } = await client.search(
      name,
      { scope: 'base', attributes: [attribute], explicitBufferAttributes: [attribute] },
      attribute === 'nTSecurityDescriptor' ? daclOnly() : [],
    );
    return bytesOf(searchEntries[0], attribute);
  };
  return {
    baseDn,
    named: (username) => named(client, baseDn, username),
    sidOf: async (name) => sidIn(await read(name, 'objectSid')),
    set: (name, attribute, value) => client.modify(name, replacing(attribute, value)),
    add: (name, attributes) =>
      client.add(
        name,
        Object.entries(attributes).map(([type, value]) => new Attribute({ type, values: [value] })),
      ),
    remove: (name) => client.del(name),
    join: membership('add'),
    leave: membership('delete'),
    rewrite: async (name, rewritten) => {
      const { sealed, entries } = securityDescriptorOf(await read(name, 'nTSecurityDescriptor'));
      const own = rewritten(entries.filter(({ flags }) => (flags & FLAG.inherited) === 0));
      const descriptor = encodeSecurityDescriptor({ sealed, aces: own }, 'S-1-5-32-544', PART.dacl);
      await client.modify(name, replacing('nTSecurityDescriptor', descriptor), daclOnly());
    },
    done: () => client.unbind(),
  };
}

function bytesOf(entry: Entry | undefined, attribute: string): Buffer {
  const value = [entry?.[attribute] ?? []].flat()[0];
  return Buffer.isBuffer(value) ? value : Buffer.from(value ?? '');
}

function sidIn(bytes: Buffer): string {
  const parts = Array.from({ length: bytes.readUInt8(1) }, (_, i) => bytes.readUInt32LE(8 + 4 * i));
  return ['S', 1, bytes.readUIntBE(2, 6), ...parts].join('-');
}
