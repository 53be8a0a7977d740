import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolled } from '../../support/enrolled.ts';
import {
  comeBack,
  federatedDoor,
  leadsAway,
  OUTSIDE,
  recovering,
  signedIn,
  signInThere,
} from '../../support/federated.ts';
import { jsonOf, type Answer, type FrontDoor } from '../../support/front-door.ts';
import { jsonClient } from '../../support/json-client.ts';
import { masked } from '../../support/masked.ts';
import { formsOf, pageVisitor, type PageVisitor } from '../../support/page-visitor.ts';
import { publish } from '../../support/product.ts';
import { kindsOf, trailOf } from '../../support/recovering.ts';
import { anAccount } from '../../support/scripted-account.ts';
import { scriptedProvider, type ScriptedProvider } from '../../support/scripted-provider.ts';

let provider: ScriptedProvider;
beforeAll(async () => {
  provider = await scriptedProvider();
});
afterAll(() => provider.stop());

const RECOVER = '/recover/openid-connect';
const ENROLL = '/enroll/openid-connect';
const asJo = { claims: { sub: 'jo-there' } };
const heading = ({ body }: Answer) => /<h1[^>]*>(.*?)<\/h1>/.exec(body)?.[1];

/** Jo, who linked her account there, and is locked out since. */
async function withJo(): Promise<FrontDoor> {
  const door = federatedDoor(provider);
  await enrolled(door.product, 'jo');
  await signInThere(await signedIn(door, 'jo'), provider, { start: ENROLL, script: asJo });
  const member = door.product.script.member('jo');
  member.account = { ...member.account, locked: true, lockoutTime: '133123456789012345' };
  return door;
}
/** How many tries are left, as another method's page says it. */
const triesOf = async (visitor: PageVisitor) =>
  /can try (\d)/.exec((await visitor.open('/recover/security-answers?again=answers-wrong')).body)?.[1];

describe('linking an account at the identity provider', () => {
  it('pins issuer and subject, tells it in the trail, and says that it is set up', async () => {
    const door = await withJo();
    const { person } = door.product.script.member('jo').account;
    const enrollment = await door.product.ports.enrollments.find(person);
    expect(enrollment?.identity).toMatchObject({ issuer: provider.issuer, subject: 'jo-there' });
    const events = await trailOf(door.product, person);
    expect(events.map(({ happening }) => happening)).toContainEqual({
      kind: 'method-registered',
      method: 'openid-connect',
    });
    expect(door.counted).toContain('["MethodRegistered",{"method":"openid-connect"}]');
  });

  it('puts another account in its place', async () => {
    const door = await withJo();
    const member = door.product.script.member('jo');
    member.account = { ...member.account, locked: false, lockoutTime: '0' };
    const jo = await signedIn(door, 'jo');
    expect((await jo.open(ENROLL)).body).toContain('An account is linked since');
    await signInThere(jo, provider, { start: ENROLL, script: { claims: { sub: 'another' } } });
    const { person } = door.product.script.member('jo').account;
    expect((await door.product.ports.enrollments.find(person))?.identity?.subject).toBe('another');
  });

  it('links nothing that does not hold, and nothing of another visit', async () => {
    const door = federatedDoor(provider);
    await enrolled(door.product, 'jo');
    await enrolled(door.product, 'mallory');
    const [jo, mallory] = [await signedIn(door, 'jo'), await signedIn(door, 'mallory')];
    const weak = await signInThere(jo, provider, { start: ENROLL, script: { claims: { nonce: 'x' } } });
    expect(weak.body).toContain('could not be used');
    const shown = await mallory.open(ENROLL);
    const theirs = provider.signIn(leadsAway(shown, provider), asJo);
    expect((await comeBack(jo, ENROLL, theirs)).body).toContain('was not finished here');
    const { person } = door.product.script.member('jo').account;
    expect((await door.product.ports.enrollments.find(person))?.identity).toBeUndefined();
  });

  it('is not done without a visit, nor where it is not offered', async () => {
    const door = federatedDoor(provider, {
      outside: { webhooks: [], events: false, writableAttributes: [] },
    });
    await enrolled(door.product, 'jo');
    expect(heading(await pageVisitor(door).open(ENROLL))).toContain('Sign in');
    const jo = await signedIn(door, 'jo');
    expect((await jo.open(ENROLL)).body).not.toContain(provider.issuer);
    const client = jsonClient(door);
    await client.signIn('jo', 'Correct-Horse-1');
    expect((await client.call('GET', '/api/enrollment/openid-connect')).status).toBe(404);
  });
});

