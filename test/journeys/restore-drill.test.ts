import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../adapters/dynamodb/keys.ts';
import { jobPut } from '../../adapters/dynamodb/post-action-row.ts';
import { dynamoRequests, type Row } from '../../adapters/dynamodb/requests.ts';
import { exportRows } from '../../adapters/dynamodb/restore/export-rows.ts';
import { restoreTable, tableRows } from '../../adapters/dynamodb/restore/restore-table.ts';
import type { Tally } from '../../adapters/dynamodb/restore/tally.ts';
import { TABLE_DEFINITIONS, type TableName } from '../../adapters/dynamodb/tables.ts';
import type { Account } from '../../domain/ports/account.ts';
import { recoveryCodeOffer } from '../../domain/verification/methods/recovery-code.ts';
import { offerProof } from '../../domain/recovery/offer-proof.ts';
import { dynamoStoresOn } from '../adapters/dynamodb/stores.ts';
import { collected } from '../contracts/central-store.ts';
import { aConfiguration, aUserConfiguration, offered } from '../support/configured.ts';
import { type DynamoDbTables, freshDynamoDb, hasDynamoDb } from '../support/central-store.ts';
import { answersOf, enrolled } from '../support/enrolled.ts';
import { withRecoveryCodes } from '../support/own-things.ts';
import { aProduct, type Product, publish } from '../support/product.ts';
import * as steps from '../support/recovering.ts';
import { aJob, aRepudiation, aFreeze } from '../support/stored-notes.ts';
import { anAdminSession, aDraft } from '../support/stored-configurations.ts';
import { anErrand, anEvent, aSession, aSignInToll, NOW } from '../support/stored-records.ts';
import { exportTable } from '../support/table-export.ts';

const TABLES = Object.keys(TABLE_DEFINITIONS) as TableName[];
const NAMES = ['ada', 'ben', 'cleo', 'dora', 'emil', 'fay'] as const;
const SOURCE = steps.SOURCE;

/** The same product over other tables. */
const on = (product: Product, db: DynamoDbTables): Product => ({
  ...product,
  ports: { ...product.ports, ...dynamoStoresOn(db) },
});

const rowOf = ({ client, tables }: DynamoDbTables, key: { readonly pk: string }) =>
  dynamoRequests(client).read(tables.flows, key);

/** Saved codes unlock, answers and a code by mail reset. */
function withSavedCodes() {
  const { methods } = aConfiguration().document;
  const actions = { unlock: offered(['recovery-code']), reset: offered(['security-answers', 'email-code']) };
  return {
    document: {
      methods: { ...methods, 'recovery-code': { on: true } },
      userConfigurations: [aUserConfiguration('all', { actions })],
    },
  };
}

async function rowsOf({ client, tables }: DynamoDbTables, table: TableName): Promise<readonly Row[]> {
  return collected(tableRows(client, tables[table]));
}

