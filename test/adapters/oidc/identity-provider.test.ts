import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openIdProvider, type ProviderSettings } from '../../../adapters/oidc/identity-provider.ts';
import { identityProviderFrom } from '../../../adapters/oidc/joined-provider.ts';
import type { Failure } from '../../../domain/failure.ts';
import type {
  DemandedStrength,
  IdentityProvider,
  SignInBinding,
} from '../../../domain/ports/identity-provider.ts';
import { scriptedProvider, type Script, type ScriptedProvider } from '../../support/scripted-provider.ts';

const binding = (flow: string): SignInBinding => {
  const made = (purpose: string) => createHash('sha256').update(`${purpose} ${flow}`).digest('base64url');
  return {
    state: made('state'),
    nonce: made('nonce'),
    verifier: made('verifier'),
    returnTo: 'https://reset.example.com/recover/openid-connect/return',
  };
};
const MINE = binding('mine');
const NOTHING: DemandedStrength = { acr: [], amr: [] };
const without = (name: string, all: Record<string, string>) =>
  Object.fromEntries(Object.entries(all).filter(([each]) => each !== name));
const now = () => Math.floor(Date.now() / 1000);

let provider: ScriptedProvider;
let troubles: Failure[];
const joined = (more: Partial<ProviderSettings> = {}) =>
  openIdProvider({
    issuer: provider.issuer,
    clientId: provider.clientId,
    clientSecret: async () => provider.clientSecret,
    plainHttpOnLoopback: true,
    onTrouble: (trouble) => void troubles.push(trouble),
    ...more,
  });

beforeAll(async () => {
  provider = await scriptedProvider();
});
afterAll(() => provider.stop());
beforeEach(() => {
  troubles = [];
});

/** Where to sign in; fails the test while there is nowhere. */
async function addressOf(adapter: IdentityProvider, bound = MINE, demanded = NOTHING): Promise<string> {
  const address = await adapter.signInAddress(bound, demanded);
  if (address === undefined) throw new Error('the provider is not available');
  return address;
}

/** Signs in as the script has it, and redeems it. */
async function tried(script: Script, demanded = NOTHING, more: Partial<ProviderSettings> = {}) {
  const adapter = joined(more);
  const address = await addressOf(adapter, MINE, demanded);
  return adapter.redeem(provider.signIn(address, script), MINE, demanded);
}

