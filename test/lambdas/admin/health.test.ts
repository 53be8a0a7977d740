import { describe, expect, it } from 'vitest';
import { preFlightRun } from '../../../lambdas/pre-flight/run.ts';
import { pages } from '../../../client/pages.ts';
import { emittingCounts } from '../../support/emitting.ts';
import { adminDesk, problemOf } from '../../support/admin-desk.ts';
import { wholeTrail } from '../../support/administering.ts';
import { blockOf } from '../../support/configured.ts';
import { enrolled } from '../../support/enrolled.ts';
import { aProduct, MINUTE, NOW, type Product } from '../../support/product.ts';
import { anAccount, filetime, sidOf } from '../../support/scripted-account.ts';
import { anExamination } from '../../support/stored-health.ts';

const DAY = 24 * 60 * MINUTE;

const setUp = async (product = aProduct()) => {
  const desk = adminDesk(product);
  return { product, desk, hugo: await desk.as('hugo', 'help-desk') };
};
const reads = async (product: Product) =>
  (await wholeTrail(product)).map(({ happening }) => happening).filter(({ kind }) => kind === 'report-read');
const fly = ({ ports }: Product, remainingMs?: number) => preFlightRun(ports, emittingCounts())(remainingMs);

/** 600 people, of whom every hundredth could help themselves. */
async function crowded() {
  const product = aProduct();
  for (let n = 0; n < 600; n += 1) {
    const username = `p${String(n).padStart(3, '0')}`;
    if (n % 100 === 0) await enrolled(product, username);
    else product.script.add(anAccount(username));
  }
  return setUp(product);
}

describe('explaining a person through the API', () => {
  it('tells all that decides over them', async () => {
    const { product, hugo } = await setUp(aProduct({ document: { blockList: [blockOf(anAccount('jo'))] } }));
    const locked = { locked: true, lockoutTime: filetime(NOW - MINUTE) };
    await enrolled(product, 'jo', { account: locked });
    const { found, names, explanation } = await hugo.call('POST /api/admin/explain', {
      body: { claim: 'JO' },
    });
    expect([found, names]).toEqual(['one', ['CORP\\jo']]);
    expect(explanation).toMatchObject({
      name: 'CORP\\jo',
      colour: 'red',
      fix: { code: 'blocked' },
      blocked: 'Blocked by name, by entry 1 of the block list: left the company',
      status: 'blocked',
      methods: ['security-answers', 'email-code'],
      actions: { unlock: { works: 'no', because: 'blocked' }, reset: { works: 'no' } },
      userConfiguration: { id: 'everyone' },
      rules: { source: 'domain', readable: true },
    });
    expect(explanation?.conditions[0]).toMatchObject({ code: 'locked' });
  });

  it('names all whom a claim may mean, and says where it looked when there is none', async () => {
    const product = aProduct({ claims: { ...aProduct().configuration.claims, mail: true } });
    for (const username of ['jo', 'jon']) product.script.add(anAccount(username, { mail: 'jo@example.com' }));
    const { hugo } = await setUp(product);
    const ask = (claim: string) => hugo.call('POST /api/admin/explain', { body: { claim } });
    expect(await ask('jo@example.com')).toMatchObject({ found: 'several', names: ['CORP\\jo', 'CORP\\jon'] });
    expect(await ask('nobody')).toMatchObject({
      found: 'none',
      sentences: [expect.any(String), expect.any(String)],
    });
    expect(await ask('a\\b\\c')).toMatchObject({
      found: 'none',
      sentences: [expect.stringContaining('can name nobody')],
    });
  });
});

describe('health through the API', () => {
  it('is nothing before anybody has looked, then what the doctor and the pre-flight found', async () => {
    const { product, hugo } = await crowded();
    const empty = { examination: null, preFlight: null, underWay: null };
    expect(await hugo.call('GET /api/admin/health')).toEqual(empty);
    await product.ports.health.saveExamination(anExamination());
    await fly(product, 0);
    const half = await hugo.call('GET /api/admin/health');
    expect(half).toMatchObject({ preFlight: null, underWay: { counts: { green: 5, amber: 0, red: 495 } } });
    expect(half.examination?.domains[0]).toMatchObject({ domain: 'CORP', worst: 'warning' });
    expect(half.examination?.configuration[0]).toMatchObject({
      question: 'Is what the configuration names still there?',
      commands: [{ shell: 'powershell', line: 'Get-ADGroup Sales' }],
    });
    await fly(product);
    expect(await hugo.call('GET /api/admin/health')).toMatchObject({
      preFlight: {
        startedAt: new Date(NOW).toISOString(),
        counts: { green: 6, amber: 0, red: 594 },
        fixes: { 'not-enrolled': 594 },
      },
      underWay: null,
    });
  });
});

