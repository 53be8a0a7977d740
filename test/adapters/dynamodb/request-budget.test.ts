import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../domain/recovery/flow.ts';
import { freshDynamoDb, hasDynamoDb } from '../../support/central-store.ts';
import { begin, provenOnce, triedOnce } from '../../contracts/tried-flows.ts';
import type { Person } from '../../../domain/person.ts';
import { aFreeze, aJob, aRepudiation } from '../../support/stored-notes.ts';
import { countingDynamoDb } from '../../support/count-requests.ts';
import { afterPage, anExamination, aPreFlight, aProspect } from '../../support/stored-health.ts';
import { aDraft, anAdminSession, aPublication, aVersion } from '../../support/stored-configurations.ts';
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
  aSignInToll,
  aStartToll,
  aTryToll,
  NOW,
} from '../../support/stored-records.ts';
import { dynamoStoresOn } from './stores.ts';

async function counted() {
  const database = await freshDynamoDb();
  const stores = dynamoStoresOn(database);
  const count = countingDynamoDb(database.client);
  const cost = async (act: () => Promise<unknown>) => {
    count.reset();
    await act();
    return count.requests;
  };
  return { ...stores, cost, count };
}

describe.skipIf(!hasDynamoDb())('what each move costs in requests to DynamoDB', () => {
  it('starts a flow with three, keeps its tries with two, its proof with one, and finds it with one', async () => {
    const { flows, cost } = await counted();
    const flow = aFlow();
    const code = aCode();
    expect(await cost(() => flows.start(flow, aStartToll()))).toBe(3);
    expect(await cost(() => flows.issueCode(flow.key, 'email-code', code, aMessage(), NOW, 3))).toBe(1);
    expect(await cost(() => flows.reserve(flow.key, aTryToll({ method: 'email-code' })))).toBe(2);
    expect(await cost(() => flows.prove(flow, { method: 'email-code', at: NOW }, NOW, code.tag))).toBe(1);
    expect(await cost(() => flows.forgive(flow, 'email-code'))).toBe(1);
    expect(await cost(() => flows.reserve(flow.key, aTryToll()))).toBe(2);
    expect(await cost(() => flows.find(flow.key))).toBe(1);
  });

  it('begins and settles a change with two each, where the person has but one flow', async () => {
    const { flows, cost } = await counted();
    const flow = await provenOnce(flows);
    expect(await cost(() => begin(flows, flow))).toBe(2);
    const executing: Flow = { ...flow, version: flow.version + 1 };
    expect(await cost(() => flows.settle(executing, anOutcome('done'), [aMessage()], anEvent(), []))).toBe(2);
  });

  it('spends sixteen on a recovery from start to outcome, of somebody with no other flow and no failures', async () => {
    const { flows, enrollments, cost } = await counted();
    const code = aCode();
    const flow = aFlow({ codes: { 'email-code': code }, outbox: [aMessage()] });
    const recover = async () => {
      await enrollments.find(flow.person);
      await flows.start(flow, aStartToll());
      const answering = await triedOnce(flows, flow);
      await enrollments.find(flow.person);
      await flows.prove(answering, { method: 'security-answers', at: NOW }, NOW);
      const entering = await triedOnce(flows, flow, { method: 'email-code' });
      await flows.prove(entering, { method: 'email-code', at: NOW }, NOW, code.tag);
      const proven = await flows.find(flow.key);
      expect(proven && (await begin(flows, proven))).toBe('begun');
      const executing = { ...flow, version: 4 };
      expect(await flows.settle(executing, anOutcome('done'), [aMessage()], anEvent(), [])).toBe(true);
    };
    expect(await cost(recover)).toBe(16);
  });

  it('takes a lease that another flow has with two or three more, and opens a change with two more', async () => {
    const { flows, cost, count } = await counted();
    const person = aPerson();
    const [first, second, third] = [
      await provenOnce(flows, { person }),
      await provenOnce(flows, { person }),
      await provenOnce(flows, { person }),
    ];
    // The other's flow is read, and told; the person's row names this one.
    expect(await cost(() => begin(flows, second))).toBe(5);
    expect(count.byOperation).toEqual({ GetItem: 1, TransactWriteItems: 4 });
    expect(await cost(() => begin(flows, { ...third, leaseholder: second.key }))).toBe(1);
    const executing: Flow = { ...second, version: second.version + 1 };
    await flows.settle(executing, anOutcome('done'), [], anEvent(), []);
    // What is done needs not be told.
    const later = NOW + 60_000;
    expect(await cost(() => begin(flows, { ...third, leaseholder: second.key }, later))).toBe(4);
    expect(await cost(() => begin(flows, { ...first, version: first.version + 1 }, later))).toBe(2);
    const change = () => aFlow({ state: 'executing', purpose: 'change', intent: anIntent() });
    expect(await cost(() => flows.open(change(), anEvent()))).toBe(4);
  });

  it('finds an enrollment with one and saves it, its event and its notice with three', async () => {
    const { enrollments, sessions, cost } = await counted();
    const session = aSession();
    await sessions.create(session);
    const next = anEnrollment({ person: session.person });
    const change = {
      next,
      seenVersion: 0,
      event: anEvent(),
      carrier: { kind: 'session', key: session.key } as const,
      notice: aMessage(),
    };
    expect(await cost(() => enrollments.save(change))).toBe(3);
    expect(await cost(() => enrollments.find(next.person))).toBe(1);
    const revoked = { ...change, next: { ...next, version: 2 }, seenVersion: 1, event: anEvent() };
    expect(await cost(() => enrollments.save({ ...revoked, carrier: { kind: 'errand' } }))).toBe(3);
  });

  it('saves an enrollment that its person’s notes must allow with five, or seven where a flow has their lease', async () => {
    const { flows, enrollments, notes, cost, count } = await counted();
    const change = (version: number, person: Person) => ({
      next: anEnrollment({ person, version }),
      seenVersion: version - 1,
      guard: { resetBefore: NOW },
      renews: ['passkey', 'sent-code'] as const,
      event: anEvent(),
      carrier: { kind: 'errand' } as const,
      notice: aMessage(),
    });
    const person = aPerson();
    expect(await cost(() => notes.find(person))).toBe(1);
    expect(await cost(() => enrollments.save(change(1, person)))).toBe(5);
    await provenOnce(flows, { person });
    expect(await cost(() => enrollments.save(change(2, person)))).toBe(7);
    expect(count.byOperation).toEqual({ GetItem: 2, TransactWriteItems: 5 });
    expect(await cost(() => notes.find(person))).toBe(2);
  });

  it('uses up with one, freezes with three or five, lifts with two, and adds one for each letter', async () => {
    const { flows, notes, cost } = await counted();
    const [person, other] = [aPerson(), aPerson()];
    expect(await cost(() => notes.useUp(person, { name: 'totp', value: 1 }))).toBe(1);
    expect(await cost(() => notes.freeze(person, aFreeze(), anEvent(), []))).toBe(3);
    expect(await cost(() => notes.unfreeze(person, anEvent(), []))).toBe(2);
    await provenOnce(flows, { person: other });
    expect(await cost(() => notes.freeze(other, aFreeze(), anEvent(), [anErrand()]))).toBe(6);
    expect(await cost(() => notes.unfreeze(other, anEvent(), [anErrand()]))).toBe(3);
  });

  it('counts a text and one that held with one each, and keeps and finds what a link may do with one each', async () => {
    const { flows, outbox, repudiations, cost } = await counted();
    expect(await cost(() => outbox.mayText(NOW, { perHour: 9, perDay: 9 }))).toBe(1);
    expect(await cost(() => flows.countTextProven(NOW))).toBe(1);
    expect(await cost(() => repudiations.keep('key', aRepudiation()))).toBe(1);
    expect(await cost(() => repudiations.find('key'))).toBe(1);
  });

  it('queues post actions with one each beside the outcome, claims and puts one off with one, and finishes it with two', async () => {
    const { flows, postActions, cost } = await counted();
    const flow = await provenOnce(flows);
    await begin(flows, flow);
    const [executing, job] = [{ ...flow, version: flow.version + 1 }, aJob()];
    expect(await cost(() => flows.settle(executing, anOutcome('done'), [], anEvent(), [job, aJob()]))).toBe(
      4,
    );
    expect(await cost(() => postActions.claim(job, NOW, NOW + 1))).toBe(1);
    expect(await cost(() => postActions.later(job, NOW))).toBe(1);
    expect(await cost(() => postActions.finish(job, anEvent()))).toBe(2);
  });

  it('finds what 250 people registered with one each', async () => {
    const { enrollments, cost, count } = await counted();
    expect(await cost(() => enrollments.of(Array.from({ length: 250 }, aPerson)))).toBe(250);
    expect(count.byOperation).toEqual({ BatchGetItem: 250 });
  });

  it('counts a password trial with two and moves a session with one', async () => {
    const { sessions, cost } = await counted();
    const session = aSession();
    expect(await cost(() => sessions.reserveSignIn(aSignInToll()))).toBe(2);
    expect(await cost(() => sessions.create(session))).toBe(1);
    expect(await cost(() => sessions.find(session.key))).toBe(1);
    expect(await cost(() => sessions.replace(session, { ...session, version: 2 }, aMessage()))).toBe(1);
    expect(await cost(() => sessions.forgiveSignIns(session.person))).toBe(1);
  });

  it('publishes with two or three, and reads the configuration in force with one, however many there are', async () => {
    const { configuration, cost } = await counted();
    const costs = [];
    for (const version of [1, 2, 3].map((number) => aVersion(number)))
      costs.push(await cost(() => configuration.publish(version, aPublication(version))));
    expect(costs).toEqual([2, 3, 3]);
    expect(await cost(() => configuration.current())).toBe(1);
    expect(await cost(() => configuration.versions(2))).toBe(1);
  });

  it('opens a new window of tries with one more, once', async () => {
    const { flows, cost, count } = await counted();
    const flow = aFlow({ expiresAt: NOW + 3_600_000 });
    await flows.start(flow, aStartToll());
    await flows.reserve(flow.key, aTryToll());
    const later = aTryToll({ now: NOW + 10 * 60_000 });
    expect(await cost(() => flows.reserve(flow.key, later))).toBe(3);
    expect(await cost(() => flows.reserve(flow.key, later))).toBe(2);
    expect(count.byOperation).toEqual({ UpdateItem: 2 });
  });

  it('keeps, finds and drops a draft with one each, and so it does a visit', async () => {
    const { drafts, adminSessions, cost } = await counted();
    const [draft, visit] = [aDraft(), anAdminSession()];
    expect(await cost(() => drafts.save(draft, 0))).toBe(1);
    expect(await cost(() => drafts.find(draft.author))).toBe(1);
    expect(await cost(() => drafts.drop(draft.author, 1))).toBe(1);
    expect(await cost(() => adminSessions.create(visit))).toBe(1);
    expect(await cost(() => adminSessions.find(visit.key))).toBe(1);
    expect(await cost(() => adminSessions.replace(visit, { ...visit, version: 2 }))).toBe(1);
  });

  it('saves a page of a pre-flight with two, its end with one more, and finds what there is with one each', async () => {
    const { health, cost } = await counted();
    const page = [aProspect()];
    const first = afterPage(aPreFlight(), page);
    expect(await cost(() => health.savePage(first, page))).toBe(2);
    const last = { ...afterPage(first, page), finishedAt: NOW };
    expect(await cost(() => health.savePage(last, page))).toBe(3);
    expect(await cost(() => health.saveExamination(anExamination()))).toBe(1);
    const finds = [
      () => health.lastExamination(),
      () => health.lastPreFlight(),
      () => health.finishedPreFlight(),
      () => health.page(last.id, 1),
    ];
    for (const find of finds) expect(await cost(find)).toBe(1);
  });

  it('claims and delivers a parcel with one each', async () => {
    const { flows, outbox, cost } = await counted();
    await flows.start(aFlow({ outbox: [aMessage()] }), aStartToll());
    const [parcel] = await outbox.due(NOW, 10);
    if (!parcel) throw new Error('expected a parcel');
    expect(await cost(() => outbox.run(anErrand()))).toBe(1);
    expect(await cost(() => outbox.claim(parcel, NOW, NOW + 1))).toBe(1);
    expect(await cost(() => outbox.mayTell(parcel.person, NOW, 5))).toBe(1);
    expect(await cost(() => outbox.mayNotify(parcel.person, NOW, 5))).toBe(1);
    expect(await cost(() => outbox.delivered(parcel, [parcel.messages[0]?.id ?? '']))).toBe(1);
  });
});
