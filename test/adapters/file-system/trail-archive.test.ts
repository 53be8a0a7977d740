import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fileTrailArchive } from '../../../adapters/file-system/trail-archive.ts';
import { trailArchiveContract } from '../../contracts/trail-archive.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

trailArchiveContract('in a folder', async () => fileTrailArchive(folder));

it('a folder that cannot be written says so', async () => {
  writeFileSync(path.join(folder, 'file'), '');
  const archive = fileTrailArchive(path.join(folder, 'file'));
  await expect(archive.add('chain/0/1', 'x')).rejects.toMatchObject({ code: 'archive-unavailable' });
});
