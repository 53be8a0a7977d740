import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
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
  if (existsSync(CHROMIUM)) return true;
  const missing = 'Chromium (apt-get install chromium)';
  if (REQUIRED) throw new Error(`missing: ${missing}`);
  console.warn(`skipped: ${missing}`);
  return false;
}

/** A headless Chromium; the caller closes it. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: QUIET });