describe.skipIf(!hasDynamoDb())('a restore from an export, into empty tables', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-restore-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const accounts = new Map<string, Account>();
  const personOf = (name: (typeof NAMES)[number]) => {
    const account = accounts.get(name);
    if (!account) throw new Error(`${name} is not enrolled`);
    return account.person;
  };
  let lost: DynamoDbTables;
  let found: DynamoDbTables;
  let before: Product;
  let after: Product;
  let codes: readonly string[] = [];
  const old = { flow: '', code: '', session: '', visit: '' };

  /** A day's work: whatever may not come back, or may not be forgotten, is there. */
  async function aDayOfWork(): Promise<void> {
    for (const name of NAMES) accounts.set(name, await enrolled(before, name));
    codes = await withRecoveryCodes(before, personOf('fay'));
    await publish(before, withSavedCodes());
    const { ports } = before;
    // Ada is in the middle of it: a code is on its way, and a wrong answer was given.
    const flow = await steps.started(before, 'ada');
    old.flow = flow.key;
    old.code = await steps.sentCode(before, flow.key);
    await steps.offerAnswers(before, flow.key, answersOf('ben', flow.asked));
    // Ben has just reset the password, and Cleo's reset is not settled.
    await steps.repair(before, (await steps.proven(before, 'ben')).key, steps.RESET);
    const cleo = await steps.proven(before, 'cleo');
    before.script.answer('break-after');
    await steps.repair(before, cleo.key, steps.RESET).catch(() => undefined);
    before.script.answer('obey');
    // Dora was frozen while a proven flow of hers has the lease.
    await steps.proven(before, 'dora');
    await ports.notes.freeze(personOf('dora'), aFreeze({ by: 'help-desk' }), anEvent(), [anErrand()]);
    // Fay used one of her saved codes.
    const fay = await steps.started(before, 'fay');
    const spent = await offerProof(ports, fay.key, SOURCE, recoveryCodeOffer(ports, codes[0] ?? ''));
    if (spent.kind !== 'proven') throw new Error(spent.kind);
    await ports.sessions.reserveSignIn(aSignInToll({ person: personOf('emil') }));
    const [session, visit] = [aSession(), anAdminSession()];
    await ports.sessions.create(session);
    await ports.adminSessions.create(visit);
    [old.session, old.visit] = [session.key, visit.key];
    await ports.drafts.save(aDraft(), 0);
    await ports.repudiations.keep('a-link', aRepudiation());
    await dynamoRequests(lost.client).put(jobPut(lost.tables.flows, aJob()));
    await ports.outbox.run(anErrand());
    await ports.outbox.mayText(NOW, { perHour: 10, perDay: 100 });
    await ports.outbox.mayTell(personOf('emil'), NOW, 5);
  }

  const restore = async (): Promise<Record<TableName, Tally>> => {
    const tallies = await Promise.all(
      TABLES.map(async (table) => {
        const name = found.tables[table];
        const rows = exportRows(path.join(folder, table));
        return [
          table,
          await restoreTable(found.client, { table, name, rows, now: after.clock.now(), write: true }),
        ];
      }),
    );
    return Object.fromEntries(tallies) as Record<TableName, Tally>;
  };
  let tallies: Record<TableName, Tally>;

  beforeAll(async () => {
    [lost, found] = [await freshDynamoDb(), await freshDynamoDb()];
    const product = aProduct();
    // DynamoDB Local really deletes what its TTL says is old.
    product.clock.pass(NOW - product.clock.now());
    before = on(product, lost);
    after = on(product, found);
    await aDayOfWork();
    for (const table of TABLES)
      await exportTable(lost.client, lost.tables[table], path.join(folder, table), 7);
    tallies = await restore();
  });

  it('changes nothing when it is done again', async () => {
    const rows = () => Promise.all(TABLES.map((table) => rowsOf(found, table)));
    const seen = await rows();
    for (const { troubles, written } of Object.values(await restore())) {
      expect(troubles).toEqual([]);
      expect(written).toBe(0);
    }
    expect(await rows()).toEqual(seen);
  });

  it('brings back every enrollment, version and event, as it was', async () => {
    for (const table of ['enrollments', 'trail'] as const) {
      const ids = ({ pk, sk }: Row) => `${String(pk)} ${String(sk)}`;
      const sorted = async (db: DynamoDbTables) =>
        (await rowsOf(db, table)).toSorted((one, other) => (ids(one) < ids(other) ? -1 : 1));
      expect(await sorted(found)).toEqual(await sorted(lost));
    }
    expect(await after.ports.configuration.current()).toEqual(await before.ports.configuration.current());
    for (const { troubles } of Object.values(tallies)) expect(troubles).toEqual([]);
  });

  it.each(['ada', 'emil', 'fay'] as const)('lets %s prove it all and reset the password', async (name) => {
    const flow = await steps.proven(after, name);
    expect(await steps.repair(after, flow.key, steps.RESET)).toMatchObject({
      kind: 'settled',
      outcome: { result: 'done' },
    });
  });

  it('brings back no flow, session, visit, link, post action, draft or message', async () => {
    const { ports } = after;
    expect((await steps.offerCode(after, old.flow, old.code)).kind).toBe('closed');
    expect(await ports.sessions.find(old.session)).toBeUndefined();
    expect(await ports.adminSessions.find(old.visit)).toBeUndefined();
    expect(await ports.repudiations.find('a-link')).toBeUndefined();
    expect(await ports.flows.unsettled(NOW * 2, 10)).toEqual([]);
    for (const desk of ['outside', 'directory'] as const)
      expect(await ports.postActions.due(desk, NOW * 2, 10)).toEqual([]);
    const kinds = (await rowsOf(found, 'flows')).map(({ pk }) => String(pk).split('#')[0]);
    expect(new Set(kinds)).toEqual(
      // Flows that were started since, by the tests before this one.
      new Set(['flow', 'sign-ins', 'sign-ins-from', 'starts', 'starts-from', 'texts', 'told', 'tries']),
    );
    for (const { pk } of await rowsOf(lost, 'flows'))
      if (String(pk).startsWith('flow#'))
        expect(await ports.flows.find(String(pk).slice(5)), String(pk)).toBeUndefined();
    expect((await rowsOf(found, 'configuration')).map(({ pk }) => pk)).toEqual(['configuration']);
  });

  it('lowers no counter', async () => {
    const now = new Map((await rowsOf(found, 'flows')).map((row) => [row['pk'], row]));
    const counters = (await rowsOf(lost, 'flows')).filter(({ pk }) =>
      /^(tries|sign-ins|sign-ins-from|starts|starts-from|told|texts)#/.test(String(pk)),
    );
    expect(counters.length).toBeGreaterThan(12);
    for (const row of counters)
      for (const [name, value] of Object.entries(row).filter(([, one]) => typeof one === 'number')) {
        const restored = Number(now.get(row['pk'])?.[name]);
        const forgiven = name === 'tries:security-answers' && personIs(row, 'ada');
        if (name.startsWith('balance')) expect(restored).toBeLessThanOrEqual(Number(value));
        else if (!forgiven)
          expect(restored, `${String(row['pk'])} ${name}`).toBeGreaterThanOrEqual(Number(value));
      }
  });

  /** Whoever has proven it since has been forgiven. */
  const personIs = ({ pk }: Row, name: (typeof NAMES)[number]) => pk === keys.tries(personOf(name)).pk;

  it('lets no saved code count twice', async () => {
    const flow = await steps.started(after, 'fay');
    const offer = (code = '') =>
      offerProof(after.ports, flow.key, SOURCE, recoveryCodeOffer(after.ports, code));
    expect((await offer(codes[0])).kind).toBe('wrong');
    expect((await offer(codes[1])).kind).toBe('proven');
  });

  it('knows when a password was last reset, though only a flow said so', async () => {
    for (const name of ['ben', 'cleo'] as const) {
      const { leaseholder, resetAt } = (await rowOf(lost, keys.tries(personOf(name)))) ?? {};
      expect([typeof leaseholder, resetAt]).toEqual(['string', undefined]);
      const noted = await after.ports.notes.find(personOf(name));
      expect(noted.resetAt).toBeGreaterThanOrEqual(NOW);
    }
  });

  it('leaves frozen who was frozen, whichever flow of theirs is first', async () => {
    const flow = await steps.proven(after, 'dora');
    expect((await steps.repair(after, flow.key, steps.RESET)).kind).toBe('frozen');
  });
});
