import { describe, expect, it } from 'vitest';
import { offerProof } from '../../../../domain/recovery/offer-proof.ts';
import {
  authenticatorOffer,
  readAppCode,
} from '../../../../domain/verification/methods/authenticator-app.ts';
import { aUserConfiguration, offered } from '../../../support/configured.ts';
import { enrolled } from '../../../support/enrolled.ts';
import { shownBy, withApp } from '../../../support/own-things.ts';
import { aProduct, MINUTE, type Product } from '../../../support/product.ts';
import { SOURCE, started } from '../../../support/recovering.ts';
import { countedPorts } from '../../../support/watched-ports.ts';

const STEP = 30_000;

function aProductWithApps(): Product {
  const actions = { unlock: offered(['authenticator-app']), reset: offered(['authenticator-app']) };
  const { methods } = aProduct().configuration.document;
  return aProduct({
    document: {
      methods: { ...methods, 'authenticator-app': { on: true, setUp: 'voluntary' } },
      userConfigurations: [aUserConfiguration('all', { actions })],
    },
  });
}

/** Offers a code in a flow of its own. */
async function offer(product: Product, name: string, code: string): Promise<string> {
  const { key } = await started(product, name);
  return (await offerProof(product.ports, key, SOURCE, authenticatorOffer(product.ports, code))).kind;
}

async function annsApp() {
  const product = aProductWithApps();
  const { person } = await enrolled(product, 'ann');
  const secret = await withApp(product, person);
  return { product, person, codeAt: (shift: number) => shownBy(secret, product.clock.now() + shift) };
}

describe('a typed code of an app', () => {
  it.each(['123456', ' 123 456 ', '123-456', '１２３４５６', '1 2 3 4 5 6\n'])(
    'is read as it was meant: %j',
    (typed) => {
      expect(readAppCode(typed)).toBe('123456');
    },
  );

  it.each(['', '12345', '1234567', '12345a', '123.456', '+123456', '123456\0'])('is none: %j', (typed) => {
    expect(readAppCode(typed)).toBeUndefined();
  });
});

describe('the code of an authenticator app', () => {
  it('proves it while it is shown, and in the step after', async () => {
    const { product, codeAt } = await annsApp();
    expect(await offer(product, 'ann', codeAt(0))).toBe('proven');
    product.clock.pass(2 * MINUTE);
    expect(await offer(product, 'ann', codeAt(-STEP))).toBe('proven');
  });

  it('proves nothing before its time, nor after it', async () => {
    const { product, codeAt } = await annsApp();
    expect(await offer(product, 'ann', codeAt(STEP))).toBe('wrong');
    expect(await offer(product, 'ann', codeAt(-2 * STEP))).toBe('wrong');
  });

  it('works once, in whatever flow and however it is typed, and takes every earlier one with it', async () => {
    const { product, codeAt } = await annsApp();
    expect(await offer(product, 'ann', codeAt(0))).toBe('proven');
    for (const typed of [codeAt(0), ` ${codeAt(0)}`, codeAt(0).replace(/^.../, '$& ')])
      expect(await offer(product, 'ann', readAppCode(typed) ?? '')).toBe('wrong');
    expect(await offer(product, 'ann', codeAt(-STEP))).toBe('wrong');
  });

  it('offered in five flows at once proves one of them', async () => {
    const { product, codeAt } = await annsApp();
    const flows = [];
    for (let n = 0; n < 5; n += 1) flows.push(await started(product, 'ann'));
    const offers = flows.map(({ key }) =>
      offerProof(product.ports, key, SOURCE, authenticatorOffer(product.ports, codeAt(0))),
    );
    const kinds = (await Promise.all(offers)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'proven')).toHaveLength(1);
  });

  it('of somebody else proves nothing', async () => {
    const { product, codeAt } = await annsApp();
    const { person } = await enrolled(product, 'bob');
    await withApp(product, person);
    expect(await offer(product, 'bob', codeAt(0))).toBe('wrong');
  });

  it('costs a stranger the same: one enrollment, one seed sealed and opened, one code looked at, nothing used up', async () => {
    const { product, codeAt } = await annsApp();
    await enrolled(product, 'without');
    const wrong = codeAt(0) === '000000' ? '000001' : '000000';
    const work = async (name: string) => {
      const { key } = await started(product, name);
      const counted = countedPorts(product.ports);
      await offerProof(counted.ports, key, SOURCE, authenticatorOffer(counted.ports, wrong));
      return counted.counts();
    };
    const mine = await work('ann');
    expect(mine).toMatchObject({
      'enrollments.find': 1,
      'seeds.seal': 1,
      'seeds.open': 1,
      'oneTimePasswords.stepOf': 1,
    });
    expect(mine).not.toHaveProperty(['notes.useUp']);
    for (const name of ['without', 'nobody-at-all']) expect(await work(name), name).toEqual(mine);
  });

  it('that the stand-in for a missing seed makes proves nothing', async () => {
    const product = aProductWithApps();
    await enrolled(product, 'without');
    const nobodys = shownBy('A'.repeat(32), product.clock.now());
    expect(await offer(product, 'without', nobodys)).toBe('wrong');
  });
});
