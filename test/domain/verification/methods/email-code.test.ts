import { describe, expect, it } from 'vitest';
import { codeHolds, makeCode, readCode } from '../../../../domain/verification/methods/email-code.ts';
import { aProduct, MINUTE, NOW } from '../../../support/product.ts';

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

const ORDER = { owner: 'flow-1', kind: 'recovery-code', to: [], language: 'en', now: NOW } as const;

describe('an issued code', () => {
  it('has eight digits, is kept as a tag and travels sealed', async () => {
    const { ports } = aProduct();
    const { issued, message } = await makeCode(ports, ORDER);
    const { letter } = message;
    if (!('code' in letter)) return expect.fail('the letter bears no code');
    const code = await ports.opener.open('code', letter.code);
    expect(code).toMatch(/^\d{8}$/);
    expect(JSON.stringify({ issued, message })).not.toContain(code);
    expect(await codeHolds(ports, 'flow-1', issued, code, NOW)).toBe(true);
  });

  it('is worth nothing to another flow, and nothing once its ten minutes are over', async () => {
    const { ports } = aProduct();
    const { issued, message } = await makeCode(ports, ORDER);
    const { letter } = message;
    const code = 'code' in letter ? await ports.opener.open('code', letter.code) : '';
    expect(await codeHolds(ports, 'flow-2', issued, code, NOW)).toBe(false);
    expect(await codeHolds(ports, 'flow-1', issued, code, NOW + 10 * MINUTE - 1)).toBe(true);
    expect(await codeHolds(ports, 'flow-1', issued, code, NOW + 10 * MINUTE)).toBe(false);
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
    expect(await codeHolds({ mac }, 'flow-1', undefined, '00000000', NOW)).toBe(false);
    expect(looks).toBe(1);
  });
});