describe('signing in at an OpenID provider', () => {
  it('leads there with PKCE, state, nonce, and the wish to sign in anew', async () => {
    const address = new URL(await addressOf(joined(), MINE, { acr: ['urn:a', 'urn:b'], amr: ['mfa'] }));
    expect(address.origin + address.pathname).toBe(`${provider.issuer}/authorize`);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: 'latchkey',
      response_type: 'code',
      redirect_uri: MINE.returnTo,
      scope: 'openid',
      state: MINE.state,
      nonce: MINE.nonce,
      code_challenge: createHash('sha256').update(MINE.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      prompt: 'login',
      max_age: '0',
      acr_values: 'urn:a urn:b',
    });
  });

  it('asks for the same of everybody, but for what binds it to a flow', async () => {
    const masked = async (flow: string) => {
      const address = new URL(await addressOf(joined(), binding(flow)));
      for (const name of ['state', 'nonce', 'code_challenge']) address.searchParams.set(name, 'x');
      return address.href;
    };
    expect(await masked('one')).toBe(await masked('another'));
  });

  it('tells who signed in, by issuer and subject', async () => {
    expect(await tried({ claims: { sub: 'ada', email: 'grace@example.com' } })).toEqual({
      issuer: provider.issuer,
      subject: 'ada',
    });
    expect(troubles).toEqual([]);
  });

  const ago = (seconds: number) => now() - seconds;
  it.each<readonly [string, Script]>([
    ['of another nonce', { claims: { nonce: binding('another').nonce } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['of another issuer', { claims: { iss: 'https://elsewhere.example.com' } }],
    ['for another client', { claims: { aud: 'somebody-else' } }],
    ['for several, and not us', { claims: { aud: ['one', 'two'] } }],
    ['that has ended', { claims: { iat: ago(7200), exp: ago(3600) } }],
    ['of a sign-in long ago', { claims: { auth_time: ago(3600) } }],
    ['that does not say when', { claims: { auth_time: undefined } }],
    ['without a subject', { claims: { sub: undefined } }],
    ['signed by somebody else', { foreignKey: true }],
    ['that is not there', { withoutIdToken: true }],
    ['behind a code that is not good', { answer: { status: 400, body: '{"error":"invalid_grant"}' } }],
  ])('refuses an ID token %s', async (_what, script) => {
    expect(await tried(script)).toBe('refused');
    expect(troubles).toHaveLength(1);
  });

  it('takes a sign-in of some minutes ago: a second factor takes its time', async () => {
    expect(await tried({ claims: { auth_time: ago(240) } })).toMatchObject({ subject: 'subject-1' });
  });

  it.each<readonly [string, Record<string, unknown>, DemandedStrength, boolean]>([
    ['any of the classes', { acr: 'b' }, { acr: ['a', 'b'], amr: [] }, true],
    ['another class', { acr: 'c' }, { acr: ['a', 'b'], amr: [] }, false],
    ['no class', {}, { acr: ['a'], amr: [] }, false],
    ['a list of classes', { acr: ['a'] }, { acr: ['a'], amr: [] }, false],
    ['all of the methods and more', { amr: ['pwd', 'otp', 'mfa'] }, { acr: [], amr: ['mfa', 'otp'] }, true],
    ['one of two methods', { amr: ['otp'] }, { acr: [], amr: ['mfa', 'otp'] }, false],
    ['no method', {}, { acr: [], amr: ['mfa'] }, false],
    ['methods in one text', { amr: 'mfa otp' }, { acr: [], amr: ['mfa'] }, false],
    ['class and not method', { acr: 'a', amr: ['pwd'] }, { acr: ['a'], amr: ['mfa'] }, false],
  ])('is strong enough or not by %s', async (_what, claims, demanded, enough) => {
    const found = await tried({ claims }, demanded);
    expect(found === 'refused').toBe(!enough);
  });

  it('redeems a code once', async () => {
    const adapter = joined();
    const returned = provider.signIn(await addressOf(adapter));
    expect(await adapter.redeem(returned, MINE, NOTHING)).toMatchObject({ subject: 'subject-1' });
    expect(await adapter.redeem(returned, MINE, NOTHING)).toBe('refused');
  });

  it('redeems no code of another flow, whatever state it comes with', async () => {
    const adapter = joined();
    const theirs = binding('theirs');
    const returned = provider.signIn(await addressOf(adapter, theirs));
    expect(await adapter.redeem(returned, MINE, NOTHING)).toBe('refused');
    expect(await adapter.redeem({ ...returned, state: MINE.state }, MINE, NOTHING)).toBe('refused');
  });

  it.each<readonly [string, (good: Record<string, string>) => Record<string, string>]>([
    ['another issuer (RFC 9207)', (good) => ({ ...good, iss: 'https://elsewhere.example.com' })],
    ['no issuer, though it says it always sends one', (good) => without('iss', good)],
    ['no state', (good) => without('state', good)],
    ['an error', ({ state = '', iss = '' }) => ({ error: 'access_denied', state, iss })],
    ['nothing', () => ({})],
  ])('refuses what is led back with %s', async (_what, spoiled) => {
    const adapter = joined();
    const good = provider.signIn(await addressOf(adapter));
    expect(await adapter.redeem(spoiled({ ...good }), MINE, NOTHING)).toBe('refused');
  });

  it.each<readonly [string, Script]>([
    ['answers that it is broken', { answer: { status: 500, body: 'oh no' } }],
    ['does not take us for its client', { answer: { status: 401, body: '{"error":"invalid_client"}' } }],
    ['answers something that is no JSON', { answer: { status: 200, body: '<html>' } }],
  ])('is unavailable while the provider %s', async (_what, script) => {
    expect(await tried(script)).toBe('unavailable');
    expect(troubles).toMatchObject([{ code: 'outside-unavailable' }]);
  });

  it('gives up on a provider that does not answer', async () => {
    expect(await tried({ silent: true }, NOTHING, { patience: 0.2 })).toBe('unavailable');
    expect(troubles[0]?.message).toContain(provider.issuer);
  });

  it('reads the discovery document once, and again after trouble', async () => {
    const adapter = joined();
    const before = provider.discoveries();
    for (let i = 0; i < 3; i += 1) await addressOf(adapter);
    expect(provider.discoveries() - before).toBe(1);
    const address = await addressOf(adapter);
    const broken = provider.signIn(address, { answer: { status: 500, body: '' } });
    expect(await adapter.redeem(broken, MINE, NOTHING)).toBe('unavailable');
    await addressOf(adapter);
    expect(provider.discoveries() - before).toBe(2);
  });

  it('shows its secret, and is refused with a wrong one', async () => {
    expect(await tried({}, NOTHING, { clientSecret: async () => 'wrong' })).toBe('unavailable');
    expect(await tried({}, NOTHING, { clientSecret: async () => undefined })).toBe('unavailable');
  });

  it.each([
    ['is not there', { issuer: 'http://127.0.0.1:9' }],
    ['is plain HTTP where that is not asked for', { plainHttpOnLoopback: false }],
    ['is plain HTTP, and not on this machine', { issuer: 'http://provider.example.com' }],
  ])('is unavailable where the provider %s', async (_what, more) => {
    const adapter = joined(more);
    expect(await adapter.signInAddress(MINE, NOTHING)).toBeUndefined();
    expect(await adapter.redeem({ code: 'x', state: MINE.state }, MINE, NOTHING)).toBe('unavailable');
  });

  it('says nothing of codes and tokens in what it tells of trouble', async () => {
    const adapter = joined();
    const returned = provider.signIn(await addressOf(adapter), { foreignKey: true });
    await adapter.redeem(returned, MINE, NOTHING);
    await adapter.redeem(returned, MINE, NOTHING);
    const told = troubles.map(({ message, stack }) => `${message}${stack ?? ''}`).join();
    for (const secret of [returned['code'] ?? '', MINE.verifier, MINE.nonce, provider.clientSecret])
      expect(told).not.toContain(secret);
  });
});

describe('what the deployment says of the provider', () => {
  const joinedBy = { secretOf: () => async () => 'secret', demo: false };

  it('may be nothing: then it never answers', async () => {
    const none = identityProviderFrom('none', joinedBy);
    expect(await none.signInAddress(MINE, NOTHING)).toBeUndefined();
    expect(await none.redeem({ code: 'x', state: MINE.state }, MINE, NOTHING)).toBe('unavailable');
  });

  it('has plain HTTP in the demonstration alone', async () => {
    const json = JSON.stringify({ issuer: provider.issuer, clientId: provider.clientId, secretId: 's' });
    expect(await identityProviderFrom(json, joinedBy).signInAddress(MINE, NOTHING)).toBeUndefined();
    const demo = identityProviderFrom(json, { ...joinedBy, demo: true });
    expect(await demo.signInAddress(MINE, NOTHING)).toContain(provider.issuer);
  });

  it.each(['{}', '{"issuer": "x", "clientId": "y"}', '{"issuer": "https://a.example.com"}'])(
    'stops the function when it is %j',
    (json) => {
      expect(() => identityProviderFrom(json, joinedBy)).toThrow('LATCHKEY_IDENTITY_PROVIDER');
    },
  );
});
