import { describe, expect, it } from 'vitest';
import { ADMINISTRATORS, wholeTrail } from '../../support/administering.ts';
import { adminDesk, problemOf } from '../../support/admin-desk.ts';
import { frontDoor, jsonOf, type Answer } from '../../support/front-door.ts';
import { aProduct, MINUTE } from '../../support/product.ts';
import { anAccount, sidOf } from '../../support/scripted-account.ts';

const PASSWORD = 'Admin-Horse-1';

async function setUp() {
  const product = aProduct();
  product.script.add(anAccount('alice', { groups: [ADMINISTRATORS] }), PASSWORD);
  const door = frontDoor(product);
  const signIn = (username: string, password: string) =>
    door.ask({
      method: 'POST',
      path: '/api/admin/session',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
  const authorization = `Bearer ${String(jsonOf(await signIn('alice', PASSWORD))['handle'])}`;
  const ask = (method: string, path: string, body?: string): Promise<Answer> =>
    door.ask({
      method,
      path,
      headers: { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body }),
    });
  return { product, door, signIn, ask };
}

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('what an administrator sends', () => {
  it.each([
    ['where an object belongs', (deep: string) => `{"format":1,"languages":${deep}}`],
    ['as the format', (deep: string) => `{"format":${deep}}`],
    ['where nothing belongs', (deep: string) => `{"format":1,"more":${deep}}`],
  ])('may be nested deeper than any stack: %s', async (_where, documentWith) => {
    const { ask } = await setUp();
    const answer = await ask('POST', '/api/admin/plan', `{"document":${documentWith(nested(200_000))}}`);
    expect([answer.status, jsonOf(answer)]).toMatchObject([200, { document: null }]);
    expect(answer.body.length).toBeLessThan(20_000);
  });

  it('changes nothing that all objects share', async () => {
    const { ask } = await setUp();
    const document = `{"format":1,"__proto__":{"polluted":1},"branding":{"organization":{"__proto__":"x","constructor":"y"}}}`;
    await ask('POST', '/api/admin/plan', `{"document":${document}}`);
    await ask(
      'POST',
      '/api/admin/draft/merge',
      '{"revision":1,"version":1,"choices":{"__proto__":"mine","constructor":"mine"}}',
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is answered with nothing that a browser or a proxy may keep, refusals and mistakes included', async () => {
    const { door, ask } = await setUp();
    const answers = [
      await ask('GET', '/api/admin/configuration'),
      await ask('GET', '/api/admin/trail?limit=1'),
      await ask('GET', '/api/admin/configuration/versions/99'),
      await ask('PUT', '/api/admin/draft', '{'),
      await door.ask({ method: 'GET', path: '/api/admin/session' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 400, 401]);
    for (const { headers } of answers)
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });
});

describe('a report that is read', () => {
  const reads = async ({ product }: Awaited<ReturnType<typeof setUp>>) =>
    (await wholeTrail(product)).flatMap(({ happening }) =>
      happening.kind === 'report-read' ? [happening.report] : [],
    );

  it.each([
    ['registrations', '/api/admin/registrations?cursor=a'],
    ['registrations', `/api/admin/registrations?cursor=a~${'A'.repeat(43)}`],
    ['trail', '/api/admin/trail?cursor=9999999999999.z'],
    ['trail', `/api/admin/trail?cursor=9999999999999.z~${'A'.repeat(43)}`],
  ])('leaves its trace though it is begun in the middle: %s, %s', async (report, path) => {
    const set = await setUp();
    expect((await set.ask('GET', path)).status).toBe(200);
    expect(await reads(set)).toEqual([report]);
  });

  it('leaves one trace for all its pages, and another in another visit', async () => {
    const set = await setUp();
    for (const name of ['ann', 'bea', 'cid']) set.product.script.add(anAccount(name));
    const first = jsonOf(await set.ask('GET', '/api/admin/registrations?limit=2'));
    const second = `/api/admin/registrations?limit=2&cursor=${encodeURIComponent(String(first['next']))}`;
    expect((await set.ask('GET', second)).status).toBe(200);
    expect(await reads(set)).toEqual(['registrations']);
    const { handle } = jsonOf(await set.signIn('alice', PASSWORD));
    const authorization = `Bearer ${String(handle)}`;
    const elsewhere = await set.door.ask({ method: 'GET', path: second, headers: { authorization } });
    expect(jsonOf(elsewhere)['rows']).toEqual(jsonOf(await set.ask('GET', second))['rows']);
    expect(await reads(set)).toEqual(['registrations', 'registrations']);
  });
});

describe('trying out who falls under what', () => {
  it('takes a document only from those who may plan: with a filter of their own the help desk could ask the directory anything', async () => {
    const product = aProduct();
    const { document } = product.configuration;
    const desk = adminDesk(product);
    const helpDesk = await desk.as('hal', 'help-desk');
    const asked = { username: 'alice', document };
    expect(await problemOf(helpDesk.call('POST /api/admin/match', { body: asked as never }))).toMatchObject({
      status: 403,
      code: 'role-missing',
      roles: ['administrator', 'policy-editor', 'auditor'],
    });
    expect(await helpDesk.call('POST /api/admin/match', { body: { username: 'alice' } })).toMatchObject({
      found: false,
    });
    const auditor = await desk.as('aude', 'auditor');
    expect(await auditor.call('POST /api/admin/match', { body: asked as never })).toMatchObject({
      found: false,
    });
  });
});

describe('who has lost a role', () => {
  it('may do nothing by it a minute later, though the visit goes on', async () => {
    const { product, ask } = await setUp();
    const alice = product.script.member('alice');
    alice.account = { ...alice.account, groups: [sidOf(513)] };
    product.clock.pass(MINUTE);
    expect((await ask('GET', '/api/admin/draft')).status).toBe(401);
    expect((await ask('GET', '/api/admin/session')).status).toBe(401);
  });
});

describe('a sign-in that is refused', () => {
  it('leaves neither the name nor the password anywhere, though both were typed into one field', async () => {
    const { product, door, signIn } = await setUp();
    const typed = 'Canary-Horse-77';
    for (const [name, password] of [
      [typed, 'x'],
      ['alice', typed],
      ['nobody', typed],
      [`alice ${typed}`, typed],
    ] as const)
      expect((await signIn(name, password)).status).toBe(401);
    const kept = JSON.stringify([await wholeTrail(product), door.lines, door.counted]).toLowerCase();
    expect(kept).not.toContain(typed.toLowerCase());
    expect(kept).not.toContain('nobody');
  });

  it('says the same of every name, in status, headers and body but for its reference', async () => {
    const { product, signIn } = await setUp();
    product.script.add(anAccount('bob'), PASSWORD);
    product.script.add(anAccount('gone', { groups: [ADMINISTRATORS], disabled: true }), PASSWORD);
    const told = async (name: string, password: string) => {
      const { status, headers, body } = await signIn(name, password);
      return { status, headers, body: body.replace(/"reference":"[^"]+"/, '') };
    };
    const one = await told('nobody', 'wrong');
    for (const [name, password] of [
      ['bob', PASSWORD],
      ['bob', 'wrong'],
      ['alice', 'wrong'],
      ['gone', PASSWORD],
    ] as const)
      expect(await told(name, password)).toEqual(one);
  });
});
