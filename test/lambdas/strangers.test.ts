import { describe, expect, it } from 'vitest';
import {
  anAudience,
  asking,
  aUserConfiguration,
  blockOf,
  notOffered,
  offered,
} from '../support/configured.ts';
import { answersOf, enrolled } from '../support/enrolled.ts';
import { frontDoor, type Answer, type FrontDoor } from '../support/front-door.ts';
import { jsonClient } from '../support/json-client.ts';
import { masked } from '../support/masked.ts';
import { formsOf, pageVisitor } from '../support/page-visitor.ts';
import { aProduct } from '../support/product.ts';
import { GOOD_PASSWORD, started } from '../support/recovering.ts';
import { anAccount, sidOf } from '../support/scripted-account.ts';

const SALES = sidOf(1200);
/** Two questions for everyone and two of four to pick; salespeople prove themselves in another way than the others. */
const DOCUMENT = {
  ...asking(['concert', 'street', [2, ['teacher', 'neighbour', 'toy', 'trip']]]),
  userConfigurations: [
    aUserConfiguration('sales', {
      include: anAudience({ groups: [{ name: 'CORP\\Sales', sid: SALES }] }),
      actions: { unlock: notOffered, reset: offered(['email-code']) },
    }),
    aUserConfiguration('others', {
      actions: {
        unlock: offered(['security-answers']),
        reset: offered(['email-code', 'security-answers']),
      },
    }),
  ],
  blockList: [blockOf(anAccount('blocked'))],
};

async function aDoor(): Promise<FrontDoor> {
  const product = aProduct({ document: DOCUMENT });
  await enrolled(product, 'disabled', { account: { disabled: true } });
  await enrolled(product, 'blocked');
  await enrolled(product, 'admin', { account: { groups: [sidOf(512)] } });
  await enrolled(product, 'svc-selfservice');
  await enrolled(product, 'outsider', { account: { distinguishedName: 'CN=outsider,DC=corp,DC=example' } });
  product.script.add(anAccount('newcomer'));
  return frontDoor(product);
}

/** What somebody of that name is asked; and two people who are asked the same, because they picked it: one of sales, one not. */
async function askedAlike(door: FrontDoor, name: string): Promise<readonly string[]> {
  const { product } = door;
  const { asked } = await started(product, name);
  await enrolled(product, 'known', { answers: asked });
  await enrolled(product, 'seller', { answers: asked, account: { groups: [sidOf(513), SALES] } });
  return asked;
}

/** Everything one may do without a secret, until the flow ends, as JSON; and what came back each time. */
async function inJson(door: FrontDoor, name: string, asked: readonly string[]): Promise<readonly Answer[]> {
  const wrong = answersOf('somebody else', asked);
  const client = jsonClient(door);
  const key = { 'idempotency-key': 'operation-1' };
  const answers = [await client.start(name, { send: 'email-code' })];
  const call = async (...given: Parameters<typeof client.call>) => answers.push(await client.call(...given));
  await call('GET', '/api/recovery');
  await call('POST', '/api/recovery/proofs/email-code/send', {});
  await call('POST', '/api/recovery/proofs/email-code', { code: '00000000' });
  await call('POST', '/api/recovery/proofs/security-answers', { answers: wrong });
  await call('POST', '/api/recovery/proofs/security-answers', { answers: wrong });
  await call('POST', '/api/recovery/unlock', {}, key);
  await call('POST', '/api/recovery/reset', { newPassword: GOOD_PASSWORD }, key);
  for (let i = 0; i < 3; i += 1) await call('POST', '/api/recovery/proofs/email-code/send', {});
  for (let i = 0; i < 3; i += 1) await call('POST', '/api/recovery/proofs/email-code', { code: '00000000' });
  await call('GET', '/api/recovery');
  await call('POST', '/api/recovery/unlock', {}, key);
  return answers;
}

/** The same with a browser. */
async function inPages(door: FrontDoor, name: string, asked: readonly string[]): Promise<readonly Answer[]> {
  const wrong = answersOf('somebody else', asked);
  const visitor = pageVisitor(door);
  const answer = Object.fromEntries(Object.entries(wrong).map(([id, text]) => [`answer.${id}`, text]));
  await visitor.open('/recover');
  const token = formsOf(visitor.seen[0] ?? expect.fail('no page'))[0]?.fields['token'] ?? '';
  await visitor.send('/recover', { username: name });
  await visitor.send('/recover/email-code/send');
  await visitor.send('/recover/email-code', { code: '00000000' });
  await visitor.open('/recover/security-answers');
  await visitor.send('/recover/security-answers', answer);
  await visitor.post('/recover/unlock', { token, operation: 'operation-1' });
  await visitor.post('/recover/reset', { token, operation: 'operation-1', newPassword: GOOD_PASSWORD });
  await visitor.open('/recover/reset');
  await visitor.open('/recover/action');
  await visitor.open('/recover/done');
  for (let i = 0; i < 3; i += 1) {
    await visitor.open('/recover/security-answers');
    await visitor.post('/recover/security-answers', { token, ...answer });
  }
  await visitor.open('/recover/methods');
  return visitor.seen;
}

describe.each([
  ['JSON', inJson],
  ['pages', inPages],
] as const)('a stranger who is answered in %s', (_face, everything) => {
  it.each([
    'nobody',
    'nobody@corp.example',
    'newcomer',
    'blocked',
    'admin',
    'svc-selfservice',
    'outsider',
    'disabled',
  ])('gets the same answers, byte for byte, as somebody known: %s', async (name) => {
    const door = await aDoor();
    const asked = await askedAlike(door, name);
    const answersTo = async (somebody: string) =>
      (await everything(door, somebody, asked)).map((answer) => masked(answer));
    const known = await answersTo('known');
    expect(await answersTo(name)).toEqual(known);
    expect(await answersTo('seller')).toEqual(known);
    expect(known.length).toBeGreaterThan(12);
    expect(known.join()).toContain('What about concert?');
    expect(asked).toHaveLength(4);
    expect(door.product.script.asked()).toBe(0);
  });

  it('leaves lines in the journal that do not tell them apart', async () => {
    const door = await aDoor();
    const asked = await askedAlike(door, 'nobody');
    const linesFor = async (name: string) => {
      door.lines.length = 0;
      await everything(door, name, asked);
      return door.lines.map((line) =>
        line.replace(/"ms":\d+/, '').replaceAll(/[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/g, ''),
      );
    };
    const known = await linesFor('known');
    expect(await linesFor('nobody')).toEqual(known);
    expect(await linesFor('seller')).toEqual(known);
  });
});

describe('the mask', () => {
  it('leaves everything that could tell somebody apart', () => {
    const answer = { status: 200, headers: {}, cookies: [], body: '{"triesLeft":4,"reference":"ABCD-2345"}' };
    expect(masked(answer)).toContain('"triesLeft":4');
    expect(masked(answer)).not.toBe(masked({ ...answer, body: answer.body.replace('4', '3') }));
    expect(masked(answer)).not.toBe(masked({ ...answer, status: 403 }));
    expect(masked(answer)).not.toBe(masked({ ...answer, headers: { 'retry-after': '60' } }));
  });
});
