import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { TrailSigner } from '../../domain/ports/trail-signer.ts';

/** A keeper of a signing key under test: signers as new processes would make them, over one key. */
export function trailSignerContract(name: string, make: () => Promise<() => TrailSigner>): void {
  describe(`trail signer ${name}`, () => {
    it('signs so that whoever has the public key can tell', async () => {
      const fresh = await make();
      const text = `{"v":1,"note":"ü"}`;
      const signature = Buffer.from(await fresh().sign(text), 'base64');
      const { pem } = await fresh().key();
      expect(verify('sha256', Buffer.from(text), pem, signature)).toBe(true);
      expect(verify('sha256', Buffer.from(`${text} `), pem, signature)).toBe(false);
      expect(createPublicKey(pem).asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    });

    it('tells its own signature from every other, and from one that is spelt otherwise', async () => {
      const fresh = await make();
      const signature = await fresh().sign('{}');
      expect(await fresh().signed('{}', signature)).toBe(true);
      const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
      for (const [text, given] of [
        ['{ }', signature],
        ['{}', sign('sha256', Buffer.from('{}'), other).toString('base64')],
        ['{}', ` ${signature}`],
        ['{}', ''],
      ] as const)
        expect(await fresh().signed(text, given)).toBe(false);
    });

    it('names its key by the hash of the key itself, in every process alike', async () => {
      const fresh = await make();
      const { pem, fingerprint } = await fresh().key();
      const der = createPublicKey(pem).export({ format: 'der', type: 'spki' });
      expect(fingerprint).toBe(createHash('sha256').update(der).digest('hex'));
      expect(await fresh().key()).toEqual({ pem, fingerprint });
    });
  });
}
