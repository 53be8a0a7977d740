import { Attribute, Change, Control } from 'ldapts';
import type { BerWriter } from 'ldapts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startLookAlike } from '../../../local/directory/look-alike.ts';
import type { LookAlike } from '../../../local/directory/look-alike.ts';
import { DOMAIN } from '../../../local/people.ts';
import { bindAnswer, dnOf, on, quoted, READER, RESETTER, saidOf } from './connect.ts';

let ad: LookAlike;
beforeAll(async () => {
  ad = await startLookAlike();
});
beforeEach(() => ad.reset());
afterAll(() => ad.stop());

class PolicyHints extends Control {
  protected override writeControl(writer: BerWriter): void {
    writer.writeBuffer(Buffer.from([0x30, 3, 2, 1, 1]), 0x04);
  }
}

const write = (
  operation: 'replace' | 'add' | 'delete',
  type: string,
  ...values: (Buffer | string)[]
): Change =>
  new Change({
    operation,
    modification: new Attribute({
      type,
      values: values.map((value) => (Buffer.isBuffer(value) ? value : Buffer.from(value))),
    }),
  });

const modify = (
  username: string,
  changes: Change[],
  controls?: Control[],
  who: readonly [string, string] = RESETTER,
) => saidOf(on(ad, who, (client) => client.modify(dnOf(ad, username), changes, controls)));

const reset = (username: string, password: string, controls?: Control[]) =>
  modify(username, [write('replace', 'unicodePwd', quoted(password))], controls);

const change = (username: string, from: string, to: string, who: readonly [string, string] = READER) =>
  modify(
    username,
    [write('delete', 'unicodePwd', quoted(from)), write('add', 'unicodePwd', quoted(to))],
    [],
    who,
  );

const POLICY_ON_RESET = '53 0000052D: SvcErr: DSID-031A12D2, problem 5003 (WILL_NOT_PERFORM), data 0\n';
const RIGHT = 'Copper-Kettle-17';

