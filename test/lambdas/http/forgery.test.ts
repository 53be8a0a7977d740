import { describe, expect, it } from 'vitest';
import { formToken, refuseForgery } from '../../../lambdas/http/forgery.ts';
import { enrolled } from '../../support/enrolled.ts';
import { frontDoor, ORIGIN } from '../../support/front-door.ts';
import { pageVisitor } from '../../support/page-visitor.ts';
import { aProduct } from '../../support/product.ts';

const VISIT = 'v'.repeat(22);
const refusal = (headers: Record<string, string>, visit: string | undefined, token: string | undefined) => {
  try {
    refuseForgery(new Map(Object.entries(headers)), ORIGIN, visit, token);
    return 'taken';
  } catch (error) {
    return error instanceof Error ? error.message : 'something else';
  }
};

describe('a form', () => {
  it.each([
    ['from a page of ours', { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }],
    ['from a browser that says only where it is from', { origin: ORIGIN }],
    ['from a browser that says nothing', {}],
  ])('is taken %s', (_what, headers) => {
    expect(refusal(headers, VISIT, formToken(VISIT))).toBe('taken');
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a site whose name only begins like ours', { origin: `${ORIGIN}.evil.example` }],
    ['our name without TLS', { origin: ORIGIN.replace('https', 'http') }],
    ['our name at another port', { origin: `${ORIGIN}:8443` }],
    ['nowhere', { origin: 'null' }],
    ['a sister of ours', { origin: ORIGIN, 'sec-fetch-site': 'same-site' }],
    ['elsewhere', { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }],
    ['a typed address', { 'sec-fetch-site': 'none' }],
  ])('is refused from %s, though its token is right', (_what, headers) => {
    expect(refusal(headers, VISIT, formToken(VISIT))).toBe('origin-wrong');
  });

  it.each([
    ['no token', VISIT, undefined],
    ['an empty token', VISIT, ''],
    ["another visit's token", VISIT, formToken('w'.repeat(22))],
    ['a longer token', VISIT, `${formToken(VISIT)}A`],
    ['a token of no visit', undefined, formToken('')],
    ['the cookie itself', VISIT, VISIT],
  ])('is refused with %s', (_what, visit, token) => {
    expect(refusal({ origin: ORIGIN }, visit, token)).toBe('form-stale');
  });
});

describe('a form that was not sent from our page', () => {
  const attacks = [
    ['from another site', { origin: 'https://evil.example' }, {}],
    ['without the token', {}, { token: '' }],
    ["with another visitor's token", {}, { token: formToken('w'.repeat(22)) }],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }, {}],
  ] as const;

  it.each(attacks)('starts nothing: %s', async (_what, headers, fields) => {
    const product = aProduct();
    await enrolled(product, 'jo');
    const door = frontDoor(product);
    const visitor = pageVisitor(door);
    await visitor.open('/recover');
    const token = formToken(visitor.jar.get('__Host-latchkey-visit') ?? '');
    const answer = await visitor.post('/recover', { token, username: 'jo', ...fields }, headers);
    expect(answer.status).toBe(403);
    expect(visitor.jar.has('__Host-latchkey-flow')).toBe(false);
    expect(door.counted.join()).not.toContain('RecoveryStarted');
    // The same form, as it should be, is taken: it was refused for nothing else.
    expect((await visitor.post('/recover', { token, username: 'jo' })).status).toBe(303);
  });

  it('is refused when the cookie of the visit comes twice', async () => {
    const door = frontDoor(aProduct());
    const cookie = `__Host-latchkey-visit=${VISIT}; __Host-latchkey-visit=${VISIT}`;
    const answer = await door.ask({
      method: 'POST',
      path: '/recover',
      headers: { cookie, origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
      body: `token=${formToken(VISIT)}&username=jo`,
    });
    expect(answer.status).toBe(403);
  });
});
