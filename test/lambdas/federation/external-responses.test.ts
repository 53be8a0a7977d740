import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { externalResponses } from '../../../adapters/external-responses/external-responses.ts';
import type { ResponsesAsked } from '../../../domain/ports/external-responses.ts';
import { enrolled } from '../../support/enrolled.ts';
import { federatedDoor, OUTSIDE, PROMPTS, recovering } from '../../support/federated.ts';
import { jsonOf } from '../../support/front-door.ts';
import { jsonClient } from '../../support/json-client.ts';
import { masked } from '../../support/masked.ts';
import { formsOf } from '../../support/page-visitor.ts';
import { startResponsesService, type ResponsesService } from '../../support/responses-service.ts';

const PAGE = '/recover/external-responses';
const RIGHT = { 'given.badge': 'Blau', 'given.desk': '4711' };
const WRONG = { 'given.badge': 'Rot', 'given.desk': '1' };

/** A service in memory that says what it is told to, and keeps what it was asked. */
function scripted(says: 'verified' | 'refused' | 'unavailable' = 'refused') {
  const asked: ResponsesAsked[] = [];
  const ask = async (question: ResponsesAsked) => {
    asked.push(question);
    return question.responses['badge'] === 'Blau' ? ('verified' as const) : says;
  };
  return { service: { ask }, asked };
}

async function withJo(given: Parameters<typeof federatedDoor>[1] = {}) {
  const door = federatedDoor(undefined, given);
  await enrolled(door.product, 'jo', { account: { locked: true, lockoutTime: '133123456789012345' } });
  return door;
}

describe('responses that the organization’s own service judges', () => {
  let service: ResponsesService;
  beforeAll(async () => {
    service = await startResponsesService('hmac', ({ responses }) => responses['badge'] === 'Blau');
  });
  afterAll(() => service.stop());

  it('unlock the account when a real service says that they are right', async () => {
    const { url, host, secret } = service;
    const real = externalResponses({
      url,
      host,
      secret: async () => secret,
      clock: { now: () => Date.now() },
    });
    const door = await withJo({ service: real });
    const jo = await recovering(door, 'jo');
    const form = await jo.open(PAGE);
    for (const { label } of PROMPTS) expect(form.body).toContain(label.en);
    const proven = await jo.send(PAGE, RIGHT);
    expect(formsOf(proven).map(({ action }) => action)).toContain('/recover/unlock');
    const { person } = door.product.script.member('jo').account;
    expect(service.asked.at(-1)?.question).toMatchObject({
      person,
      responses: { badge: 'Blau', desk: '4711' },
    });
    expect(door.counted).toContain('["ProofAccepted",{"method":"external-responses"}]');
  });

  it('are a slip where one is blank: nobody is asked, and nothing is counted', async () => {
    const { service: ours, asked } = scripted();
    const door = await withJo({ service: ours });
    const jo = await recovering(door, 'jo');
    await jo.open(PAGE);
    const again = await jo.send(PAGE, { ...RIGHT, 'given.desk': '  ' });
    expect(again.status).toBe(422);
    expect(again.body).toContain('id="given.desk-error"');
    expect(asked).toEqual([]);
    const client = jsonClient(door);
    await client.start('jo');
    const answer = await client.call('POST', '/api/recovery/proofs/external-responses', {
      responses: { badge: 'Blau' },
    });
    expect([answer.status, jsonOf(answer)['code']]).toEqual([400, 'answers-incomplete']);
    expect(asked).toEqual([]);
  });

  it('are asked about with another nonce each time, and the same person', async () => {
    const { service: ours, asked } = scripted();
    const door = await withJo({ service: ours });
    for (const name of ['jo', 'jo', 'nobody']) {
      const visitor = await recovering(door, name);
      await visitor.open(PAGE);
      await visitor.send(PAGE, WRONG);
      await visitor.send(PAGE, WRONG);
    }
    expect(new Set(asked.map(({ nonce }) => nonce)).size).toBe(6);
    const people = asked.map(({ person }) => person.guid);
    expect(new Set(people.slice(0, 4)).size).toBe(1);
    // The person that nobody is: steady too, and nobody's.
    expect(people[4]).toBe(people[5]);
    expect(people[4]).not.toBe(people[0]);
  });

  it.each(['refused', 'unavailable'] as const)(
    'are told alike to everyone when they are %s',
    async (says) => {
      const door = await withJo({ service: scripted(says).service });
      const seen = async (name: string) => {
        const visitor = await recovering(door, name);
        await visitor.open(PAGE);
        for (let i = 0; i < 4; i += 1) await visitor.send(PAGE, WRONG);
        expect(visitor.seen.at(-1)?.body).toContain(
          says === 'refused' ? 'could not confirm' : 'can’t be checked right now',
        );
        await visitor.send(PAGE, WRONG);
        return visitor.seen.map(masked);
      };
      expect(await seen('nobody')).toEqual(await seen('jo'));
    },
  );

  it('are not asked for where there is nobody to judge them', async () => {
    const { externalResponses: _, ...outside } = OUTSIDE;
    const { service: ours, asked } = scripted();
    const door = await withJo({ service: ours, outside });
    const jo = await recovering(door, 'jo');
    expect((await jo.open(PAGE)).body).not.toContain('given.badge');
    const client = jsonClient(door);
    await client.start('jo');
    const responses = { badge: 'Blau', desk: '4711' };
    const answer = await client.call('POST', '/api/recovery/proofs/external-responses', { responses });
    expect([answer.status, jsonOf(answer)['code']]).toEqual([404, 'method-not-offered']);
    expect(asked).toEqual([]);
  });

  it('are no proof for JSON clients that are told no, or nothing', async () => {
    for (const [says, status, code] of [
      ['refused', 403, 'proof-wrong'],
      ['unavailable', 503, 'proof-unavailable'],
    ] as const) {
      const client = jsonClient(await withJo({ service: scripted(says).service }));
      const started = jsonOf(await client.start('jo'));
      expect(JSON.stringify(started['methods'])).toContain('Colour of your badge');
      const responses = { badge: 'Rot', desk: '1' };
      const answer = await client.call('POST', '/api/recovery/proofs/external-responses', { responses });
      expect([answer.status, jsonOf(answer)['code']]).toEqual([status, code]);
    }
  });
});