describe('a password reset', () => {
  it('puts the new password in the place of the old one at once', async () => {
    const before = ad.person('alice')?.passwordLastSet ?? '';
    expect(await reset('alice', 'Brass-Samovar-18')).toBe('ok');
    expect(BigInt(ad.person('alice')?.passwordLastSet ?? 0)).toBeGreaterThan(BigInt(before));
    expect(await bindAnswer(ad, 'alice@corp.example.test', RIGHT)).toBe('52e');
    expect(await bindAnswer(ad, 'alice@corp.example.test', 'Brass-Samovar-18')).toBe('ok');
  });

  it.each([
    ['nine characters', 'Brass-1a#'],
    ['two kinds of characters', 'brass-samovar-x'],
    ['an account name', 'Xx-ALICE-12345'],
    ['a part of the display name', 'My-okafor-12345'],
    ['257 characters', `Aa1-${'x'.repeat(253)}`],
  ])('is refused in one and the same way for %s', async (_, password) => {
    expect(await reset('alice', password)).toBe(POLICY_ON_RESET);
    expect(ad.isPassword('alice', RIGHT)).toBe(true);
  });

  it.each([
    ['ten characters', 'Brass-1a#x'],
    ['256 characters', `Aa1-${'x'.repeat(252)}`],
    ['letters that have no case as the third kind', 'brass-花子花子花子'],
    ['a part of the display name shorter than three', 'Xy-Pa-1234567'],
    ['a quotation mark inside', 'Brass"Samovar"18'],
  ])('may have %s', async (_, password) => {
    expect(await reset('alice', password)).toBe('ok');
    expect(ad.isPassword('alice', password)).toBe(true);
  });

  it('does not count the euro sign as a special character', async () => {
    expect(await reset('alice', 'brasssamovar€A')).toBe(POLICY_ON_RESET);
    expect(await reset('alice', 'brasssamovar$A')).toBe('ok');
  });

  it('needs sixteen characters for the board', async () => {
    expect(await reset('victor', 'Brass-Samovar-1')).toBe(POLICY_ON_RESET);
    expect(await reset('victor', 'Brass-Samovar-18')).toBe('ok');
  });

  it('takes an earlier password again, unless the client sends a policy hint', async () => {
    const hints = [new PolicyHints('1.2.840.113556.1.4.2239', { critical: true })];
    expect(await reset('alice', 'Brass-Samovar-18')).toBe('ok');
    expect(await reset('alice', RIGHT, hints)).toBe(POLICY_ON_RESET);
    expect(await reset('alice', 'Brass-Samovar-18', hints)).toBe(POLICY_ON_RESET);
    expect(await reset('alice', 'Clay-Teapot-19', hints)).toBe('ok');
    expect(await reset('alice', RIGHT)).toBe('ok');
  });

  it('does not unlock, but can unlock in the same modify', async () => {
    expect(await reset('bob', 'Brass-Samovar-18')).toBe('ok');
    expect(ad.person('bob')?.locked).toBe(true);
    const both = [
      write('replace', 'unicodePwd', quoted('Clay-Teapot-19')),
      write('replace', 'lockoutTime', '0'),
    ];
    expect(await modify('bob', both)).toBe('ok');
    expect(await bindAnswer(ad, 'bob@corp.example.test', 'Clay-Teapot-19')).toBe('ok');
  });

  it('is undone by anything forbidden in the same modify', async () => {
    const changes = [
      write('replace', 'unicodePwd', quoted('Clay-Teapot-19')),
      write('replace', 'description', 'x'),
    ];
    expect(await modify('alice', changes)).toMatch(/^50 00002098: SecErr/);
    expect(ad.isPassword('alice', RIGHT)).toBe(true);
  });

  it('can demand a change at the next logon, wherever pwdLastSet stands in the modify', async () => {
    const changes = [
      write('replace', 'pwdLastSet', '0'),
      write('replace', 'unicodePwd', quoted('Clay-Teapot-19')),
    ];
    expect(await modify('alice', changes)).toBe('ok');
    expect(await bindAnswer(ad, 'alice@corp.example.test', 'Clay-Teapot-19')).toBe('773');
    expect(await modify('alice', [write('replace', 'pwdLastSet', '-1')])).toBe('ok');
    expect(await bindAnswer(ad, 'alice@corp.example.test', 'Clay-Teapot-19')).toBe('ok');
    expect(await modify('alice', [write('replace', 'pwdLastSet', '134000000000000000')])).toMatch(/^53 /);
  });

  it.each([
    ['without quotation marks', [write('replace', 'unicodePwd', Buffer.from('Clay-Teapot-19', 'utf16le'))]],
    ['in UTF-8', [write('replace', 'unicodePwd', '"Clay-Teapot-19"')]],
    ['twice', [write('replace', 'unicodePwd', quoted('Clay-Teapot-19'), quoted('Clay-Teapot-20'))]],
    ['as an addition only', [write('add', 'unicodePwd', quoted('Clay-Teapot-19'))]],
  ])('is not understood %s', async (_, changes) => {
    expect(await modify('alice', changes)).toMatch(/^53 0000001F/);
    expect(ad.isPassword('alice', RIGHT)).toBe(true);
  });

  it('leaves the password before open for as long as it is told to', async () => {
    const graceful = await startLookAlike({ oldPasswordGraceMinutes: 60 });
    try {
      graceful.arrange('alice', { password: 'Brass-Samovar-18' });
      expect(await bindAnswer(graceful, 'alice@corp.example.test', RIGHT)).toBe('ok');
      graceful.advance(61 * 60_000);
      expect(await bindAnswer(graceful, 'alice@corp.example.test', RIGHT)).toBe('52e');
    } finally {
      await graceful.stop();
    }
  });
});

