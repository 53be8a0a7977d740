import { beforeEach, describe, expect, it } from 'vitest';
import { adminDesk, problemOf, type AdminDesk } from '../support/admin-desk.ts';
import { aUserConfiguration, offered } from '../support/configured.ts';
import { answersOf, enrolled } from '../support/enrolled.ts';
import { jsonOf, type FrontDoor } from '../support/front-door.ts';
import { jsonClient } from '../support/json-client.ts';
import { letters, linkTo } from '../support/not-me.ts';
import { formsOf, pageVisitor } from '../support/page-visitor.ts';
import { aProduct, MINUTE, type Product } from '../support/product.ts';
import { GOOD_PASSWORD, kindsOf, trailOf } from '../support/recovering.ts';

const ONE = 'one@home.example.net';
const PHONE = '+447400123456';
const KEY = { 'idempotency-key': 'operation-1' };
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const fields = Object.fromEntries(
  Object.entries(answersOf('jo')).map(([id, answer]) => [`answer.${id}`, answer]),
);

let product: Product;
let desk: AdminDesk;
let door: FrontDoor;
let jo: Awaited<ReturnType<typeof enrolled>>['person'];

/** Somebody who knew jo's answers has set a new password; jo's mailbox and phone are told. */
beforeEach(async () => {
  const policy = offered(['security-answers']);
  const all = aUserConfiguration('all', { actions: { unlock: policy, reset: policy } });
  const textMessages = { countries: ['GB'], numbers: 'confirmed', perHour: 100, perDay: 100 } as const;
  product = aProduct({ document: { userConfigurations: [all], textMessages } });
  ({ person: jo } = await enrolled(product, 'jo', { addresses: [ONE], phones: [PHONE] }));
  desk = adminDesk(product);
  ({ door } = desk);
  product.clock.pass(8 * DAY);
  const client = await provenClient();
  const done = await client.call('POST', '/api/recovery/reset', { newPassword: GOOD_PASSWORD }, KEY);
  if (done.status !== 200) throw new Error(`nothing was reset: ${done.body}`);
  await letters(product);
  product.clock.pass(MINUTE);
});

async function provenClient() {
  const client = jsonClient(door);
  await client.start('jo');
  await client.call('POST', '/api/recovery/proofs/security-answers', { answers: answersOf('jo') });
  return client;
}

const linkOf = (to: string): string => linkTo(product, to) ?? expect.fail(`no link went to ${to}`);

/** Opens the link of the newest letter to somebody, and presses its one button. */
async function pressed(to: string) {
  const visitor = pageVisitor(door);
  const link = linkOf(to);
  expect(formsOf(await visitor.open(link)).map(({ action }) => action)).toEqual([link]);
  return visitor.send(link);
}

const isFrozen = async () => (await product.ports.notes.find(jo)).frozen !== undefined;