describe('a sign-in at the identity provider, as a proof', () => {
  it('unlocks the account of who linked it', async () => {
    const door = await withJo();
    const jo = await recovering(door, 'jo');
    const answer = await signInThere(jo, provider, { start: RECOVER, script: asJo });
    expect(formsOf(answer).map(({ action }) => action)).toContain('/recover/unlock');
    expect(heading(await jo.send('/recover/unlock'))).toContain('unlocked');
    expect(door.product.script.changes).toMatchObject([{ action: 'unlock' }]);
  });

  it.each([
    ['somebody else', { claims: { sub: 'mallory-there' } }],
    [
      'somebody with the same address',
      { claims: { sub: 'mallory-there', email: 'jo@corp.example', email_verified: true } },
    ],
    ['the same subject elsewhere', { claims: { sub: 'jo-there', iss: 'https://elsewhere.example.com' } }],
  ])('is refused, and counted, when it is of %s', async (_who, script) => {
    const door = await withJo();
    const jo = await recovering(door, 'jo');
    const answer = await signInThere(jo, provider, { start: RECOVER, script });
    expect(answer.body).toContain('We could not confirm it’s you from this sign-in');
    expect(await triesOf(jo)).toBe('4');
    expect(kindsOf(await trailOf(door.product, door.product.script.member('jo').account.person))).toContain(
      'proof-refused',
    );
  });

  it('is worth nothing in another flow, whatever state it comes with', async () => {
    const door = await withJo();
    const [mine, theirs] = [await recovering(door, 'jo'), await recovering(door, 'jo')];
    const good = provider.signIn(leadsAway(await theirs.open(RECOVER), provider), asJo);
    const { state = '' } = provider.signIn(leadsAway(await mine.open(RECOVER), provider));
    const unfinished = await comeBack(mine, RECOVER, good);
    expect(unfinished.body).toContain('was not finished here');
    expect(await triesOf(mine)).toBe('5');
    expect((await comeBack(mine, RECOVER, { ...good, state })).body).toContain('We could not confirm');
    expect(await triesOf(mine)).toBe('4');
  });

  it('counts once: the code that proved it is good for nothing more', async () => {
    const door = await withJo();
    const jo = await recovering(door, 'jo');
    const good = provider.signIn(leadsAway(await jo.open(RECOVER), provider), asJo);
    await comeBack(jo, RECOVER, good);
    const again = await comeBack(jo, RECOVER, good);
    expect(again.body).toContain('We could not confirm');
  });

  it('that was turned back from counts nothing, and asks nobody', async () => {
    const door = await withJo();
    const jo = await recovering(door, 'jo');
    const { state = '', iss = '' } = provider.signIn(leadsAway(await jo.open(RECOVER), provider));
    const answer = await comeBack(jo, RECOVER, { error: 'access_denied', state, iss });
    expect(answer.body).toContain('Nothing has been counted against you');
    expect(await triesOf(jo)).toBe('5');
  });

  it('says when the provider does not answer, and that is no proof', async () => {
    const door = await withJo();
    const jo = await recovering(door, 'jo');
    const script = { answer: { status: 500, body: '' } };
    const answer = await signInThere(jo, provider, { start: RECOVER, script });
    expect(answer.body).toContain('does not answer right now');
    expect(door.counted).toContain('["ProofUnavailable",{"method":"openid-connect"}]');
  });

  it('leads nowhere while the provider cannot be reached, says so, and is counted', async () => {
    const door = federatedDoor({ ...provider, issuer: 'http://127.0.0.1:1' });
    await enrolled(door.product, 'jo');
    const answer = await (await recovering(door, 'jo')).open(RECOVER);
    expect(answer.status).toBe(503);
    expect(answer.body).toContain('does not answer right now');
    expect(door.counted).toContain('["ProofUnavailable",{"method":"openid-connect"}]');
  });

  it('must be as strong as the configuration demands', async () => {
    const door = await withJo();
    await publish(door.product, {
      document: {
        methods: {
          ...(await door.product.ports.configuration.current()).document.methods,
          'openid-connect': { on: true, acr: [], amr: ['mfa'] },
        },
      },
    });
    const jo = await recovering(door, 'jo');
    expect((await signInThere(jo, provider, { start: RECOVER, script: asJo })).body).toContain(
      'We could not confirm',
    );
    const strong = { claims: { sub: 'jo-there', amr: ['mfa'] } };
    expect((await signInThere(jo, provider, { start: RECOVER, script: strong })).body).toContain(
      '/recover/unlock',
    );
  });

  it('comes back to a page that knows nobody, consumes nothing and says nothing twice', async () => {
    const door = await withJo();
    const returned = `${RECOVER}/return?code=abc&state=def&session_state=other&lang=de`;
    const visitor = pageVisitor(door);
    const [page, once] = [await visitor.open(returned), await visitor.open(returned)];
    expect(page.status).toBe(200);
    expect(masked(page).replace(/set-cookie.*?\]/, '')).toContain('data-goes-on="/recover/openid-connect"');
    expect(formsOf(once)[0]).toMatchObject({
      action: `${RECOVER}/return`,
      fields: { code: 'abc', state: 'def' },
    });
    expect((await visitor.post(`${RECOVER}/return`, formsOf(once)[0]?.fields ?? {})).status).toBe(410);
    for (const bad of [`code=${'x'.repeat(5000)}`, 'code=a&code=b'])
      expect((await visitor.open(`${RECOVER}/return?${bad}`)).status).toBe(400);
  });

  it('is told alike to everyone: the same pages, and the same work, for a name that nobody has', async () => {
    const door = await withJo();
    door.product.script.add(anAccount('newcomer'));
    const seen = async (name: string) => {
      const visitor = await recovering(door, name);
      await signInThere(visitor, provider, { start: RECOVER, script: asJo2 });
      await signInThere(visitor, provider, { start: RECOVER, script: { answer: { status: 500, body: '' } } });
      return visitor.seen.map((answer) =>
        masked(answer).replaceAll(
          /(state|nonce|code_challenge)=[\w-]{43}|name="(?:code|state)" value="[\w-]+"/g,
          '$1',
        ),
      );
    };
    // Somebody else's account, who is wrong for all of them.
    const asJo2 = { claims: { sub: 'nobody-there' } };
    const jo = await seen('jo');
    expect(jo.length).toBeGreaterThan(8);
    expect(await seen('nobody')).toEqual(jo);
    expect(await seen('newcomer')).toEqual(jo);
  });
});