describe('a password change', () => {
  it('takes the old and the new password from any account that signed in', async () => {
    expect(await change('grace', 'Silver-Acorn-13', 'Golden-Acorn-14')).toBe('ok');
    expect(await bindAnswer(ad, 'grace@corp.example.test', 'Golden-Acorn-14')).toBe('ok');
  });

  it('frees whoever must change', async () => {
    expect(await change('farid', 'Welcome-Aboard-77', 'Thanks-For-Having-78')).toBe('ok');
    expect(await bindAnswer(ad, 'farid@corp.example.test', 'Thanks-For-Having-78')).toBe('ok');
  });

  it('counts a wrong old password as a bad logon, up to the lockout', async () => {
    for (let i = 0; i < 5; i += 1)
      expect(await change('alice', `Wrong-Old-${i}`, 'Brass-Samovar-18')).toMatch(
        /^19 00000056: AtrErr: .*CONSTRAINT_ATT_TYPE.*Att 9005a \(unicodePwd\)/s,
      );
    expect(ad.person('alice')?.locked).toBe(true);
    expect(await change('alice', RIGHT, 'Brass-Samovar-18')).toMatch(/^19 00000775/);
    expect(ad.isPassword('alice', RIGHT)).toBe(true);
  });

  it.each([
    ['too short', 'Brass-1a#'],
    ['with a name in it', 'Xx-Alice-12345'],
    ['the same again', RIGHT],
  ])('is refused when the new password is %s', async (_, password) => {
    expect(await change('alice', RIGHT, password)).toMatch(/^19 0000052D: AtrErr/);
  });

  it('remembers five passwords, the current one included', async () => {
    const passwords = [RIGHT, 'Brass-Samovar-1', 'Brass-Samovar-2', 'Brass-Samovar-3', 'Brass-Samovar-4'];
    for (const password of passwords.slice(1)) ad.arrange('alice', { password });
    expect(await change('alice', 'Brass-Samovar-4', RIGHT)).toMatch(/^19 0000052D/);
    expect(await change('alice', 'Brass-Samovar-4', 'Brass-Samovar-5')).toBe('ok');
    expect(await change('alice', 'Brass-Samovar-5', RIGHT)).toBe('ok');
  });

  it('is refused to whoever cannot change the password, while a reset is not', async () => {
    expect(await change('nina', 'Juniper-Ticket-46', 'Brass-Samovar-18')).toMatch(/^50 00000005: SecErr/);
    const herself = ['nina@corp.example.test', 'Juniper-Ticket-46'] as const;
    expect(await change('nina', 'Juniper-Ticket-46', 'Brass-Samovar-18', herself)).toMatch(/^50 00000005/);
    expect(await reset('nina', 'Brass-Samovar-18')).toBe('ok');
  });

  it('waits for the minimum age, which a reset and a demanded change do not', async () => {
    const domain = { ...DOMAIN, rules: { ...DOMAIN.rules, minimumAgeMs: 86_400_000 } };
    const strict = await startLookAlike({ domain });
    const outer = ad;
    ad = strict;
    try {
      expect(await change('alice', RIGHT, 'Brass-Samovar-18')).toBe('ok');
      expect(await change('alice', 'Brass-Samovar-18', 'Clay-Teapot-19')).toMatch(/^19 0000052D/);
      expect(await reset('alice', 'Clay-Teapot-19')).toBe('ok');
      strict.arrange('alice', { mustChange: true });
      expect(await change('alice', 'Clay-Teapot-19', 'Clay-Teapot-20')).toBe('ok');
    } finally {
      ad = outer;
      await strict.stop();
    }
  });
});

describe('the policy hint', () => {
  const older = () => new PolicyHints('1.2.840.113556.1.4.2066', { critical: true });
  const newer = () => new PolicyHints('1.2.840.113556.1.4.2239', { critical: true });

  it.each([
    ['none', /^12 /, /^12 /],
    ['2066', /^53 0000052D/, /^12 /],
    ['2239', /^53 0000052D/, /^53 0000052D/],
  ] as const)(
    'with policyHints %s is answered as that Windows (or Samba) does',
    async (policyHints, old, now) => {
      const other = await startLookAlike({ policyHints });
      const outer = ad;
      ad = other;
      try {
        expect(await reset('alice', RIGHT, [older()])).toMatch(old);
        expect(await reset('alice', RIGHT, [newer()])).toMatch(now);
      } finally {
        ad = outer;
        await other.stop();
      }
    },
  );
});
