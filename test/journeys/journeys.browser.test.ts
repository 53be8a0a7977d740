import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { guestOf, JOURNEY_MS, running } from './running.ts';
import { noah } from './travellers.ts';
import { wholeJourney } from './whole-journey.ts';

/** Pages that stand beside the journey's way. */
const ASIDE = ['/help', '/no-such-page', '/password/changed', '/demo', '/demo/mailbox', '/demo/metrics'];

describe.skipIf(!hasBrowser())('a whole browser', () => {
  let browser: Browser;
  let latchkey: LocalLatchkey;
  let staged: LocalLatchkey;
  beforeAll(async () => {
    [browser, latchkey, staged] = await Promise.all([
      launchBrowser('whole'),
      running(),
      running({ basePath: '/prod' }),
    ]);
  });
  afterAll(() => Promise.all([browser?.close(), latchkey?.stop(), staged?.stop()]));

  test(
    'without scripts: enroll, lock, unlock, sign in; lock, set a new password, sign in',
    async () => {
      const guest = await guestOf(browser, latchkey, { scripts: false });
      await wholeJourney(guest, latchkey, noah);
      await guest.leave();
    },
    JOURNEY_MS,
  );

  test(
    'with scripts, behind a stage of API Gateway: the same, and every page on the way pleases axe',
    async () => {
      const guest = await guestOf(browser, staged, { seenByAxe: new Set() });
      await wholeJourney(guest, staged, noah);
      for (const path of ASIDE) await guest.open(path);
      await guest.leave();
    },
    JOURNEY_MS,
  );
});
