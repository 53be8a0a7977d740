import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startLookAlike } from '../../../local/directory/look-alike.ts';
import type { LookAlike } from '../../../local/directory/look-alike.ts';
import { BASE, bindAnswer, clientOf, dnOf, on, READER, saidOf } from './connect.ts';

let ad: LookAlike;
beforeAll(async () => {
  ad = await startLookAlike();
});
beforeEach(() => ad.reset());
afterAll(() => ad.stop());

describe('signing in to the look-alike', () => {
  it.each([
    'alice@corp.example.test',
    'ALICE@Corp.Example.TEST',
    String.raw`CORP\alice`,
    String.raw`corp\ALICE`,
    `CN=Alice Okafor,OU=Staff,${BASE}`,
    `cn="alice okafor", ou=staff, ${BASE}`,
  ])('takes the name %s', async (name) => {
    expect(await bindAnswer(ad, name, 'Copper-Kettle-17')).toBe('ok');
  });

  it('takes the alternative suffix as well as username@domain for whoever has one', async () => {
    expect(await bindAnswer(ad, 'sofia.rossi@example.com', 'Quiet-Lantern-42')).toBe('ok');
    expect(await bindAnswer(ad, 'sofia@corp.example.test', 'Quiet-Lantern-42')).toBe('ok');
    expect(await bindAnswer(ad, 'sofia@example.com', 'Quiet-Lantern-42')).toBe('52e');
  });

  it('takes objectGUID and objectSid in angle brackets', async () => {
    expect(await bindAnswer(ad, `<GUID=${ad.guidOf('alice')}>`, 'Copper-Kettle-17')).toBe('ok');
    expect(await bindAnswer(ad, `<SID=${ad.sidOf('alice')}>`, 'Copper-Kettle-17')).toBe('ok');
  });

  it('takes a name full of commas and number signs, and one in another script', async () => {
    expect(await bindAnswer(ad, dnOf(ad, 'obrien'), 'Gravel-Meadow-63')).toBe('ok');
    expect(await bindAnswer(ad, dnOf(ad, 'hanako'), 'Maple-Signal-58')).toBe('ok');
  });

  it.each(['alice', 'corp.example.test\\alice', 'alice@elsewhere.test', 'nobody@corp.example.test'])(
    'does not know the name %s',
    async (name) => expect(await bindAnswer(ad, name, 'Copper-Kettle-17')).toBe('52e'),
  );

  it('answers 525 for a distinguished name that is nobody', async () => {
    expect(await bindAnswer(ad, `CN=Nobody,OU=Staff,${BASE}`, 'x')).toBe('525');
  });

  it('says yes to a name without a password and means nobody by it, as Windows does', async () => {
    await on(ad, [], async (client) => {
      await client.bind('alice@corp.example.test', '');
      expect(await saidOf(client.search(BASE, { filter: '(cn=*)' }))).toMatch(/^1 000004DC: LdapErr/);
    });
  });

  it('forgets who was bound when a later bind fails', async () => {
    await on(ad, READER, async (client) => {
      await saidOf(client.bind('alice@corp.example.test', 'wrong'));
      expect(await saidOf(client.search(BASE, { filter: '(cn=*)' }))).toMatch(/^1 000004DC/);
    });
  });

  it.each([
    ['dawit', 'Candle-Rooftop-84', '533'],
    ['erin', 'Barley-Trumpet-39', '701'],
    ['farid', 'Welcome-Aboard-77', '773'],
    ['grace', 'Silver-Acorn-13', '532'],
    ['sam', 'Walnut-Glacier-52', '52e'],
    ['lena', 'Velvet-Compass-91', 'ok'],
  ])(
    'answers %s with the right password %s by %s, and a wrong one by 52e',
    async (username, password, data) => {
      expect(await bindAnswer(ad, `${username}@corp.example.test`, password)).toBe(data);
      expect(await bindAnswer(ad, `${username}@corp.example.test`, 'Wrong-Guess-1')).toBe('52e');
    },
  );

  it('ends its bind refusals in NUL, as Windows does', async () => {
    const client = clientOf(ad);
    await expect(client.bind('alice@corp.example.test', 'wrong')).rejects.toThrow(
      '80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data 52e, v4563\0',
    );
    await client.unbind();
  });

  it('can be reached under each name of its certificate, and by nobody without its authority', async () => {
    const byAddress = { ...ad, url: ad.url.replace('localhost', '127.0.0.1') };
    expect(await bindAnswer(byAddress, ...READER)).toBe('ok');
    await expect(bindAnswer({ ...ad, ca: '' }, ...READER)).rejects.toThrow(/certificate/);
  });
});

describe('an expired password', () => {
  it('is one that has outlived the domain’s 90 days', async () => {
    ad.setNow(Date.now() + 69 * 86_400_000);
    expect(await bindAnswer(ad, 'alice@corp.example.test', 'Copper-Kettle-17')).toBe('ok');
    ad.advance(2 * 86_400_000);
    expect(await bindAnswer(ad, 'alice@corp.example.test', 'Copper-Kettle-17')).toBe('532');
  });

  it('never happens to a password that never expires', async () => {
    ad.advance(1000 * 86_400_000);
    expect(await bindAnswer(ad, 'lena@corp.example.test', 'Velvet-Compass-91')).toBe('ok');
  });
});
