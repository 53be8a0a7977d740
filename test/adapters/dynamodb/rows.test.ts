import type { Row } from '../../../adapters/dynamodb/requests.ts';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { keys } from '../../../adapters/dynamodb/keys.ts';
import type { TableName } from '../../../adapters/dynamodb/tables.ts';
import { collected } from '../../contracts/central-store.ts';
import { type DynamoDbTables, freshDynamoDb, hasDynamoDb } from '../../support/central-store.ts';
import { aFullPage, afterPage, anExamination, aPreFlight } from '../../support/stored-health.ts';
import { aDraft, anAdminSession } from '../../support/stored-configurations.ts';
import {
  aCode,
  aFlow,
  aMessage,
  anEnrollment,
  anErrand,
  anEvent,
  anIntent,
  anOutcome,
  aPerson,
  aSession,
  aStartToll,
  aTryToll,
  DAY,
  NOW,
  sealedAs,
} from '../../support/stored-records.ts';
import { dynamoStoresOn } from './stores.ts';

async function opened() {
  const database = await freshDynamoDb();
  return { ...dynamoStoresOn(database), ...raw(database) };
}

function raw({ client, tables }: DynamoDbTables) {
  const documents = DynamoDBDocumentClient.from(client);
  return {
    row: async (table: TableName, Key: Record<string, string | number>): Promise<Row | undefined> =>
      (await documents.send(new GetCommand({ TableName: tables[table], Key }))).Item,
    put: (table: TableName, Item: Record<string, unknown>) =>
      documents.send(new PutCommand({ TableName: tables[table], Item })),
  };
}

