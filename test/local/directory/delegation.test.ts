import { Attribute, Change, Control } from 'ldapts';
import type { BerWriter } from 'ldapts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startLookAlike } from '../../../local/directory/look-alike.ts';
import type { LookAlike } from '../../../local/directory/look-alike.ts';
import { BASE, dnOf, find, on, quoted, READER, RESETTER, saidOf } from './connect.ts';

let ad: LookAlike;
beforeAll(async () => {
  ad = await startLookAlike();
});
beforeEach(() => ad.reset());
afterAll(() => ad.stop());

const NO_RIGHTS = '50 00000005: SecErr: DSID-031A11D5, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0\n';

const replace = (type: string, value: Buffer) =>
  new Change({ operation: 'replace', modification: new Attribute({ type, values: [value] }) });

const reset = (who: readonly [string, string], dn: string) =>
  saidOf(on(ad, who, (client) => client.modify(dn, replace('unicodePwd', quoted('Brass-Kettle-18')))));

class DescriptorFlags extends Control {
  constructor() {
    super('1.2.840.113556.1.4.801', { critical: true });
  }
  protected override writeControl(writer: BerWriter): void {
    writer.writeBuffer(Buffer.from([0x30, 3, 2, 1, 4]), 0x04);
  }
}

async function descriptorOf(
  username: string,
  controls: Control[] = [new DescriptorFlags()],
): Promise<Buffer | undefined> {
  const options = {
    base: dnOf(ad, username),
    scope: 'base' as const,
    attributes: ['nTSecurityDescriptor'],
    explicitBufferAttributes: ['nTSecurityDescriptor'],
  };
  const value = (await find(ad, options, controls))[0]?.['nTSecurityDescriptor'];
  return Buffer.isBuffer(value) ? value : undefined;
}

interface ReadAce {
  readonly type: number;
  readonly flags: number;
  readonly mask: number;
  readonly guids: string;
  readonly sid: string;
}

/** Reads the DACL of a self-relative descriptor, independently of what writes it. */
function acesOf(descriptor: Buffer): readonly ReadAce[] {
  const start = descriptor.readUInt32LE(16);
  const found: ReadAce[] = [];
  let offset = start + 8;
  for (let i = 0; i < descriptor.readUInt16LE(start + 4); i += 1) {
    const size = descriptor.readUInt16LE(offset + 2);
    const type = descriptor.readUInt8(offset);
    const objects = type >= 5 ? ([0, 1, 1, 2][descriptor.readUInt32LE(offset + 8)] ?? 0) : 0;
    const head = offset + (type >= 5 ? 12 : 8);
    found.push({
      type,
      flags: descriptor.readUInt8(offset + 1),
      mask: descriptor.readUInt32LE(offset + 4),
      guids: descriptor.subarray(head, head + 16 * objects).toString('hex'),
      sid: descriptor.subarray(head + 16 * objects, offset + size).toString('hex'),
    });
    offset += size;
  }
  expect(offset).toBe(start + descriptor.readUInt16LE(start + 2));
  return found;
}

describe('the self-service account', () => {
  it.each(['alice', 'sofia', 'dawit', 'sam', 'lena', 'grace'])(
    'may reset %s below OU=Staff',
    async (username) => {
      expect(await reset(RESETTER, dnOf(ad, username))).toBe('ok');
    },
  );

  it('may not touch people elsewhere, nor AD’s own accounts, nor itself', async () => {
    expect(await reset(RESETTER, dnOf(ad, 'omar'))).toBe(NO_RIGHTS);
    expect(await reset(RESETTER, `CN=Administrator,CN=Users,${BASE}`)).toBe(NO_RIGHTS);
    expect(await reset(RESETTER, dnOf(ad, 'svc-latchkey-reset'))).toBe(NO_RIGHTS);
    expect(await reset(RESETTER, `CN=DC1,OU=Domain Controllers,${BASE}`)).toBe(NO_RIGHTS);
  });

  it('may not reset a stamped administrator, but may still reset a fresh one: AD’s gap', async () => {
    expect(await reset(RESETTER, dnOf(ad, 'anna.admin'))).toBe(NO_RIGHTS);
    expect(await reset(RESETTER, dnOf(ad, 'fresh.admin'))).toBe('ok');
    ad.arrange('fresh.admin', { adminCount: true });
    expect(await reset(RESETTER, dnOf(ad, 'fresh.admin'))).toBe(NO_RIGHTS);
  });

  it('sees in allowedAttributesEffective exactly what it was delegated', async () => {
    const effective = (dn: string, who: readonly [string, string]) =>
      on(ad, who, async (client) => {
        const { searchEntries } = await client.search(dn, {
          scope: 'base',
          attributes: ['allowedAttributesEffective'],
        });
        return [searchEntries[0]?.['allowedAttributesEffective'] ?? []].flat().map(String).sort();
      });
    expect(await effective(dnOf(ad, 'alice'), RESETTER)).toEqual(['lockoutTime', 'pwdLastSet']);
    expect(await effective(dnOf(ad, 'anna.admin'), RESETTER)).toEqual([]);
    expect(await effective(dnOf(ad, 'omar'), RESETTER)).toEqual([]);
    expect(await effective(dnOf(ad, 'alice'), READER)).toEqual([]);
  });

  it('hears that an account is gone, or another domain’s', async () => {
    expect(await reset(RESETTER, `CN=Gone,OU=Staff,${BASE}`)).toMatch(
      /^32 0000208D: NameErr: .*best match of:\n\t'OU=Staff,DC=corp,DC=example,DC=test'/s,
    );
    const elsewhere = on(ad, RESETTER, (client) =>
      client.modify('CN=X,DC=other,DC=test', replace('pwdLastSet', Buffer.from('0'))),
    );
    await expect(elsewhere).rejects.toThrow(/0000202B: RefErr/);
  });
});

