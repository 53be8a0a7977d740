import { describe, expect, it } from 'vitest';
import { sambaInstalled } from '../../local/samba/installed.ts';
import { settingsOf } from '../adapters/active-directory/ports-of.ts';
import { present } from '../adapters/active-directory/present.ts';
import { ownSamba } from '../directory/own-samba.ts';
import { rotateUnderLoad } from './proofs/rotating.ts';

describe.skipIf(!sambaInstalled())('rotating the passwords of our own accounts on Samba AD', () => {
  const samba = ownSamba();

  it(
    'fails no recovery, a fault at each step or not, and leaves an account that works at every moment',
    { timeout: 120_000 },
    async () => {
      const { hostname: host, port } = new URL(present(samba().urls[0]));
      const rotated = await rotateUnderLoad(
        {
          settings: settingsOf(samba().urls, samba().ca),
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
