import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { keyFileSigner } from '../../../adapters/key-file/trail-signer.ts';
import { trailSignerContract } from '../../contracts/trail-signer.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-signer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, 'keys', 'trail.pem');

trailSignerContract('over a key file', async () => () => keyFileSigner(file));

it('a key file is its owner’s alone, and one that holds no key is said to be of no use', async () => {
  await keyFileSigner(file).key();
  expect(statSync(file).mode & 0o077).toBe(0);
  writeFileSync(path.join(folder, 'wrong.pem'), 'no key');
  await expect(keyFileSigner(path.join(folder, 'wrong.pem')).key()).rejects.toMatchObject({
    code: 'keys-unavailable',
  });
});
