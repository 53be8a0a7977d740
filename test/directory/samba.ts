import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { SAMBA_INSTALLATION, sambaInstalled } from '../../local/samba/installed.ts';
import { seedData } from '../../local/samba/seed-data.ts';
import { makeSambaTemplate } from '../../local/samba/start-samba.ts';

const SOURCES = fileURLToPath(new URL('../../local/samba/', import.meta.url));
const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Makes the Samba domain that the test files copy theirs from, when some of the chosen files speak of Samba. It takes seconds the
 * first time, and is kept in .latchkey (or LATCHKEY_SAMBA_DIR). Without the packages such tests are left out and that is said;
 * with LATCHKEY_REQUIRE_ALL=1 it is an error.
 */
export default async function setup(project: TestProject): Promise<void> {
  if (!project.vitest.state.getPaths().some(speaksOfSamba)) return;
  if (sambaInstalled()) return makeSambaTemplate(sambaTemplate());
  const missing = `Samba AD (${SAMBA_INSTALLATION})`;
  if (process.env['LATCHKEY_REQUIRE_ALL'] === '1') throw new Error(`missing: ${missing}`);
  console.log(`skipped: ${missing}`);
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
