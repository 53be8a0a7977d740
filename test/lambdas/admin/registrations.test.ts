import { describe, expect, it } from 'vitest';
import { EVENT_KINDS, eventSentence } from '../../../lambdas/admin/event-sentences.ts';
import { CATALOGS } from '../../../portal/catalogs/catalogs.ts';
import { addedCounts, addedImpact, sums } from '../../../client/impact.ts';
import { pages } from '../../../client/pages.ts';
import { adminDesk, problemOf } from '../../support/admin-desk.ts';
import { knownGroup, wholeTrail } from '../../support/administering.ts';
import { anAudience, aUserConfiguration, blockOf } from '../../support/configured.ts';
import { enrolled } from '../../support/enrolled.ts';
import { aProduct, publish } from '../../support/product.ts';
import { anAccount, STAFF } from '../../support/scripted-account.ts';
import { anEvent } from '../../support/stored-records.ts';

const setUp = async () => {
  const product = aProduct();
  const desk = adminDesk(product);
  return { product, desk, alice: await desk.as('alice', 'administrator') };
};

describe('the registrations report', () => {
  it('tells who is registered and who is not, page by page, and is noted in the trail once', async () => {
    const { product, alice } = await setUp();
    const names = ['ann', 'ben', 'cat', 'dan', 'eve'];
    for (const name of names) product.script.add(anAccount(name));
    await enrolled(product, 'ben');
    const rows = [];
    for await (const page of pages((cursor) =>
      alice.call('GET /api/admin/registrations', { query: { cursor, limit: '2' } }),
    ))
      rows.push(...page.rows);
    expect(rows.map(({ name }) => name)).toEqual(names.map((name) => `CORP\\${name}`));
    expect(rows.map(({ status }) => status)).toEqual(['never', 'registered', 'never', 'never', 'never']);
    expect(rows[1]).toMatchObject({
      methods: ['security-answers', 'email-code'],
      userConfiguration: 'everyone',
    });
    const read = (await wholeTrail(product)).filter(({ happening }) => happening.kind === 'report-read');
    expect(read).toHaveLength(1);

    const query = { status: 'registered', under: STAFF } as const;
    const { rows: found, looked } = await alice.call('GET /api/admin/registrations', { query });
    expect([found.map(({ name }) => name), looked]).toEqual([['CORP\\ben'], 5]);
    let counts;
    for await (const sum of sums(
      pages((cursor) => alice.call('GET /api/admin/registrations/counts', { query: { cursor } })),
      addedCounts,
    ))
      counts = sum;
    expect(counts).toEqual({
      looked: 5,
      byStatus: { registered: 1, never: 4 },
      byUserConfiguration: { everyone: { registered: 1, never: 4 } },
    });
  });

  it('says what is no OU before the directory is asked', async () => {
    const { alice } = await setUp();
    const asking = alice.call('GET /api/admin/registrations', { query: { under: 'Sales' } });
    expect(await problemOf(asking)).toMatchObject({ status: 422, code: 'unit-unknown', field: 'under' });
  });

  it('takes away what somebody registered, for a reason, and says of each what became of it', async () => {
    const { product, desk, alice } = await setUp();
    const { person } = await enrolled(product, 'ben');
    product.script.add(anAccount('ann'));
    const people = [person, anAccount('ann').person];
    const noReason = alice.call('POST /api/admin/registrations/revoke', { body: { people, reason: ' ' } });
    expect(await problemOf(noReason)).toMatchObject({ status: 422, code: 'reason-missing' });
    const { results } = await alice.call('POST /api/admin/registrations/revoke', {
      body: { people, reason: 'lost telephone' },
    });
    expect(results).toEqual([
      { person: people[0], result: 'revoked' },
      { person: people[1], result: 'not-registered' },
    ]);
    expect(desk.door.counted.filter((line) => line.includes('RegistrationRevoked'))).toHaveLength(1);
    const { results: reminded } = await alice.call('POST /api/admin/registrations/remind', {
      body: { people },
    });
    expect(reminded.map(({ result }) => result)).toEqual(['no-address', 'no-address']);
  });

  it('takes a hundred people at a time and no more', async () => {
    const { alice } = await setUp();
    const people = Array.from({ length: 101 }, (_, i) => ({ domain: 'CORP', guid: `guid-${i}` }));
    const asking = alice.call('POST /api/admin/registrations/remind', { body: { people } });
    expect(await problemOf(asking)).toMatchObject({ status: 400, code: 'field-too-long', field: 'people' });
  });
});

