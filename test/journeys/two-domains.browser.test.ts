import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SECOND_CAST } from '../../local/people.ts';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { guestOf, JOURNEY_MS, running } from './running.ts';
import { somebody } from './somebody.ts';
import { lockOut, prove, saveNewPassword, windowsSays } from './steps.ts';

const WELCOME = /^Welcome/;
const NEW_PASSWORD = 'Granite-Umbrella-58';

describe.skipIf(!hasBrowser())('a browser before two domains', () => {
  let browser: Browser;
  let latchkey: LocalLatchkey;
  beforeAll(async () => {
    [browser, latchkey] = await Promise.all([
      launchBrowser(),
      running({ directory: { kind: 'embedded', secondDomain: true } }),
    ]);
  });
  afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

  test(
    'lets somebody of the second, typed as NORD\\name, unlock and set a new password, and their namesake alone',
    async () => {
      const {
        password,
        answers = {},
        personalMail: address = '',
      } = SECOND_CAST.find(({ username }) => username === 'alice') ?? { password: '' };
      const alice = { username: 'NORD\\alice', password, answers, address };
      const guest = await guestOf(browser, latchkey, { seenByAxe: new Set() });

      await lockOut(guest, alice.username);
      await prove(guest, latchkey, alice);
      await guest.arrivesAt('Thank you, we know it’s you');
      await guest.press('Unlock my account');
      await guest.arrivesAt('Your account is unlocked');
      expect(await windowsSays(guest, alice.username, password)).toMatch(WELCOME);

      await prove(guest, latchkey, alice);
      await guest.follow('Create a new password');
      await saveNewPassword(guest, NEW_PASSWORD);
      await guest.arrivesAt('Your password has been changed');
      expect(await windowsSays(guest, alice.username, NEW_PASSWORD)).toMatch(WELCOME);
      expect(await windowsSays(guest, 'alice', somebody('alice').password)).toMatch(WELCOME);
      await guest.leave();
    },
    JOURNEY_MS,
  );
});
