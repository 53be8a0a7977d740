import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sambaInstalled } from '../../local/samba/installed.ts';
import { type SambaDirectory, startSamba } from '../../local/samba/start-samba.ts';
import { settingsOf } from '../adapters/active-directory/ports-of.ts';
import { present } from '../adapters/active-directory/present.ts';
import { sambaTemplate } from '../directory/samba.ts';
import { rotateUnderLoad } from './proofs/rotating.ts';

// A domain of its own: others bind with the very passwords that change here.
describe.skipIf(!sambaInstalled())('rotating the passwords of our own accounts on Samba AD', () => {
  let dir: string;
  let samba: SambaDirectory;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'latchkey-rotation-'));
    samba = await startSamba({ dir, template: sambaTemplate() });
  });
  afterAll(async () => {
    await samba.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it(
    'fails no recovery, a fault at each step or not, and leaves an account that works at every moment',
    { timeout: 120_000 },
    async () => {
      const { hostname: host, port } = new URL(present(samba.urls[0]));
      const rotated = await rotateUnderLoad(
        {
          settings: settingsOf(samba.urls, samba.ca),
          domainController: { host, port: Number(port || '636') },
          usernames: ['miriam', 'lena'],
        },
        { times: 5, hasty: false },
      );
      expect(rotated.wrong).toEqual([]);
      expect(rotated.recoveries).toBeGreaterThan(5 * 4);
    },
  );
});
