import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLookAlike } from '../../../local/directory/look-alike.ts';
import type { LookAlike } from '../../../local/directory/look-alike.ts';
import { CAST } from '../../../local/people.ts';
import { bindAnswer } from './connect.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'look-alike-'));
  file = join(folder, 'kept', 'directory.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function running<T>(work: (ad: LookAlike) => Promise<T> | T): Promise<T> {
  const ad = await startLookAlike({ file });
  try {
    return await work(ad);
  } finally {
    await ad.stop();
  }
}

describe('the look-alike’s file', () => {
  it('keeps passwords, locks and identities from one run to the next', async () => {
    const before = await running(async (ad) => {
      ad.arrange('alice', { password: 'Brass-Samovar-18' });
      for (let i = 0; i < 2; i += 1) await bindAnswer(ad, 'grace@corp.example.test', 'wrong');
      return { alice: ad.person('alice'), grace: ad.person('grace'), bob: ad.person('bob') };
    });
    await running(async (ad) => {
      expect({ alice: ad.person('alice'), grace: ad.person('grace'), bob: ad.person('bob') }).toEqual(before);
      expect(before.grace?.badPasswordCount).toBe(2);
      expect(await bindAnswer(ad, 'alice@corp.example.test', 'Brass-Samovar-18')).toBe('ok');
      expect(await bindAnswer(ad, 'alice@corp.example.test', 'Copper-Kettle-17')).toBe('52e');
    });
  });

  it('holds no password, and is for its owner only', async () => {
    await running((ad) => ad.arrange('alice', { password: 'Brass-Samovar-18' }));
    const text = readFileSync(file, 'utf8');
    for (const password of ['Brass-Samovar-18', ...CAST.map((member) => member.password)])
      expect(text).not.toContain(password);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('goes back to the beginning with a reset', async () => {
    await running((ad) => {
      ad.arrange('alice', { password: 'Brass-Samovar-18' });
      ad.reset();
    });
    await running((ad) => expect(ad.isPassword('alice', 'Copper-Kettle-17')).toBe(true));
  });

  it('is refused by name when it is not one of ours', async () => {
    writeFileSync(join(folder, 'other.json'), '{"version":1}');
    const start = startLookAlike({ file: join(folder, 'other.json') });
    await expect(start).rejects.toMatchObject({
      code: 'store-corrupt',
      message: expect.stringContaining('other.json'),
    });
  });
});
