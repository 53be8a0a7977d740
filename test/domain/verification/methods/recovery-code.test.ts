import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerProof } from '../../../../domain/recovery/offer-proof.ts';
import {
  readRecoveryCode,
  recoveryCodeOffer,
  recoveryCodesLeft,
} from '../../../../domain/verification/methods/recovery-code.ts';
import { aUserConfiguration, offered } from '../../../support/configured.ts';
import { enrolled } from '../../../support/enrolled.ts';
import { withRecoveryCodes } from '../../../support/own-things.ts';
import { aProduct, type Product } from '../../../support/product.ts';
import { SOURCE, started } from '../../../support/recovering.ts';
import { countedPorts } from '../../../support/watched-ports.ts';

const WRONG = '0000000000000000';

function aProductWithCodes(): Product {
  const actions = { unlock: offered(['recovery-code']), reset: offered(['recovery-code']) };
  const { methods } = aProduct().configuration.document;
  return aProduct({
    document: {
      methods: { ...methods, 'recovery-code': { on: true } },
      userConfigurations: [aUserConfiguration('all', { actions })],
    },
  });
}

async function offer(product: Product, name: string, code: string): Promise<string> {
  const { key } = await started(product, name);
  return (await offerProof(product.ports, key, SOURCE, recoveryCodeOffer(product.ports, code))).kind;
}

async function annsCodes() {
  const product = aProductWithCodes();
  const { person } = await enrolled(product, 'ann');
  const [first = '', second = '', ...rest] = await withRecoveryCodes(product, person);
  return { product, person, first, second, rest };
}

describe('a typed recovery code', () => {
  it('is read whatever is done to its case, its hyphens and its look-alikes', () => {
    const character = fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ'));
    const spelt = (code: string, choose: () => number) =>
      Array.from(code, (one) => {
        const spellings: Record<string, string[]> = { 0: ['0', 'o', 'O'], 1: ['1', 'i', 'I', 'l', 'L'] };
        const all = spellings[one] ?? [one, one.toLowerCase()];
        return (all[choose() % all.length] ?? one) + ['', '-', ' ', '–'][choose() % 4];
      }).join('');
    fc.assert(
      fc.property(
        fc.array(character, { minLength: 16, maxLength: 16 }),
        fc.infiniteStream(fc.nat(59)),
        (parts, choices) => {
          const code = parts.join('');
          expect(readRecoveryCode(spelt(code, () => choices.next().value ?? 0))).toBe(code);
        },
      ),
    );
    expect(readRecoveryCode('ＡＢＣＤ－ＥＦＧＨ－ＪＫＭＮ－ＰＱＲＳ')).toBe('ABCDEFGHJKMNPQRS');
  });

  it.each([
    '',
    'ABCD',
    'ABCD-EFGH-JKMN-PQR',
    'ABCD-EFGH-JKMN-PQRST',
    'ABCD-EFGH-JKMN-PQRU',
    'ABCD-EFGH-JKMN-PQR\0',
  ])('is none: %j', (typed) => {
    expect(readRecoveryCode(typed)).toBeUndefined();
  });
});

describe('recovery codes', () => {
  it('are ten, of 80 bits each, all different, and are kept as tags alone', async () => {
    const { product, person, first, second, rest } = await annsCodes();
    const codes = [first, second, ...rest];
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    const kept = (await product.ports.enrollments.find(person))?.recoveryCodes;
    expect(kept?.tags).toHaveLength(10);
    expect(codes.filter((code) => JSON.stringify(kept).includes(code))).toEqual([]);
  });

  it('prove it once each', async () => {
    const { product, person, first, second } = await annsCodes();
    expect(await offer(product, 'ann', first)).toBe('proven');
    expect(await offer(product, 'ann', first)).toBe('wrong');
    expect(await offer(product, 'ann', second)).toBe('proven');
    const kept = (await product.ports.enrollments.find(person))?.recoveryCodes;
    const notes = await product.ports.notes.find(person);
    expect(kept && recoveryCodesLeft(kept, notes)).toBe(8);
  });

  it('offered in five flows at once prove one of them', async () => {
    const { product, first } = await annsCodes();
    const flows = [];
    for (let n = 0; n < 5; n += 1) flows.push(await started(product, 'ann'));
    const offers = flows.map(({ key }) =>
      offerProof(product.ports, key, SOURCE, recoveryCodeOffer(product.ports, first)),
    );
    const kinds = (await Promise.all(offers)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'proven')).toHaveLength(1);
  });

  it('of somebody else, or of the set before, prove nothing', async () => {
    const { product, person, first } = await annsCodes();
    const bob = await enrolled(product, 'bob');
    await withRecoveryCodes(product, bob.person);
    expect(await offer(product, 'bob', first)).toBe('wrong');
    const [newest = ''] = await withRecoveryCodes(product, person);
    expect(await offer(product, 'ann', first)).toBe('wrong');
    expect(await offer(product, 'ann', newest)).toBe('proven');
  });

  it('whose tags were copied to another person’s row prove nothing there', async () => {
    const { product, person, first } = await annsCodes();
    const bob = await enrolled(product, 'bob');
    await withRecoveryCodes(product, bob.person);
    const stolen = (await product.ports.enrollments.find(person))?.recoveryCodes;
    const { enrollments } = product.ports;
    const ports = {
      ...product.ports,
      enrollments: {
        ...enrollments,
        find: async (whose: typeof person) => {
          const found = await enrollments.find(whose);
          return found && stolen && { ...found, recoveryCodes: stolen };
        },
      },
    };
    const { key } = await started(product, 'bob');
    expect((await offerProof(ports, key, SOURCE, recoveryCodeOffer(ports, first))).kind).toBe('wrong');
  });

  it('cost everybody one hash and one call to the keeper of the key, right, wrong or stranger', async () => {
    const { product, first } = await annsCodes();
    await enrolled(product, 'without');
    const work = async (name: string, code: string) => {
      const { key } = await started(product, name);
      const { ports, counts } = countedPorts(product.ports);
      await offerProof(ports, key, SOURCE, recoveryCodeOffer(ports, code));
      return counts();
    };
    const mine = await work('ann', WRONG);
    expect(mine).toMatchObject({ 'enrollments.find': 1, 'hasher.hash': 1, 'mac.tag': 1 });
    expect(mine).not.toHaveProperty(['notes.useUp']);
    for (const name of ['without', 'nobody-at-all']) expect(await work(name, WRONG), name).toEqual(mine);
    expect(await work('ann', first)).toMatchObject({ 'hasher.hash': 1, 'mac.tag': 1, 'notes.useUp': 1 });
  });
});
