import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Debian's Chromium, and the same engine without the windows around it: half the work for each page. */
const PROGRAMS = { whole: '/usr/bin/chromium', shell: '/usr/bin/chromium-headless-shell' } as const;
const programOf = (kind: keyof typeof PROGRAMS): string => process.env['CHROMIUM'] ?? PROGRAMS[kind];
const REQUIRED = process.env['LATCHKEY_REQUIRE_ALL'] === '1';

// Nothing of it may talk to anyone but the page under test.
const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Whether there is a browser to test with: `describe.skipIf(!hasBrowser())`. Says in one line what is missing; where
 * everything is required (LATCHKEY_REQUIRE_ALL=1), a missing browser is an error.
 */
export function hasBrowser(): boolean {
  if (existsSync(programOf('whole')) && existsSync(programOf('shell'))) return true;
  const missing = 'Chromium (apt-get install chromium chromium-headless-shell)';
  if (REQUIRED) throw new Error(`missing: ${missing}`);
  console.warn(`skipped: ${missing}`);
  return false;
}

/** A headless Chromium, the shell if nobody says otherwise; the caller closes it. */
export const launchBrowser = (kind: keyof typeof PROGRAMS = 'shell'): Promise<Browser> =>
  chromium.launch({ executablePath: programOf(kind), args: QUIET });
