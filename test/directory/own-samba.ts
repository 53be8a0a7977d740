import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type SambaFacts, type SambaDirectory, startSamba } from '../../local/samba/start-samba.ts';
import { sambaTemplate } from './samba.ts';

/**
 * A Samba AD with the cast in it for the tests of the group that asks for it, from before the first to after the last. No
 * two files share one: what one changes or locks, another would stumble over. It takes a second or two.
 */
export function ownSamba(): () => SambaFacts {
  let running: SambaDirectory | undefined;
  let dir: string | undefined;
  beforeAll(async () => {
    // Not below the checkout: samba puts sockets there, whose paths may have 107 characters.
    dir = await mkdtemp(join(tmpdir(), 'latchkey-samba-'));
    running = await startSamba({ dir, template: sambaTemplate() });
  });
  afterAll(async () => {
    await running?.stop();
    if (dir !== undefined) rmSync(dir, { recursive: true, force: true });
  });
  return () => {
    if (!running) throw new Error('it does not run before the first test');
    return running;
  };
}