describe('the pre-flight through the API', () => {
  it('is read page by page, by colour and by fix, and is noted in the trail once', async () => {
    const { product, hugo } = await crowded();
    expect(await hugo.call('GET /api/admin/pre-flight')).toEqual({ run: null, rows: [], looked: 0 });
    await fly(product);
    const read = async (query: { colour?: 'green' | 'red'; fix?: 'disabled' }) => {
      const [rows, looked]: [string[], number[]] = [[], []];
      for await (const page of pages((cursor) =>
        hugo.call('GET /api/admin/pre-flight', { query: { ...query, cursor } }),
      )) {
        rows.push(...page.rows.map(({ name }) => name));
        looked.push(page.looked);
      }
      return { rows, looked };
    };
    const before = (await reads(product)).length;
    expect((await read({})).rows).toHaveLength(600);
    expect((await reads(product)).slice(before)).toEqual([{ kind: 'report-read', report: 'pre-flight' }]);
    const green = ['p000', 'p100', 'p200', 'p300', 'p400', 'p500'].map((name) => `CORP\\${name}`);
    expect(await read({ colour: 'green' })).toEqual({ rows: green, looked: [500, 100] });
    expect((await read({ fix: 'disabled' })).rows).toEqual([]);
    const { rows } = await hugo.call('GET /api/admin/pre-flight', { query: { colour: 'red' } });
    expect(rows[0]).toEqual({
      person: anAccount('p001').person,
      name: 'CORP\\p001',
      displayName: 'Robin Example',
      colour: 'red',
      fix: 'not-enrolled',
      actions: {
        unlock: { works: 'no', because: 'not-enrolled' },
        reset: { works: 'no', because: 'not-enrolled' },
      },
    });
  });

  it('that was begun to be read is read to its end, though a newer one has come to its own', async () => {
    const { product, hugo } = await crowded();
    await fly(product);
    const first = await hugo.call('GET /api/admin/pre-flight');
    product.clock.pass(DAY);
    const { hugo: later } = await setUp(product);
    await fly(product);
    const second = await later.call('GET /api/admin/pre-flight', { query: { cursor: first.next } });
    expect(second).toMatchObject({ looked: 100 });
    expect(second).not.toHaveProperty('run');
    expect(second).not.toHaveProperty('next');
  });

  it('refuses a place that is none', async () => {
    const { hugo } = await setUp();
    const asking = hugo.call('GET /api/admin/pre-flight', { query: { cursor: '../1' } });
    expect(await problemOf(asking)).toMatchObject({ status: 400, field: 'cursor' });
  });
});

describe('the pre-flight function', () => {
  it('counts people by colour and those who are registered, once for a run, and leaves two minutes of its time', async () => {
    const product = aProduct();
    await enrolled(product, 'al');
    product.script.add(anAccount('bo', { groups: [sidOf(512)] }));
    const meter = emittingCounts();
    const run = preFlightRun(product.ports, meter);
    expect(await run(15 * MINUTE)).toMatchObject({ kind: 'finished' });
    expect(await run(15 * MINUTE)).toMatchObject({ kind: 'not-due' });
    expect(meter.counts().filter(({ metric }) => metric !== 'BackgroundRan')).toEqual([
      { metric: 'PreFlightJudged', dimension: 'colour=green', count: 1 },
      { metric: 'PreFlightJudged', dimension: 'colour=amber', count: 0 },
      { metric: 'PreFlightJudged', dimension: 'colour=red', count: 1 },
      // Bo is privileged: not served, so not asked whether he is registered.
      { metric: 'PeopleServed', dimension: '', count: 1 },
      { metric: 'PeopleRegistered', dimension: '', count: 1 },
      { metric: 'RegistrationDue', dimension: '', count: 0 },
    ]);
    product.clock.pass(DAY);
    expect(await run(2 * MINUTE)).toMatchObject({ kind: 'cut-short', judged: 2 });
  });
});