describe('whom a document would touch', () => {
  it('is counted page by page, and adds up', async () => {
    const { product, alice } = await setUp();
    for (const name of ['ann', 'ben', 'cat']) product.script.add(anAccount(name));
    const { document } = await alice.call('GET /api/admin/configuration');
    const changed = { ...document, userConfigurations: [] };
    let impact;
    for await (const sum of sums(
      pages((cursor) =>
        alice.call('POST /api/admin/plan/impact', {
          body: { document: changed, ...(cursor !== undefined && { cursor }) },
        }),
      ),
      addedImpact,
    ))
      impact = sum;
    expect(impact).toMatchObject({
      people: 3,
      touched: 3,
      byUserConfiguration: { everyone: { before: 3, after: 0 }, '': { before: 0, after: 3 } },
    });
  });
});

describe('whom a user falls under', () => {
  it('is told with the reason, in sentences', async () => {
    const { product, alice } = await setUp();
    const sales = knownGroup(product, 'Sales', 1950);
    const robin = product.script.add(anAccount('robin', { groups: [sales.sid] })).account;
    await publish(product, {
      document: {
        userConfigurations: [
          aUserConfiguration('sales', { include: anAudience({ groups: [sales] }) }),
          aUserConfiguration('everyone'),
        ],
      },
    });
    const match = await alice.call('POST /api/admin/match', { body: { username: 'robin' } });
    expect(match).toMatchObject({
      found: true,
      name: 'CORP\\robin',
      userConfiguration: { id: 'sales', because: expect.stringContaining('CORP\\Sales') },
      alsoMatching: [{ id: 'everyone' }],
      status: 'never',
    });
    expect(match.sentences.length).toBeGreaterThan(1);

    const { document } = await alice.call('GET /api/admin/configuration');
    const blocked = { ...document, blockList: [blockOf(robin)] };
    const asIf = await alice.call('POST /api/admin/match', {
      body: { username: 'robin', document: blocked },
    });
    expect(asIf.blocked).toBe('Blocked by name, by entry 1 of the block list: left the company');
    const wrong = alice.call('POST /api/admin/match', { body: { username: 'robin', document: {} as never } });
    expect(await problemOf(wrong)).toMatchObject({ status: 422, code: 'document-mistakes' });
  });

  it('is told of who is protected, and of nobody', async () => {
    const { product, alice } = await setUp();
    product.script.add(anAccount('root', { adminCount: true }));
    const match = (username: string) => alice.call('POST /api/admin/match', { body: { username } });
    expect((await match('root')).obstacle).toContain('privileged');
    for (const username of ['nobody', '', 'CORP\\\\x'])
      expect(await match(username)).toMatchObject({ found: false });
  });
});

describe('the directory and the languages', () => {
  it('finds who is named so', async () => {
    const { product, alice } = await setUp();
    product.script.add(anAccount('robin'));
    knownGroup(product, 'Sales', 1950);
    const find = (kind: 'user' | 'group' | 'unit', beginning: string) =>
      alice.call('GET /api/admin/directory', { query: { kind, beginning } });
    expect((await find('user', 'rob')).objects).toMatchObject([{ kind: 'user', name: 'CORP\\robin' }]);
    expect((await find('group', 'sal')).objects).toMatchObject([{ kind: 'group', name: 'CORP\\Sales' }]);
    expect((await find('unit', 'rob')).objects).toEqual([]);
  });

  it('lists every language there is, whole, and says who has read it', async () => {
    const { alice } = await setUp();
    const { languages } = await alice.call('GET /api/admin/languages');
    expect(languages.map(({ tag }) => tag)).toEqual(Object.keys(CATALOGS));
    expect(
      languages
        .filter(({ offered }) => offered)
        .map(({ tag }) => tag)
        .toSorted(),
    ).toEqual(['de', 'en', 'es', 'fr', 'ja', 'zh-CN']);
    for (const { coverage, questionsWithoutText, offered } of languages)
      if (offered) expect([coverage, questionsWithoutText]).toEqual([1, []]);
    expect(languages.find(({ tag }) => tag === 'ar')).toMatchObject({ direction: 'rtl', name: 'Arabic' });
  });
});

