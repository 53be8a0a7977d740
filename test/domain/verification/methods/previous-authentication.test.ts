import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { MOST_BROWSERS, rememberBrowser } from '../../../../domain/enrollment/remember-browser.ts';
import type { Person } from '../../../../domain/person.ts';
import { offerProof } from '../../../../domain/recovery/offer-proof.ts';
import { previousAuthenticationOffer } from '../../../../domain/verification/methods/previous-authentication.ts';
import { aUserConfiguration, offered } from '../../../support/configured.ts';
import { enrolled } from '../../../support/enrolled.ts';
import { visitOf } from '../../../support/own-things.ts';
import { aProduct, MINUTE, type Product } from '../../../support/product.ts';
import { SOURCE, started } from '../../../support/recovering.ts';
import { countedPorts } from '../../../support/watched-ports.ts';

const DAY = 24 * 60 * MINUTE;
const keyOf = (handle: string) => createHash('sha256').update(handle).digest('base64url');

function aProductWithBrowsers(on = true): Product {
  const actions = {
    unlock: offered(['security-answers', 'previous-authentication']),
    reset: offered(['security-answers', 'previous-authentication']),
  };
  const { methods } = aProduct().configuration.document;
  return aProduct({
    document: {
      methods: { ...methods, 'previous-authentication': { on, days: 30 } },
      userConfigurations: [aUserConfiguration('all', { actions })],
    },
  });
}

async function remembered(product: Product, person: Person): Promise<string> {
  const done = await rememberBrowser(product.ports, await visitOf(product, person));
  if (done.kind !== 'registered') throw new Error(done.kind);
  expect(done.days).toBe(30);
  return keyOf(done.handle);
}

async function offer(product: Product, name: string, browser: string | undefined): Promise<string> {
  const { key } = await started(product, name);
  const { ports } = product;
  return (await offerProof(ports, key, SOURCE, previousAuthenticationOffer(ports, browser))).kind;
}

describe('a remembered browser', () => {
  it('is known again, as often as need be, until its days are over', async () => {
    const product = aProductWithBrowsers();
    const { person } = await enrolled(product, 'ann');
    const browser = await remembered(product, person);
    expect(await offer(product, 'ann', browser)).toBe('proven');
    product.clock.pass(30 * DAY - MINUTE);
    expect(await offer(product, 'ann', browser)).toBe('proven');
    product.clock.pass(MINUTE);
    expect(await offer(product, 'ann', browser)).toBe('wrong');
  });

  it('is one of five at most: the oldest goes, and what has run out goes first', async () => {
    const product = aProductWithBrowsers();
    const { person } = await enrolled(product, 'ann');
    const keys = [];
    for (let n = 0; n <= MOST_BROWSERS; n += 1) keys.push(await remembered(product, person));
    const kept = async () => (await product.ports.enrollments.find(person))?.browsers?.map(({ key }) => key);
    expect(await kept()).toEqual(keys.slice(1));
    product.clock.pass(31 * DAY);
    const newest = await remembered(product, person);
    expect(await kept()).toEqual([newest]);
  });

  it('proves nothing for anybody else, nor does any other browser, or none', async () => {
    const product = aProductWithBrowsers();
    const { person } = await enrolled(product, 'ann');
    const bob = await enrolled(product, 'bob');
    const browser = await remembered(product, person);
    await remembered(product, bob.person);
    expect(await offer(product, 'bob', browser)).toBe('wrong');
    expect(await offer(product, 'ann', undefined)).toBe('wrong');
    expect(await offer(product, 'ann', keyOf(randomBytes(32).toString('base64url')))).toBe('wrong');
  });

  it('costs a stranger the same work', async () => {
    const product = aProductWithBrowsers();
    const { person } = await enrolled(product, 'ann');
    await remembered(product, person);
    const work = async (name: string) => {
      const { key } = await started(product, name);
      const { ports, counts } = countedPorts(product.ports);
      await offerProof(ports, key, SOURCE, previousAuthenticationOffer(ports, undefined));
      return counts();
    };
    expect(await work('nobody-at-all')).toEqual(await work('ann'));
  });

  it('is not remembered where nobody offers it', async () => {
    const product = aProductWithBrowsers(false);
    const { person } = await enrolled(product, 'ann');
    expect(await rememberBrowser(product.ports, await visitOf(product, person))).toEqual({
      kind: 'not-offered',
    });
  });
});
