import { describe, expect, it } from 'vitest';
import type { Sealed } from '../../../../domain/ports/sealer.ts';
import type { CodeMethod } from '../../../../domain/verification/method.ts';
import { codeHolds, makeCode, readCode } from '../../../../domain/verification/methods/issued-code.ts';
import { aProduct, MINUTE, NOW, type Product } from '../../../support/product.ts';

describe('a typed code', () => {
  it.each(['12345678', ' 1234 5678 ', '1234-5678', '1234–5678', '１２３４５６７８', '1 2 3 4 5 6 7 8\n'])(
    'is read as it was meant: %j',
    (typed) => {
      expect(readCode(typed)).toBe('12345678');
    },
  );

  it.each(['', '1234567', '123456789', '1234567a', '١٢٣٤٥٦٧٨', '1234.5678', '+1234567', '12345678\0'])(
    'is none: %j',
    (typed) => {
      expect(readCode(typed)).toBeUndefined();
    },
  );
});

const ORDER = {
  owner: 'flow-1',
  method: 'sms-code',
  kind: 'recovery-code',
  to: [],
  phones: [],
  language: 'en',
  now: NOW,
} as const;
const OWN = { owner: 'flow-1', method: 'sms-code' } as const;

async function aCode({ ports }: Product) {
  const { issued, message } = await makeCode(ports, ORDER);
  const { letter } = message;
  const code = 'code' in letter ? await ports.opener.open('code', letter.code) : '';
  return { issued, message, code };
}

describe('an issued code', () => {
  it('has eight digits, is kept as a tag and travels sealed', async () => {
    const product = aProduct();
    const { issued, message, code } = await aCode(product);
    expect(code).toMatch(/^\d{8}$/);
    expect(JSON.stringify({ issued, message })).not.toContain(code);
    expect(await codeHolds(product.ports, OWN, issued, code, NOW)).toBe(true);
  });

  it('is worth nothing to another flow, and nothing once its ten minutes are over', async () => {
    const product = aProduct();
    const { issued, code } = await aCode(product);
    expect(await codeHolds(product.ports, { ...OWN, owner: 'flow-2' }, issued, code, NOW)).toBe(false);
    expect(await codeHolds(product.ports, OWN, issued, code, NOW + 10 * MINUTE - 1)).toBe(true);
    expect(await codeHolds(product.ports, OWN, issued, code, NOW + 10 * MINUTE)).toBe(false);
  });

  it.each(['email-code', 'sent-code'] as const satisfies readonly CodeMethod[])(
    'is worth nothing to %s, of the same flow even',
    async (method) => {
      const product = aProduct();
      const { issued, code } = await aCode(product);
      expect(await codeHolds(product.ports, { ...OWN, method }, issued, code, NOW)).toBe(false);
    },
  );

  it('is kept as one that went out as a text only when it did', async () => {
    const { ports } = aProduct();
    const phones: readonly Sealed[] = [await ports.sealer.seal('phone', '+12025550143')];
    expect((await makeCode(ports, { ...ORDER, phones })).issued.byText).toBe(true);
    expect((await makeCode(ports, ORDER)).issued).not.toHaveProperty('byText');
  });

  it('that was never issued costs the same look and never holds', async () => {
    const { ports } = aProduct();
    let looks = 0;
    const mac = {
      ...ports.mac,
      quickMatches: (...given: Parameters<typeof ports.mac.quickMatches>) => {
        looks += 1;
        return ports.mac.quickMatches(...given);
      },
    };
    expect(await codeHolds({ mac }, OWN, undefined, '00000000', NOW)).toBe(false);
    expect(looks).toBe(1);
  });
});