describe('“this was not me”', () => {
  it('stands in the letter and in the text, each with a link of its own', () => {
    const texts = product.mailbox.map(({ channel, to }) => `${channel} ${to}`);
    expect(texts.toSorted()).toEqual([`email ${ONE}`, `sms ${PHONE}`]);
    expect(linkOf(ONE)).not.toBe(linkOf(PHONE));
  });

  it('freezes nothing for who only looks: scanners and previews follow every link', async () => {
    const link = linkOf(ONE);
    for (const path of [link, `${link}?lang=de`, link]) {
      const seen = await door.ask({ method: 'GET', path });
      expect(seen.status).toBe(200);
      expect(seen.body).not.toMatch(/jo@|CORP|one@home/i);
    }
    // Nor for a page that is not ours, or who has not seen ours.
    const foreign = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' };
    for (const headers of [foreign, { ...foreign, origin: door.site.origin }])
      expect((await door.ask({ method: 'POST', path: link, headers, body: '' })).status).toBe(403);
    expect(await isFrozen()).toBe(false);
  });

  it('holds everything up for whoever can prove to be that person, and says why; the account is untouched', async () => {
    const before = { ...product.script.member('jo').account };
    const done = await pressed(ONE);
    expect(done.body).toContain('Self-service is on hold');
    expect(product.script.member('jo').account).toEqual(before);

    const client = await provenClient();
    const standing = jsonOf(await client.call('GET', '/api/recovery'));
    expect(standing['actions']).toMatchObject({
      unlock: { allowed: false, because: 'self-service-frozen' },
      reset: { allowed: false, because: 'self-service-frozen' },
    });
    for (const [path, body] of [
      ['/api/recovery/unlock', {}],
      ['/api/recovery/reset', { newPassword: 'Another-Harbour-43' }],
    ] as const) {
      const refused = await client.call('POST', path, body, KEY);
      expect(refused.status).toBe(409);
      expect(jsonOf(refused)).toMatchObject({
        code: 'self-service-frozen',
        changed: 'no',
        reference: standing['reference'],
      });
    }
    const change = { username: 'jo', currentPassword: GOOD_PASSWORD, newPassword: 'Another-Harbour-43' };
    const changed = await jsonClient(door).call('POST', '/api/password/change', change, KEY);
    expect([changed.status, jsonOf(changed)['code']]).toEqual([409, 'self-service-frozen']);
    expect(product.script.member('jo').account).toEqual(before);
    const refusals = (await trailOf(product, jo)).flatMap(({ happening }) =>
      happening.kind === 'repair-refused' ? [`${happening.action}: ${happening.reason}`] : [],
    );
    const three = ['change', 'reset', 'unlock'].map((action) => `${action}: self-service-frozen`);
    expect(refusals.toSorted()).toEqual(three);
    expect(door.counted.filter((line) => line.includes('self-service-frozen'))).toHaveLength(3);
  });

  it('is told on the page before a password is typed, and nothing of it before the proof', async () => {
    await pressed(ONE);
    const visitor = pageVisitor(door);
    await visitor.open('/recover');
    const chosen = await visitor.send('/recover', { username: 'jo' });
    expect(chosen.body).not.toContain('on hold');
    await visitor.open('/recover/security-answers');
    const told = await visitor.send('/recover/security-answers', fields);
    expect(told.body).toContain('Self-service is on hold for your account');
    expect(told.body).toContain('Your Windows account is not locked by this.');
    expect(formsOf(told)).toEqual([]);
  });

  it('is lifted by another contact, who is told how; then everything works again', async () => {
    await pressed(ONE);
    await letters(product);
    expect(linkTo(product, ONE)).toBeUndefined();
    expect(linkOf(PHONE)).toMatch(/^\/lift-hold\//);
    product.clock.pass(MINUTE);
    expect((await pressed(PHONE)).body).toContain('Self-service works again');
    const client = await provenClient();
    const again = { newPassword: 'Another-Harbour-43' };
    expect((await client.call('POST', '/api/recovery/reset', again, KEY)).status).toBe(200);
    expect(kindsOf(await trailOf(product, jo))).toEqual(
      expect.arrayContaining(['self-service-frozen', 'self-service-unfrozen']),
    );
    expect(door.counted.filter((line) => /SelfService(Un)?[Ff]rozen"/.test(line))).toEqual([
      JSON.stringify(['SelfServiceFrozen', { by: 'person' }]),
      JSON.stringify(['SelfServiceUnfrozen', { by: 'person' }]),
    ]);
  });

  it('is lifted by the help desk, for a reason; the link from before is worth nothing then', async () => {
    const stale = linkOf(PHONE);
    await pressed(ONE);
    const hugo = await desk.as('hugo', 'help-desk');
    const body = { people: [jo], reason: 'Jo was on the telephone, all is well.' };
    const noReason = hugo.call('POST /api/admin/people/unfreeze', { body: { ...body, reason: ' ' } });
    expect(await problemOf(noReason)).toMatchObject({ status: 422, code: 'reason-missing' });
    expect(await hugo.call('POST /api/admin/people/unfreeze', { body })).toEqual({
      results: [{ person: jo, result: 'unfrozen' }],
    });
    expect(await hugo.call('POST /api/admin/people/unfreeze', { body })).toEqual({
      results: [{ person: jo, result: 'not-frozen' }],
    });
    const dead = await door.ask({ method: 'GET', path: stale });
    expect(dead.status).toBe(410);
    expect(dead.body).toContain('This link does nothing any more');
    expect(await isFrozen()).toBe(false);
    const [lifted] = (await trailOf(product, jo)).filter(
      ({ happening }) => happening.kind === 'self-service-unfrozen',
    );
    expect(lifted).toMatchObject({
      by: { name: 'CORP\\hugo' },
      happening: { by: 'help-desk', reason: body.reason },
    });
  });

  it('leaves its token in no line of the journal, no metric and no trail', async () => {
    await pressed(ONE);
    const token = linkOf(PHONE).split('/').at(-1) ?? '';
    await door.ask({ method: 'GET', path: `/not-me/${token}` });
    await door.ask({ method: 'GET', path: `/lift-hold/${token}` });
    const tokens = product.mailbox.flatMap(({ text }) => text.match(/[\w-]{43}/g) ?? []);
    const everything = JSON.stringify([door.lines, door.counted, await trailOf(product, jo)]);
    expect(tokens.filter((one) => everything.includes(one))).toEqual([]);
    expect(everything).toContain('POST /not-me/{token}');
  });
});

describe('the help desk', () => {
  it('freezes somebody, whom no contact of theirs can free, and sees that they are', async () => {
    const hugo = await desk.as('hugo', 'help-desk');
    const body = { people: [jo], reason: 'They called: their mailbox was taken over.' };
    expect(await hugo.call('POST /api/admin/people/freeze', { body })).toEqual({
      results: [{ person: jo, result: 'frozen' }],
    });
    expect(await hugo.call('POST /api/admin/people/freeze', { body })).toEqual({
      results: [{ person: jo, result: 'already-frozen' }],
    });
    await letters(product);
    expect([linkTo(product, ONE), linkTo(product, PHONE)]).toEqual([undefined, undefined]);
    const { frozen } = await hugo.call('POST /api/admin/match', { body: { username: 'jo' } });
    expect(frozen).toEqual({ since: new Date(product.clock.now()).toISOString(), by: 'help-desk' });
    const { explanation } = await hugo.call('POST /api/admin/explain', { body: { claim: 'jo' } });
    expect(explanation).toMatchObject({ frozen, colour: 'red', fix: { code: 'self-service-frozen' } });
    expect(explanation?.fix?.sentence).toContain(`latchkey people unfreeze 'CORP\\jo'`);
  });

  it('takes over what somebody froze, so that no other contact of theirs lifts it', async () => {
    await pressed(ONE);
    await letters(product);
    const lift = linkOf(PHONE);
    product.clock.pass(MINUTE);
    const hugo = await desk.as('hugo', 'help-desk');
    const body = { people: [jo], reason: 'They called: their phone is in other hands as well.' };
    expect(await hugo.call('POST /api/admin/people/freeze', { body })).toEqual({
      results: [{ person: jo, result: 'frozen' }],
    });
    expect((await door.ask({ method: 'GET', path: lift })).status).toBe(410);
    expect((await product.ports.notes.find(jo)).frozen?.by).toBe('help-desk');
  });

  it('is who may; an auditor and a policy editor may not', async () => {
    for (const role of ['auditor', 'policy-editor'] as const) {
      const reader = await desk.as('rosa', role);
      for (const route of ['POST /api/admin/people/freeze', 'POST /api/admin/people/unfreeze'] as const) {
        const refused = reader.call(route, { body: { people: [jo], reason: 'x' } });
        expect(await problemOf(refused)).toMatchObject({ status: 403, code: 'role-missing' });
      }
    }
    expect(await isFrozen()).toBe(false);
  });
});

describe('after a reset', () => {
  it('nothing that is registered can be changed for 72 hours, and each page says until when', async () => {
    const client = jsonClient(door);
    await client.signIn('jo', GOOD_PASSWORD);
    const { onHold } = jsonOf(await client.call('GET', '/api/enrollment')) as {
      onHold: { reason: string; until: string };
    };
    expect(onHold.reason).toBe('changes-on-hold');
    expect(Date.parse(onHold.until) - product.clock.now()).toBeGreaterThan(71 * HOUR);
    for (const [method, path, body] of [
      ['PUT', '/api/enrollment/security-answers', { answers: answersOf('jo') }],
      ['PUT', '/api/enrollment/email-code', { address: 'new@home.example.net' }],
      ['DELETE', '/api/enrollment/security-answers', { password: GOOD_PASSWORD }],
    ] as const) {
      const held = await client.call(method, path, body);
      expect([path, held.status, jsonOf(held)]).toMatchObject([
        path,
        409,
        { code: 'changes-on-hold', changed: 'no', until: onHold.until },
      ]);
    }
    expect(await letters(product)).toEqual([]);
    const visitor = pageVisitor(door);
    await visitor.open('/enroll');
    const overview = await visitor.send('/enroll/sign-in', { username: 'jo', password: GOOD_PASSWORD });
    expect(overview.body).toContain(onHold.until.slice(0, 10));
    for (const path of ['/enroll/email-code', '/enroll/security-answers', '/enroll/email-code/remove']) {
      const held = await visitor.open(path);
      expect([path, held.status, held.body.includes('You can’t change this right now')]).toEqual([
        path,
        409,
        true,
      ]);
      expect(held.body).toContain(onHold.until.slice(0, 10));
    }
  });

  it('ends by itself', async () => {
    product.clock.pass(72 * HOUR);
    const client = jsonClient(door);
    await client.signIn('jo', GOOD_PASSWORD);
    const registered = await client.call('PUT', '/api/enrollment/security-answers', {
      answers: answersOf('jo'),
    });
    expect(registered.status).toBe(200);
    expect(jsonOf(registered)['onHold']).toBeUndefined();
  });

  it('is held up by a freeze as well, until that is lifted', async () => {
    product.clock.pass(73 * HOUR);
    await pressed(ONE);
    const client = jsonClient(door);
    await client.signIn('jo', GOOD_PASSWORD);
    const held = await client.call('PUT', '/api/enrollment/security-answers', { answers: answersOf('jo') });
    expect([held.status, jsonOf(held)['code']]).toEqual([409, 'self-service-frozen']);
    const visitor = pageVisitor(door);
    await visitor.open('/enroll');
    const overview = await visitor.send('/enroll/sign-in', { username: 'jo', password: GOOD_PASSWORD });
    expect(overview.body).toContain('Self-service is on hold for your account');
  });
});
