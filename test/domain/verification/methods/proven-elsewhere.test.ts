import { describe, expect, it } from 'vitest';
import type { Ports } from '../../../../domain/ports/index.ts';
import { offerProof } from '../../../../domain/recovery/offer-proof.ts';
import { responsesOffer } from '../../../../domain/verification/methods/external-responses.ts';
import { attributesOffer } from '../../../../domain/verification/methods/ldap-attributes.ts';
import {
  isAnswerTo,
  openIdOffer,
  signInBinding,
} from '../../../../domain/verification/methods/openid-connect.ts';
import type { Offer } from '../../../../domain/verification/offer.ts';
import { enrolled } from '../../../support/enrolled.ts';
import { ATTRIBUTES, federatedDoor } from '../../../support/federated.ts';
import { SOURCE, started } from '../../../support/recovering.ts';
import { countedPorts } from '../../../support/watched-ports.ts';

const GIVEN = Object.fromEntries(ATTRIBUTES.map(({ attribute }) => [attribute, 'x']));
const OFFERS: readonly (readonly [string, (ports: Ports) => Offer])[] = [
  [
    'a sign-in elsewhere',
    (ports) => openIdOffer(ports, { code: 'x', state: 'y' }, 'https://reset.example.com/r'),
  ],
  ['responses that somebody else judges', (ports) => responsesOffer(ports, { badge: 'x' })],
  ['attributes that the directory compares', (ports) => attributesOffer(ports, GIVEN)],
];

describe('what is proven elsewhere', () => {
  it.each(OFFERS)('%s asks as much for a stranger as for anybody', async (_what, offer) => {
    const { product } = federatedDoor(undefined);
    await enrolled(product, 'jo');
    const asked = async (name: string) => {
      const { key } = await started(product, name);
      const { ports, counts } = countedPorts(product.ports);
      await offerProof(ports, key, SOURCE, offer(ports));
      return counts();
    };
    const jo = await asked('jo');
    expect(Object.keys(jo).length).toBeGreaterThan(2);
    expect(await asked('nobody')).toEqual(jo);
  });

  it.each(OFFERS)('%s proves nothing once the method is switched off', async (_what, offer) => {
    const off = { on: false, acr: [], amr: [] };
    const methods = {
      'openid-connect': off,
      'external-responses': { on: false, prompts: [] },
      'ldap-attributes': { on: false, attributes: ATTRIBUTES },
    };
    const yes: Partial<Ports> = {
      identityProvider: {
        signInAddress: async () => undefined,
        redeem: async () => ({ issuer: 'i', subject: 's' }),
      },
      externalResponses: { ask: async () => 'verified' },
    };
    const { product } = federatedDoor(undefined, { methods });
    await enrolled(product, 'jo');
    product.script.member('jo').attributes = GIVEN;
    const { key } = await started(product, 'jo');
    const ports = { ...product.ports, ...yes };
    expect((await offerProof(ports, key, SOURCE, offer(ports))).kind).toBe('wrong');
  });
});

describe('what binds a sign-in to a flow', () => {
  it('is steady in one flow and another in every other, and no part of it is told by another', async () => {
    const { ports } = federatedDoor(undefined).product;
    const one = await signInBinding(ports, 'flow-1', 'https://reset.example.com/r');
    expect(await signInBinding(ports, 'flow-1', 'https://reset.example.com/r')).toEqual(one);
    const other = await signInBinding(ports, 'flow-2', 'https://reset.example.com/r');
    const made = [one, other].flatMap(({ state, nonce, verifier }) => [state, nonce, verifier]);
    expect(new Set(made).size).toBe(6);
    // RFC 7636 §4.1: 43 to 128 unreserved characters.
    for (const each of made) expect(each).toMatch(/^[\w-]{43}$/);
    expect(await isAnswerTo(ports, 'flow-1', { state: one.state })).toBe(true);
    for (const state of [other.state, one.nonce, '', 'x'])
      expect(await isAnswerTo(ports, 'flow-1', { state })).toBe(false);
    expect(await isAnswerTo(ports, 'flow-1', {})).toBe(false);
  });
});
