import { Attribute, Change } from 'ldapts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startLookAlike } from '../../../local/directory/look-alike.ts';
import type { LookAlike } from '../../../local/directory/look-alike.ts';
import { bindAnswer, dnOf, find, on, RESETTER, saidOf } from './connect.ts';

const ALICE = 'alice@corp.example.test';
const RIGHT = 'Copper-Kettle-17';
const MINUTE = 60_000;

let ad: LookAlike;
beforeAll(async () => {
  ad = await startLookAlike();
});
beforeEach(() => ad.reset());
afterAll(() => ad.stop());

async function guessWrong(times: number): Promise<readonly string[]> {
  const answers: string[] = [];
  for (let i = 0; i < times; i += 1) answers.push(await bindAnswer(ad, ALICE, `Wrong-Guess-${i}`));
  return answers;
}

const setLockoutTime = (dn: string, values: string[], operation: 'replace' | 'delete' = 'replace') =>
  saidOf(
    on(ad, RESETTER, (client) =>
      client.modify(
        dn,
        new Change({ operation, modification: new Attribute({ type: 'lockoutTime', values }) }),
      ),
    ),
  );

describe('lockout', () => {
  it('comes with the fifth wrong password, and shows with the sixth', async () => {
    expect(await guessWrong(5)).toEqual(['52e', '52e', '52e', '52e', '52e']);
    expect(ad.person('alice')).toMatchObject({ locked: true, badPasswordCount: 5 });
    expect(await guessWrong(1)).toEqual(['775']);
  });

  it('hides whether a password is right', async () => {
    await guessWrong(5);
    expect(await bindAnswer(ad, ALICE, RIGHT)).toBe('775');
    expect(await bindAnswer(ad, ALICE, 'Wrong-Guess-1')).toBe('775');
    expect(ad.person('alice')?.badPasswordCount).toBe(5);
  });

  it('ends after the duration, while lockoutTime stays until the next good logon', async () => {
    await guessWrong(5);
    ad.advance(30 * MINUTE - 5000);
    expect(ad.person('alice')?.locked).toBe(true);
    ad.advance(10_000);
    expect(ad.person('alice')).toMatchObject({ locked: false });
    expect(ad.person('alice')?.lockoutTime).not.toBe('0');
    expect(await bindAnswer(ad, ALICE, RIGHT)).toBe('ok');
    expect(ad.person('alice')).toMatchObject({ lockoutTime: '0', badPasswordCount: 0 });
  });

  it('forgets wrong passwords that lie further back than the window', async () => {
    await guessWrong(4);
    ad.advance(31 * MINUTE);
    await guessWrong(1);
    expect(ad.person('alice')).toMatchObject({ locked: false, badPasswordCount: 1 });
  });

  it('is not brought on by the previous two passwords', async () => {
    ad.arrange('alice', { password: 'Second-Kettle-18' });
    ad.arrange('alice', { password: 'Third-Kettle-19' });
    for (let i = 0; i < 6; i += 1) expect(await bindAnswer(ad, ALICE, RIGHT)).toBe('52e');
    expect(await bindAnswer(ad, ALICE, 'Second-Kettle-18')).toBe('52e');
    expect(ad.person('alice')).toMatchObject({ locked: false, badPasswordCount: 0 });
  });

  it('is lifted by writing 0 to lockoutTime, however often', async () => {
    expect(await bindAnswer(ad, 'bob@corp.example.test', 'Amber-Bicycle-25')).toBe('775');
    expect(await setLockoutTime(dnOf(ad, 'bob'), ['0'])).toBe('ok');
    expect(await setLockoutTime(dnOf(ad, 'bob'), ['0'])).toBe('ok');
    expect(ad.person('bob')).toMatchObject({ locked: false, lockoutTime: '0', badPasswordCount: 0 });
    expect(await bindAnswer(ad, 'bob@corp.example.test', 'Amber-Bicycle-25')).toBe('ok');
  });

  it('is lifted by nothing else written to lockoutTime', async () => {
    expect(await setLockoutTime(dnOf(ad, 'bob'), ['1'])).toMatch(/^53 /);
    expect(await setLockoutTime(dnOf(ad, 'bob'), [], 'delete')).toMatch(/^53 00002077/);
    expect(ad.person('bob')?.locked).toBe(true);
  });

  it('follows the settings object of those who have one: ten minutes for the board', async () => {
    ad.arrange('victor', { locked: true });
    ad.advance(11 * MINUTE);
    expect(ad.person('victor')?.locked).toBe(false);
    expect(ad.person('bob')?.locked).toBe(true);
  });

  it('shows in the computed attribute only while it lasts', async () => {
    const bit = async () => {
      const attributes = ['lockoutTime', 'msDS-User-Account-Control-Computed'];
      const [bob] = await find(ad, { filter: '(sAMAccountName=bob)', attributes });
      expect(bob?.['lockoutTime']).toMatch(/^[1-9]\d+$/);
      return Number(bob?.['msDS-User-Account-Control-Computed']) & 0x10;
    };
    expect(await bit()).toBe(0x10);
    ad.advance(31 * MINUTE);
    expect(await bit()).toBe(0);
  });
});