describe('a sign-in at the identity provider, in JSON', () => {
  it('is asked for and offered with two calls', async () => {
    const door = await withJo();
    const client = jsonClient(door);
    await client.start('jo');
    const where = await client.call('GET', '/api/recovery/proofs/openid-connect');
    const returned = provider.signIn(String(jsonOf(where)['address']), asJo);
    const proof = await client.call('POST', '/api/recovery/proofs/openid-connect', { returned });
    expect(jsonOf(proof)).toMatchObject({ actions: { unlock: { allowed: true } } });
  });

  it('links an account likewise', async () => {
    const door = federatedDoor(provider);
    await enrolled(door.product, 'jo');
    const client = jsonClient(door);
    await client.signIn('jo', 'Correct-Horse-1');
    const where = await client.call('GET', '/api/enrollment/openid-connect');
    const returned = provider.signIn(String(jsonOf(where)['address']), asJo);
    expect((await client.call('PUT', '/api/enrollment/openid-connect', { returned })).status).toBe(200);
    const { person } = door.product.script.member('jo').account;
    expect((await door.product.ports.enrollments.find(person))?.identity?.subject).toBe('jo-there');
  });

  it.each<readonly [number, string, (good: Readonly<Record<string, string>>) => object]>([
    [409, 'sign-in-of-another-flow', (good) => ({ ...good, state: 'x'.repeat(43) })],
    [400, 'field-missing', ({ state }) => ({ state, error: 'access_denied' })],
    [400, 'field-missing', () => ({})],
    [403, 'proof-wrong', (good) => ({ ...good, code: 'another' })],
  ])('answers %i %s to what will not do', async (status, code, spoiled) => {
    const door = await withJo();
    const client = jsonClient(door);
    await client.start('jo');
    const where = await client.call('GET', '/api/recovery/proofs/openid-connect');
    const good = provider.signIn(String(jsonOf(where)['address']), asJo);
    const answer = await client.call('POST', '/api/recovery/proofs/openid-connect', {
      returned: spoiled(good),
    });
    expect([answer.status, jsonOf(answer)['code']]).toEqual([status, code]);
  });

  it('is not offered where the deployment is joined to no provider, whatever the configuration says', async () => {
    const { identityProvider: _, ...outside } = OUTSIDE;
    const door = federatedDoor(provider, { outside });
    await enrolled(door.product, 'jo');
    const client = jsonClient(door);
    await client.start('jo');
    for (const [method, body] of [['GET'], ['POST', { returned: { code: 'a', state: 'b' } }]] as const) {
      const answer = await client.call(method, '/api/recovery/proofs/openid-connect', body);
      expect([answer.status, jsonOf(answer)['code']]).toEqual([404, 'method-not-offered']);
    }
  });
});
