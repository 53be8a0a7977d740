import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../../domain/failure.ts';
import type { TrailSigner } from '../../domain/ports/trail-signer.ts';
import { signingKey } from '../kms/trail-signer.ts';
import { p256Signed } from '../system/p256-signed.ts';

/**
 * Signs by a private key in a file (PEM, P-256; made with mode 0600 when there is none yet): the stand-in for KMS where there is no
 * KMS. Whoever can read the file can sign. Failure `keys-unavailable`.
 */
export function keyFileSigner(file: string): TrailSigner {
  const key = () => {
    try {
      if (!existsSync(file)) make(file);
      return createPrivateKey(readFileSync(file));
    } catch (cause) {
      throw new Failure('keys-unavailable', `The key file ${file} cannot be used`, { cause });
    }
  };
  const publicKey = () => signingKey(createPublicKey(key()).export({ format: 'der', type: 'spki' }));
  return {
    key: async () => publicKey(),
    signed: async (text, signature) => p256Signed(publicKey().pem, text, signature),
    sign: async (text) => sign('sha256', Buffer.from(text), key()).toString('base64'),
  };
}

function make(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
}
