import { describe, expect, it } from 'vitest';
import { passkeyOffer, passkeyOptions } from '../../../../domain/verification/methods/passkey.ts';
import { offerProof } from '../../../../domain/recovery/offer-proof.ts';
import { actionStandings } from '../../../../domain/recovery/standing.ts';
import { enrolled } from '../../../support/enrolled.ts';
import { aProductWithPasskeys, challengeIn, offerPasskey, withPasskey } from '../../../support/passkeys.ts';
import { MINUTE, publish, type Product } from '../../../support/product.ts';
import { SOURCE, started } from '../../../support/recovering.ts';
import { softwareAuthenticator, type CeremonyAnswerJson } from '../../../support/software-authenticator.ts';
import { countedPorts } from '../../../support/watched-ports.ts';

async function annsPasskey(counter = 1) {
  const product = aProductWithPasskeys();
  const { person } = await enrolled(product, 'ann');
  const passkey = await withPasskey(product, person, softwareAuthenticator('ES256', counter));
  return { product, person, passkey };
}
/** Uses a passkey in a flow of its own. */
const use = async (
  product: Product,
  name: string,
  ...given: Parameters<typeof offerPasskey> extends [unknown, unknown, ...infer Rest] ? Rest : never
): Promise<string> => (await offerPasskey(product, await started(product, name), ...given)).kind;

describe('a passkey', () => {
  it('proves it, and unlocks where nothing else is asked for', async () => {
    const { product, passkey } = await annsPasskey();
    const verdict = await offerPasskey(product, await started(product, 'ann'), passkey, { counter: 2 });
    if (verdict.kind !== 'proven') throw new Error(verdict.kind);
    const { unlock } = actionStandings(verdict.flow, verdict.configuration, product.clock.now());
    expect(unlock.kind).toBe('met');
  });

  it('of somebody else, or of nobody, proves nothing', async () => {
    const { product, passkey } = await annsPasskey();
    const { person } = await enrolled(product, 'bob');
    const bobs = await withPasskey(product, person);
    expect(await use(product, 'ann', bobs, { counter: 2 })).toBe('wrong');
    expect(await use(product, 'ann', softwareAuthenticator())).toBe('wrong');
    expect(await use(product, 'nobody-at-all', passkey, { counter: 2 })).toBe('wrong');
  });

  it('used in one flow is worth nothing in another, and in its own it counts once', async () => {
    const { product, passkey } = await annsPasskey(0);
    const flow = await started(product, 'ann');
    const answer = passkey.get(challengeIn(await passkeyOptions(product.ports, flow)));
    const offer = async (key: string) =>
      (await offerProof(product.ports, key, SOURCE, passkeyOffer(product.ports, answer))).kind;
    expect(await offer((await started(product, 'ann')).key)).toBe('wrong');
    expect(await offer(flow.key)).toBe('proven');
    product.clock.pass(MINUTE);
    expect(await offer(flow.key)).toBe('wrong');
    expect((await offerPasskey(product, flow, passkey)).kind).toBe('proven');
  });

  it('whose counter does not rise is taken for a copy', async () => {
    const { product, passkey } = await annsPasskey(5);
    const counted = (counter: number) => use(product, 'ann', passkey, { counter });
    expect(await counted(5)).toBe('wrong');
    expect(await counted(0)).toBe('wrong');
    expect(await counted(7)).toBe('proven');
    expect(await counted(7)).toBe('wrong');
    expect(await counted(6)).toBe('wrong');
    expect(await counted(8)).toBe('proven');
  });

  it('that never counts is none, until it has counted', async () => {
    const { product, passkey } = await annsPasskey(0);
    const counted = (counter: number) => use(product, 'ann', passkey, { counter });
    expect(await counted(0)).toBe('proven');
    expect(await counted(0)).toBe('proven');
    expect(await counted(3)).toBe('proven');
    expect(await counted(0)).toBe('wrong');
  });

  it('and its copy, used at once with one count in flows of their own, prove one of them', async () => {
    const { product, passkey } = await annsPasskey();
    const flows = [
      await started(product, 'ann'),
      await started(product, 'ann'),
      await started(product, 'ann'),
    ];
    const offers = flows.map((flow) => offerPasskey(product, flow, passkey, { counter: 2 }));
    const kinds = (await Promise.all(offers)).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['proven', 'wrong', 'wrong']);
  });

  it('proves nothing once the way is switched off', async () => {
    const { product, passkey } = await annsPasskey();
    const { methods } = product.configuration.document;
    await publish(product, { document: { methods: { ...methods, passkey: { on: false } } } });
    expect(await use(product, 'ann', passkey, { counter: 2 })).toBe('wrong');
  });

  it('is asked for in the same words whoever is asked, but for the challenge, which is each flow’s own', async () => {
    const { product } = await annsPasskey();
    const asked = [];
    for (const name of ['ann', 'ann', 'nobody-at-all'])
      asked.push(await passkeyOptions(product.ports, await started(product, name)));
    expect(new Set(asked.map(challengeIn)).size).toBe(3);
    for (const options of asked)
      expect({ ...options, challenge: '' }).toEqual({ ...asked[0], challenge: '' });
  });

  it('costs a stranger the same: one enrollment, one verification, nothing used up', async () => {
    const { product, passkey } = await annsPasskey();
    await enrolled(product, 'without');
    const work = async (name: string, answerOf: (challenge: string) => CeremonyAnswerJson) => {
      const flow = await started(product, name);
      const answer = answerOf(challengeIn(await passkeyOptions(product.ports, flow)));
      const counted = countedPorts(product.ports);
      await offerProof(counted.ports, flow.key, SOURCE, passkeyOffer(counted.ports, answer));
      return counted.counts();
    };
    const madeUp = softwareAuthenticator();
    const mine = await work('ann', (challenge) => madeUp.get(challenge));
    expect(mine).toMatchObject({ 'enrollments.find': 1, 'passkeys.proven': 1 });
    expect(mine).not.toHaveProperty(['notes.useUp']);
    for (const name of ['without', 'nobody-at-all'])
      expect(await work(name, (challenge) => madeUp.get(challenge)), name).toEqual(mine);
    expect(await work('nobody-at-all', (challenge) => passkey.get(challenge, { counter: 2 }))).toEqual(mine);
  });
});