describe('everybody else', () => {
  it('may not reset anybody: not the data proxy account, not people themselves', async () => {
    expect(await reset(READER, dnOf(ad, 'alice'))).toBe(NO_RIGHTS);
    expect(await reset(['bob@corp.example.test', 'x'], dnOf(ad, 'bob'))).toMatch(/^49/);
    expect(await reset(['alice@corp.example.test', 'Copper-Kettle-17'], dnOf(ad, 'alice'))).toBe(NO_RIGHTS);
  });

  it('does not see the password settings, which both service accounts do', async () => {
    const settings = (who: readonly [string, string]) =>
      on(ad, who, (client) =>
        client.search(BASE, { scope: 'sub', filter: '(objectClass=msDS-PasswordSettings)' }),
      );
    expect((await settings(['alice@corp.example.test', 'Copper-Kettle-17'])).searchEntries).toEqual([]);
    expect((await settings(READER)).searchEntries[0]).toMatchObject({ 'msDS-MinimumPasswordLength': '16' });
    expect((await settings(RESETTER)).searchEntries).toHaveLength(1);
  });

  it('may change nothing while anonymous', async () => {
    const attempt = on(ad, [], (client) =>
      client.modify(dnOf(ad, 'alice'), replace('lockoutTime', Buffer.from('0'))),
    );
    expect(await saidOf(attempt)).toMatch(/^1 000004DC/);
  });
});

const CHANGE_PASSWORD = '531a72ab2f1ed011981900aa0040529b';
const RESET_PASSWORD = '70952900';
const SELF = '01010000000000050a000000';
const EVERYONE = '010100000000000100000000';

describe('the security descriptor', () => {
  it('denies Change Password to SELF and Everyone for whoever cannot change it', async () => {
    const denied = acesOf((await descriptorOf('nina')) ?? Buffer.alloc(24)).filter(({ type }) => type === 6);
    expect(denied.map(({ guids, sid }) => [guids, sid])).toEqual([
      [CHANGE_PASSWORD, SELF],
      [CHANGE_PASSWORD, EVERYONE],
    ]);
    expect(
      acesOf((await descriptorOf('alice')) ?? Buffer.alloc(24)).filter(({ type }) => type === 6),
    ).toEqual([]);
  });

  it('shows the delegation as inherited entries below OU=Staff only', async () => {
    const inherited = async (username: string) =>
      acesOf((await descriptorOf(username)) ?? Buffer.alloc(24)).filter(
        ({ type, flags }) => type === 5 && (flags & 0x10) !== 0,
      );
    const aces = await inherited('alice');
    // The self-service account and the one it alternates with, the same for each.
    expect(aces.map(({ mask }) => mask)).toEqual([0x100, 0x30, 0x30, 0x100, 0x30, 0x30]);
    expect(new Set(aces.slice(0, 3).map(({ sid }) => sid)).size).toBe(1);
    expect(aces[3]?.sid).not.toBe(aces[0]?.sid);
    for (const at of [0, 3]) expect(aces[at]?.guids.startsWith(RESET_PASSWORD)).toBe(true);
    expect(await inherited('anna.admin')).toEqual([]);
    expect(await inherited('omar')).toEqual([]);
  });

  it('is sealed against inheritance for stamped administrators', async () => {
    const control = async (username: string) => (await descriptorOf(username))?.readUInt16LE(2) ?? 0;
    expect((await control('anna.admin')) & 0x1000).toBe(0x1000);
    expect((await control('alice')) & 0x1000).toBe(0);
  });

  it('is not shown without saying which parts, since nobody here may read the SACL', async () => {
    expect(await descriptorOf('alice', [])).toBeUndefined();
  });
});