describe('the trail', () => {
  it('is told newest first, page by page, in sentences with names', async () => {
    const { product, alice } = await setUp();
    const { account } = product.script.add(anAccount('robin'));
    for (const at of [1, 2, 3])
      await product.ports.trail.append(
        anEvent({
          id: `event-${at}`,
          at: product.clock.now() + at,
          person: account.person,
          happening: { kind: 'method-registered', method: 'email-code' },
        }),
      );
    product.clock.pass(10);
    const events = [];
    for await (const page of pages((cursor) =>
      alice.call('GET /api/admin/trail', { query: { cursor, limit: '2', username: 'robin' } }),
    ))
      events.push(...page.events);
    expect(events.map(({ id }) => id)).toEqual(['event-3', 'event-2', 'event-1']);
    expect(events[0]).toMatchObject({
      name: 'CORP\\robin',
      kind: 'method-registered',
      says: 'Registered a code by e-mail.',
      details: { method: 'email-code' },
    });
  });

  it('is told without names where no domain controller answers', async () => {
    const { product, alice } = await setUp();
    const { account } = product.script.add(anAccount('robin'));
    await product.ports.trail.append(anEvent({ at: product.clock.now(), person: account.person }));
    product.clock.pass(10);
    product.script.down(true);
    const { events } = await alice.call('GET /api/admin/trail');
    expect(events.length).toBeGreaterThan(0);
    expect(events.some(({ person }) => person.guid === account.person.guid)).toBe(true);
  });

  it('of a directory that is down tells an administrator which, and nobody else', async () => {
    const { product, desk, alice } = await setUp();
    product.script.down(true);
    const told = await problemOf(alice.call('GET /api/admin/registrations'));
    expect(told).toMatchObject({
      code: 'service-problem',
      detail: 'no domain controller answers',
    });
    const signIn = { username: 'alice', password: 'Correct-Horse-1' };
    const bland = await problemOf(desk.nobody.call('POST /api/admin/session', { body: signIn }));
    expect(bland).toMatchObject({ code: 'service-problem', status: 503 });
    expect(JSON.stringify(bland)).not.toContain('domain controller');
  });

  it('says who did what to whom', async () => {
    const { product, alice } = await setUp();
    const { person } = await enrolled(product, 'ben');
    await alice.call('POST /api/admin/registrations/revoke', { body: { people: [person], reason: 'lost' } });
    product.clock.pass(1);
    const { events } = await alice.call('GET /api/admin/trail', { query: { kinds: 'registration-revoked' } });
    expect(events).toMatchObject([
      {
        by: 'CORP\\alice',
        name: 'CORP\\ben',
        says: 'What they had registered (security answers and a code by e-mail) was revoked: lost',
      },
    ]);
    const unknown = alice.call('GET /api/admin/trail', { query: { username: 'nobody' } });
    expect(await problemOf(unknown)).toMatchObject({ status: 404, code: 'username-unknown' });
  });

  it('has a sentence for every kind of event', () => {
    const told = EVENT_KINDS.map((kind) =>
      eventSentence({
        kind,
        method: 'email-code',
        methods: ['email-code'],
        action: 'reset',
        proofs: ['security-answers'],
        domainController: 'ldaps://dc1',
        result: 'done',
        reason: kind === 'repair-refused' ? 'cannot-change' : 'wrong',
        by: kind.startsWith('self-service') ? 'help-desk' : 'request',
        roles: ['help-desk'],
        revision: 1,
        basedOn: 0,
        version: 1,
        changes: [],
        letter: 'set-up-reminder',
        report: 'trail',
      } as never),
    );
    for (const sentence of told) expect(sentence).toMatch(/^[A-Z](?!.*(undefined|\[object)).{6,}[\w.]$/);
    expect(new Set(told).size).toBe(EVENT_KINDS.length);
  });
});
