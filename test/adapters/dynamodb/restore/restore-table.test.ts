import { describe, expect, it } from 'vitest';
import { keys } from '../../../../adapters/dynamodb/keys.ts';
import { dynamoRequests, type Row } from '../../../../adapters/dynamodb/requests.ts';
import { restoreTable } from '../../../../adapters/dynamodb/restore/restore-table.ts';
import { joinOf } from '../../../../adapters/dynamodb/restore/row-kinds.ts';
import type { Tally } from '../../../../adapters/dynamodb/restore/tally.ts';
import { writeJoined } from '../../../../adapters/dynamodb/restore/write-joined.ts';
import type { Person } from '../../../../domain/person.ts';
import { atOnce } from '../../../contracts/central-store.ts';
import { type DynamoDbTables, freshDynamoDb, hasDynamoDb } from '../../../support/central-store.ts';
import { enrolled } from '../../../support/enrolled.ts';
import { aProduct, type Product } from '../../../support/product.ts';
import { proven, repair, RESET } from '../../../support/recovering.ts';
import { aFreeze } from '../../../support/stored-notes.ts';
import { anEvent, aPerson, NOW } from '../../../support/stored-records.ts';
import { dynamoStoresOn } from '../stores.ts';

/** Restores these rows of table `flows` while the service runs. */
function restored({ client, tables }: DynamoDbTables, ...rows: readonly Row[]): Promise<Tally> {
  const given = (async function* () {
    yield* rows;
  })();
  return restoreTable(client, { table: 'flows', name: tables.flows, rows: given, now: NOW, write: true });
}

const rowOf = ({ client, tables }: DynamoDbTables, person: Person) =>
  dynamoRequests(client).read(tables.flows, keys.tries(person));

describe.skipIf(!hasDynamoDb())('a restore beside a running service', () => {
  async function running(): Promise<{ readonly product: Product; readonly db: DynamoDbTables }> {
    const db = await freshDynamoDb();
    const product = aProduct();
    product.clock.pass(NOW - product.clock.now());
    return { db, product: { ...product, ports: { ...product.ports, ...dynamoStoresOn(db) } } };
  }

  it('freezes also the flow that has the lease of its person already', async () => {
    const { product, db } = await running();
    const { person } = await enrolled(product, 'jo');
    const flow = await proven(product, 'jo');
    const freeze = aFreeze({ by: 'help-desk' });
    await restored(db, { ...keys.tries(person), freeze, frozenAt: freeze.at, leaseholder: 'a flow of then' });
    expect((await repair(product, flow.key, RESET)).kind).toBe('frozen');
    expect((await rowOf(db, person))?.['leaseholder']).toBe(flow.key);
    expect(await product.ports.notes.unfreeze(person, anEvent({ at: NOW + 1 }), [])).toBe(true);
    expect((await repair(product, flow.key, RESET)).kind).toBe('settled');
  });

  it('lets go on who was given self-service back since', async () => {
    const { product, db } = await running();
    const { person } = await enrolled(product, 'jo');
    const freeze = aFreeze();
    await product.ports.notes.freeze(person, freeze, anEvent(), []);
    await product.ports.notes.unfreeze(person, anEvent({ at: NOW + 1 }), []);
    await restored(db, { ...keys.tries(person), freeze, frozenAt: freeze.at });
    const flow = await proven(product, 'jo');
    expect((await repair(product, flow.key, RESET)).kind).toBe('settled');
  });

  it('writes nothing over that it did not see', async () => {
    const { db } = await running();
    const requests = dynamoRequests(db.client);
    const key = keys.tries(aPerson());
    const seen = { ...key, 'used:app': 3 };
    const since = { ...key, 'used:app': 20, 'used:code': 1 };
    await requests.put({ TableName: db.tables.flows, Item: since });
    const left = { ...key, 'used:app': 12 };
    const writing = { TableName: db.tables.flows, key, left, join: joinOf('flows', key.pk) };
    for (const stale of [undefined, seen]) {
      await writeJoined(requests, writing, stale);
      expect(await requests.read(db.tables.flows, key)).toEqual(since);
    }
  });

  it('loses nothing that is counted at the same time', async () => {
    const { product, db } = await running();
    const person = aPerson();
    const old = { ...keys.tries(person), 'used:app': 12, 'used:code': 1, 'tries:email-code': 4 };
    const used = atOnce(20, (n) => product.ports.notes.useUp(person, { name: 'app', value: n + 1 }));
    const tallies = await atOnce(4, () => restored(db, old));
    await used;
    for (const { troubles } of tallies) expect(troubles).toEqual([]);
    expect(await rowOf(db, person)).toEqual({ ...old, 'used:app': 20 });
  });
});
