import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { SAMBA_INSTALLATION, sambaInstalled } from '../../local/samba/installed.ts';
import { seedData } from '../../local/samba/seed-data.ts';
import { type SambaFacts, startSamba } from '../../local/samba/start-samba.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The Samba AD of this run, with the cast in it; undefined where Samba is not installed. */
    samba: SambaFacts | undefined;
  }
}

const SOURCES = fileURLToPath(new URL('../../local/samba/', import.meta.url));
const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs one Samba AD for the test files that speak of Samba, and none when there are none among the chosen. The domain is
 * made once (seconds) and kept in .latchkey (or LATCHKEY_SAMBA_DIR); each run works on a copy of its own, on an address
 * of its own, so that runs at the same time do not meet. Without the packages it is left out and said so; with
 * LATCHKEY_REQUIRE_ALL=1 that is an error.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  project.provide('samba', undefined);
  if (!project.vitest.state.getPaths().some(speaksOfSamba)) return undefined;
  if (!sambaInstalled()) {
    const missing = `Samba AD (${SAMBA_INSTALLATION})`;
    if (process.env['LATCHKEY_REQUIRE_ALL'] === '1') throw new Error(`missing: ${missing}`);
    console.log(`skipped: ${missing}`);
    return undefined;
  }
  // Not below the checkout: samba puts sockets there, whose paths may have 107 characters.
  const dir = await mkdtemp(join(tmpdir(), 'latchkey-samba-'));
  const { stop, ...facts } = await startSamba({ dir, template: sambaTemplate() });
  project.provide('samba', facts);
  return async () => {
    await stop();
    rmSync(dir, { recursive: true, force: true });
  };
}

const speaksOfSamba = (path: string): boolean => /\bsamba/i.test(readFileSync(path, 'utf8'));

/** Where the domain of these sources and this cast is kept. Domains of earlier sources go. */
export function sambaTemplate(): string {
  const kept = process.env['LATCHKEY_SAMBA_DIR'] ?? join(CHECKOUT, '.latchkey', 'samba-test');
  mkdirSync(kept, { recursive: true });
  const hash = createHash('sha256').update(seedData());
  for (const name of readdirSync(SOURCES).toSorted()) hash.update(readFileSync(join(SOURCES, name)));
  const current = hash.digest('hex').slice(0, 16);
  for (const name of readdirSync(kept))
    if (/^[0-9a-f]{16}$/.test(name) && name !== current)
      rmSync(join(kept, name), { recursive: true, force: true });
  return join(kept, current);
}