describe.skipIf(!hasDynamoDb())('rows in DynamoDB', () => {
  it('may clean a flow away a day after its end, not while it is executing, and a week after it was settled, or a month after a reset', async () => {
    const { flows, row } = await opened();
    const flow = aFlow();
    const ttl = async () => (await row('flows', keys.flow(flow.key)))?.['ttl'];
    await flows.start(flow, aStartToll());
    expect(await ttl()).toBe((flow.expiresAt + DAY) / 1000);
    await flows.begin(flow, anIntent(), aMessage(), anEvent(), NOW);
    expect(await ttl()).toBeUndefined();
    const unlocked = anOutcome('done', { action: 'unlock' });
    await flows.settle({ ...flow, version: 2 }, unlocked, [], anEvent(), []);
    expect(await ttl()).toBe((NOW + 7 * DAY) / 1000);
    const other = aFlow();
    await flows.start(other, aStartToll());
    await flows.begin(other, anIntent(), aMessage(), anEvent(), NOW);
    await flows.settle({ ...other, version: 2 }, anOutcome('done'), [], anEvent(), []);
    // Until then the person's notes go by it.
    expect((await row('flows', keys.flow(other.key)))?.['ttl']).toBe((NOW + 31 * DAY) / 1000);
  });

  it('may clean an errand away a day after it is forgotten, yet not while it may wait to be sent', async () => {
    const { outbox, row } = await opened();
    const [long, short] = [anErrand({ forgottenAt: NOW + 30 * DAY }), anErrand({ forgottenAt: NOW + 1 })];
    for (const errand of [long, short]) await outbox.run(errand);
    expect((await row('flows', keys.errand(long.id)))?.['ttl']).toBe((NOW + 31 * DAY) / 1000);
    expect((await row('flows', keys.errand(short.id)))?.['ttl']).toBe((NOW + 8 * DAY) / 1000);
  });

  it('may clean a visit away a day after its end, and never a draft', async () => {
    const { adminSessions, drafts, row } = await opened();
    const [visit, draft] = [anAdminSession(), aDraft()];
    await adminSessions.create(visit);
    const later = { ...visit, version: 2, expiresAt: visit.expiresAt + DAY };
    await adminSessions.replace(visit, later);
    await drafts.save(draft, 0);
    const kept = await row('flows', keys.adminSession(visit.key));
    expect(kept?.['ttl']).toBe((later.expiresAt + DAY) / 1000);
    expect(await row('configuration', keys.draft(draft.author))).not.toHaveProperty('ttl');
  });

  it('may clean a pre-flight and its pages away eight days after its start, and never what the doctor found', async () => {
    const { health, row } = await opened();
    const page = aFullPage();
    const run = { ...afterPage(aPreFlight(), page), finishedAt: NOW };
    await health.savePage(run, page);
    await health.saveExamination(anExamination());
    const ttl = (NOW + 8 * DAY) / 1000;
    expect((await row('flows', keys.preFlight('newest')))?.['ttl']).toBe(ttl);
    expect((await row('flows', keys.preFlight('finished')))?.['ttl']).toBe(ttl);
    const kept = await row('flows', keys.preFlightPage(run.id, 0));
    expect(kept?.['ttl']).toBe(ttl);
    // DynamoDB takes rows of up to 400 KB.
    expect(Buffer.byteLength(String(kept?.['people']))).toBeLessThan(300_000);
    expect(await row('flows', keys.examination())).not.toHaveProperty('ttl');
  });

  it('never cleans away what counts a person’s tries', async () => {
    const { flows, row } = await opened();
    const flow = aFlow();
    await flows.start(flow, aStartToll());
    await flows.reserve(flow.key, aTryToll());
    expect(await row('flows', keys.tries(flow.person))).not.toHaveProperty('ttl');
  });

  it('reads a flow of the release before as one that no code was sent in, and goes on with it', async () => {
    const { flows, row, put } = await opened();
    const flow = aFlow();
    await flows.start(flow, aStartToll());
    const { phones: _, ...before } = (await row('flows', keys.flow(flow.key))) ?? {};
    const message = { ...aMessage(), channel: 'email' };
    await put('flows', {
      ...before,
      codeTag: 'its-tag',
      codeExpiresAt: NOW + 1,
      codeTries: 4,
      sends: 3,
      outbox: { [message.id]: message },
    });
    const { channel: _channel, ...kept } = message;
    expect(await flows.find(flow.key)).toEqual({ ...flow, outbox: [kept] });
    const tried = await flows.reserve(flow.key, aTryToll({ method: 'email-code', perCode: 1 }));
    expect(tried.kind).toBe('reserved');
    const proof = { method: 'email-code', at: NOW } as const;
    expect(await flows.prove(flow, proof, NOW, 'its-tag')).toBeUndefined();
    await flows.issueCode(flow.key, 'email-code', aCode({ tag: 'another' }), aMessage(), NOW, 1);
    expect(await flows.prove(flow, proof, NOW, 'another')).toMatchObject({
      codes: {},
      sends: { 'email-code': 1 },
    });
  });

  it('forgets the code’s tag once it was used', async () => {
    const { flows, row } = await opened();
    const flow = aFlow({
      tries: 1,
      codes: { 'email-code': { tag: 'the-tag', expiresAt: NOW + 1, tries: 1 } },
    });
    await flows.start(flow, aStartToll());
    await flows.prove(flow, { method: 'email-code', at: NOW }, NOW, 'the-tag');
    expect(JSON.stringify(await row('flows', keys.flow(flow.key)))).not.toContain('the-tag');
  });

  it('reads more than one answer of DynamoDB can hold', async () => {
    const { enrollments, sessions, trail } = await opened();
    const session = aSession();
    await sessions.create(session);
    const person = aPerson();
    // One answer holds 1 MB: 25 rows of 100 kB are three.
    const addresses = [{ id: 'a', address: sealedAs('x'.repeat(100_000)), confirmedAt: NOW }];
    for (let n = 0; n < 25; n += 1) {
      await enrollments.save({
        next: anEnrollment({ addresses }),
        seenVersion: 0,
        event: anEvent({ at: NOW + n, person, source: 'x'.repeat(100_000) }),
        carrier: { kind: 'session', key: session.key },
        notice: aMessage(),
      });
    }
    expect(await collected(enrollments.all())).toHaveLength(25);
    expect(await collected(trail.of(person))).toHaveLength(25);
    const inOrder = (await collected(trail.between(NOW, NOW + DAY))).map(({ at }) => at - NOW);
    expect(inOrder).toEqual(Array.from({ length: 25 }, (_, n) => n));
  });

  it('calls a malformed row corrupt, names what is wrong with it, and shows nothing of it', async () => {
    const { flows, sessions, adminSessions, enrollments, configuration, drafts, health, ...more } =
      await opened();
    const { notes, repudiations, postActions, put } = more;
    const person = aPerson();
    const secret = { outbox: 'secret', version: 'secret', person };
    await put('flows', { ...keys.flow('bad'), ...secret });
    await put('flows', { ...keys.session('bad'), ...secret });
    await put('enrollments', { ...keys.enrollment(person), enrollment: JSON.stringify(secret) });
    await put('flows', { ...keys.adminSession('bad'), session: secret });
    await put('configuration', { ...keys.configuration(1), published: JSON.stringify(secret) });
    await put('configuration', { ...keys.configuration(2), published: 'secret' });
    await put('configuration', { ...keys.draft(person), draft: JSON.stringify(secret) });
    for (const key of [keys.examination(), keys.preFlight('newest'), keys.preFlight('finished')])
      await put('flows', { ...key, examination: '{"at":"secret"}', run: '{"id":"secret"}' });
    await put('flows', { ...keys.tries(person), frozenAt: 1, freeze: secret });
    await put('flows', { ...keys.repudiation('bad'), repudiation: secret });
    await put('flows', { ...keys.postAction('bad'), job: secret, due: 'post-action:outside', dueAt: 1 });
    await put('flows', { ...keys.preFlightPage('bad', 0), people: '[["secret"]]' });
    const reads = [
      () => flows.find('bad'),
      () => sessions.find('bad'),
      () => enrollments.find(person),
      () => notes.find(person),
      () => repudiations.find('bad'),
      () => postActions.due('outside', 1, 1),
      () => adminSessions.find('bad'),
      () => configuration.version(1),
      () => configuration.current(),
      () => drafts.find(person),
      () => health.lastExamination(),
      () => health.lastPreFlight(),
      () => health.finishedPreFlight(),
      () => health.page('bad', 0),
    ];
    for (const read of reads) {
      const failure: unknown = await read().catch((thrown: unknown) => thrown);
      expect(failure).toMatchObject({ code: 'store-corrupt' });
      expect(String(failure)).not.toContain('secret');
    }
  });
});
