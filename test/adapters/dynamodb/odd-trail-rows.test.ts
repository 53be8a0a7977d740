import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventPut } from '../../../adapters/dynamodb/trail.ts';
import type { TrailEvent } from '../../../domain/trail/event.ts';
import type { TrailRow } from '../../../domain/trail/trail-row.ts';
import { collected } from '../../contracts/central-store.ts';
import { freshDynamoDb, hasDynamoDb } from '../../support/central-store.ts';
import { anEvent, DAY, NOW } from '../../support/stored-records.ts';
import { dynamoStoresOn } from './stores.ts';

const iso = (at: number) => new Date(at).toISOString();
const good = [1, 5, 9].map((n) => anEvent({ id: `good-${n}`, at: NOW + n * 1000 }));
const itemOf = (event: TrailEvent) => eventPut('', event).Put.Item;

describe.skipIf(!hasDynamoDb())('rows of the trail on DynamoDB that are no events in their place', () => {
  let rows: readonly TrailRow[] = [];
  const of = (detail: string) =>
    rows.flatMap((row) => ('odd' in row ? [row.odd] : [])).filter((odd) => odd.detail === detail);

  beforeAll(async () => {
    const database = await freshDynamoDb();
    const documents = DynamoDBDocumentClient.from(database.client);
    const TableName = database.tables.trail;
    const { trail } = dynamoStoresOn(database);
    for (const event of good) await trail.append(event);
    const event = anEvent({ id: 'other', at: NOW + 2000 });
    const item = itemOf(event);
    const sk = (n: number) => `${iso(NOW + n * 1000)}#odd-${n}`;
    const put = (Item: Record<string, unknown>) => documents.send(new PutCommand({ TableName, Item }));
    await put({ pk: item.pk, sk: sk(2) });
    await put({ ...item, sk: sk(3), event: { ...event, person: 'nobody' }, parts: new Set(['b', 'a']) });
    await put({ ...item, sk: sk(4) });
    await put({ ...item, person: 'CORP/somebody-else' });
    await put({ ...item, sk: sk(6), event: { ...event, at: 8.7e15 } });
    await put({ ...item, sk: `${iso(NOW).slice(0, 13)}:59 no moment`, event: 'no event' });
    // A number that JavaScript does not have.
    const marshalled = { pk: { S: item.pk }, sk: { S: sk(7) }, event: { M: { at: { N: '1.5e100' } } } };
    await database.client.send(new PutItemCommand({ TableName, Item: marshalled }));
    rows = await collected(trail.rows(NOW, NOW + DAY));
  });

  it('keep no event from being read', () => {
    expect(rows.flatMap((row) => ('event' in row ? [row.event] : []))).toEqual(good);
    expect(rows).toHaveLength(good.length + 7);
  });

  it('are told with their key, their moment and all that they hold', () => {
    const [bare] = of('(all of it)').filter(({ key }) => key.endsWith('#odd-2'));
    expect(bare).toMatchObject({ reason: 'malformed', at: NOW + 2000 });
    const [pk, sk] = bare?.key.split(' ') ?? [];
    expect(bare?.content).toEqual({ pk, sk });
    const [nobody] = of('person').filter(({ reason }) => reason === 'malformed');
    expect(nobody?.content).toMatchObject({ parts: ['a', 'b'], event: { person: 'nobody' } });
    const large = rows.flatMap((row) =>
      'odd' in row && row.odd.key.endsWith('#odd-7') ? [row.odd.content] : [],
    );
    expect(large).toMatchObject([{ event: { at: '1.5e100' } }]);
  });

  it('are those, too, whose key, or what an index has them by, is not that of their event', () => {
    expect(of('sk')).toMatchObject([{ reason: 'misplaced', at: NOW + 4000 }]);
    expect(rows.filter((row) => 'odd' in row && row.odd.reason === 'misplaced')).toHaveLength(3);
    expect(of('at')).toHaveLength(1);
  });
});
