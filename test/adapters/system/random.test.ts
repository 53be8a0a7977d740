import { describe, expect, it } from 'vitest';
import { handleKey, systemRandom } from '../../../adapters/system/random.ts';
import { randomContract } from '../../contracts/random.ts';

randomContract('the system', systemRandom);

describe('a handle', () => {
  it('leads, at the edge, to the key it was given out with', () => {
    const { handle, key } = systemRandom().handle();
    expect(handleKey(handle)).toBe(key);
  });

  it('has the SHA-256 of its text as key (FIPS 180-4 example)', () => {
    expect(Buffer.from(handleKey('abc'), 'base64url').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
