import { describe, expect, it } from 'vitest';
import { keepEnrollment } from '../../../domain/enrollment/keep.ts';
import { offerProof } from '../../../domain/recovery/offer-proof.ts';
import { METHODS, type MethodName } from '../../../domain/verification/method.ts';
import { WRONG } from '../../../domain/verification/offer.ts';
import { enrolled } from '../../support/enrolled.ts';
import { aProduct, type Product } from '../../support/product.ts';
import { offerCode, sentCode, SOURCE, started } from '../../support/recovering.ts';
import { aSession } from '../../support/stored-records.ts';
import { texting } from '../../support/texting.ts';

const withJo = async () => {
  const product = aProduct({ ...texting(), limits: { triesPerPerson: 1_000, startsPerSourceHour: 1_000 } });
  const { person } = await enrolled(product, 'jo');
  return { product, person };
};

/** Offers wrong proofs of a method in one flow after the other, and answers what the last one came to. */
async function failed({ ports, ...product }: Product, method: MethodName, times: number): Promise<string> {
  const offer = { method, holds: async () => WRONG };
  let last = '';
  for (let done = 0; done < times;) {
    const { key } = await started({ ports, ...product }, 'jo');
    for (let i = 0; i < 5 && done < times; i += 1, done += 1)
      last = (await offerProof(ports, key, SOURCE, offer)).kind;
  }
  return last;
}

/** What nobody guesses, and what nobody could register anew. */
const NEVER: readonly MethodName[] = [
  'passkey',
  'openid-connect',
  'previous-authentication',
  'external-responses',
  'ldap-attributes',
];

describe('twenty failures in a row', () => {
  it.each(METHODS.filter((method) => !NEVER.includes(method)))('turn %s off', async (method) => {
    const { product } = await withJo();
    expect(await failed(product, method, 20)).toBe('wrong');
    expect(await failed(product, method, 1)).toBe('wait');
  });

  it.each(NEVER)('leave %s on: a stranger could take it from anybody, for good', async (method) => {
    const { product } = await withJo();
    expect(await failed(product, method, 23)).toBe('wrong');
  });

  it.each([
    ['email-code', 'sent-code'],
    ['sms-code', 'sent-code'],
    ['email-code', 'email-code'],
  ] as const)(
    'are forgotten when a contact for %s is registered, those of %s too',
    async (registered, method) => {
      const { product, person } = await withJo();
      await failed(product, method, 20);
      const { key } = await started(product, 'jo');
      const code = await sentCode(product, key, method);
      expect((await offerCode(product, key, code, method)).kind).toBe('wait');
      const session = aSession({ person, startedAt: product.clock.now() });
      await product.ports.sessions.create(session);
      const seen = await product.ports.enrollments.find(person);
      const happening = { kind: 'method-registered', method: registered } as const;
      expect(await keepEnrollment(product.ports, session, seen, {}, happening)).toBe('saved');
      expect((await offerCode(product, key, code, method)).kind).toBe('proven');
    },
  );
});
