import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyFileMac } from '../../../adapters/key-file/keyed-mac.ts';
import { keyFileOpener, keyFileSealer } from '../../../adapters/key-file/sealer.ts';
import { keyFileSeeds } from '../../../adapters/key-file/seeds.ts';
import { keyedMacContract } from '../../contracts/keyed-mac.ts';
import { sealerContract } from '../../contracts/sealer.ts';
import { seedsContract } from '../../contracts/seeds.ts';

let folder = '';
let count = 0;
const newPath = () => path.join(folder, `key-${String((count += 1))}`);
const unavailable = { name: 'Failure', code: 'keys-unavailable' };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latchkey-key-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

keyedMacContract('a key file', async () => {
  const [file, another] = [newPath(), newPath()];
  return { fresh: () => keyFileMac(file), withAnotherKey: () => keyFileMac(another) };
});

sealerContract('a key file', async () => {
  const [file, another] = [newPath(), newPath()];
  return {
    sealer: () => keyFileSealer(file),
    opener: () => keyFileOpener(file),
    anotherOpener: () => keyFileOpener(another),
  };
});

seedsContract('a key file', async () => {
  const [file, another] = [newPath(), newPath()];
  return { seeds: () => keyFileSeeds(file), others: () => keyFileSeeds(another) };
});

describe('a key file', () => {
  it('is made at first use, with its folder, for its owner alone', async () => {
    const file = path.join(folder, 'made', 'for', 'it', 'key');
    await keyFileMac(file).quickTag('code', '1');
    const { mode, size } = await stat(file);
    expect(mode & 0o777).toBe(0o600);
    expect(size).toBe(32);
    expect(await readdir(path.dirname(file))).toEqual(['key']);
  });

  it('is made once, however many ask for it first', async () => {
    const file = newPath();
    const asked: Promise<string>[] = [];
    // Staggered, so that some ask before, some while and some after the file is made.
    for (let turn = 0; turn < 60; turn += 1) {
      asked.push(keyFileMac(file).quickTag('code', '1'));
      await setImmediate();
    }
    const tags = await Promise.all(asked);
    expect(new Set(tags).size).toBe(1);
  });

  it.each([0o640, 0o604, 0o660, 0o644])('is refused when others may use it (mode %o)', async (mode) => {
    const file = newPath();
    await keyFileMac(file).quickTag('code', '1');
    await chmod(file, mode);
    await expect(keyFileMac(file).quickTag('code', '1')).rejects.toMatchObject(unavailable);
    await expect(keyFileSealer(file).seal('code', '1')).rejects.toMatchObject(unavailable);
  });

  it('is refused, and left as it is, when it has another size', async () => {
    const file = newPath();
    await writeFile(file, 'too short', { mode: 0o600 });
    await expect(keyFileMac(file).quickTag('code', '1')).rejects.toMatchObject(unavailable);
    expect(await readFile(file, 'utf8')).toBe('too short');
  });

  it('is tried again after a failure', async () => {
    const file = newPath();
    await writeFile(file, 'too short', { mode: 0o600 });
    const [mac, sealer] = [keyFileMac(file), keyFileSealer(file)];
    await expect(mac.quickTag('code', '1')).rejects.toMatchObject(unavailable);
    await expect(sealer.seal('code', '1')).rejects.toMatchObject(unavailable);
    await rm(file);
    expect(await mac.quickTag('code', '1')).toBe(await keyFileMac(file).quickTag('code', '1'));
    expect(await keyFileOpener(file).open('code', await sealer.seal('code', '1'))).toBe('1');
  });

  it('that cannot be reached is named in the failure', async () => {
    const file = path.join('/dev/null', 'key');
    await expect(keyFileMac(file).tag(new Uint8Array(1))).rejects.toMatchObject({
      ...unavailable,
      message: expect.stringContaining(file) as string,
    });
  });
});
