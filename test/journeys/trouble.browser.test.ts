import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LookAlike } from '../../local/directory/look-alike.ts';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { type Guest, guestOf, JOURNEY_MS, running } from './running.ts';
import { somebody } from './somebody.ts';
import { prove, saveNewPassword, signIn, windowsSays } from './steps.ts';

const PROBLEM = 'This service has a problem right now';

describe.skipIf(!hasBrowser())(
  'when the directory fails',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    let directory: LookAlike;
    let guest: Guest;
    beforeAll(async () => {
      [browser, latchkey] = await Promise.all([launchBrowser(), running()]);
      if (!latchkey.directory.lookAlike) throw new Error('this run has no embedded directory');
      directory = latchkey.directory.lookAlike;
    });
    beforeEach(async () => {
      guest = await guestOf(browser, latchkey);
    });
    afterEach(async () => {
      directory.misbehave(undefined);
      await guest.leave();
    });
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

    const showsProblem = async (changed: string): Promise<void> => {
      await guest.arrivesAt(PROBLEM);
      expect(await guest.text()).toContain(changed);
      expect(await guest.text()).toMatch(/Reference\s+\S{4}/);
    };

    test('a recovery shows a service problem, and goes on where it was once the directory is back', async () => {
      const grace = somebody('grace');
      await prove(guest, latchkey, grace);
      directory.misbehave('cut');
      await guest.reload();
      await showsProblem('Nothing has been changed.');
      directory.misbehave(undefined);
      await guest.reload();
      await guest.arrivesAt('Thank you, we know it’s you');
      await guest.follow('Create a new password');
      directory.misbehave('cut');
      await saveNewPassword(guest, 'Marigold-Stream-Oak-9');
      await showsProblem('Nothing has been changed.');
      expect(directory.isPassword('grace', grace.password)).toBe(true);
      directory.misbehave(undefined);
      await guest.open('/recover/reset');
      await saveNewPassword(guest, 'Marigold-Stream-Oak-9');
      await guest.arrivesAt('Your password has been changed');
      expect(await windowsSays(guest, 'grace', 'Marigold-Stream-Oak-9')).toMatch(/^Welcome/);
    });

    test('a recovery does not begin, and a sign-in is not refused', async () => {
      directory.misbehave('mute');
      await guest.open('/recover');
      await guest.type('Username', 'alice');
      await guest.press('Continue');
      await showsProblem('Nothing has been changed.');
      directory.misbehave('cut');
      await signIn(guest, somebody('alice'));
      await showsProblem('Nothing has been changed.');
    });

    test('in the middle of the change itself, the page says what the domain controller shows: that it was made', async () => {
      const priya = somebody('priya');
      await prove(guest, latchkey, priya);
      await guest.follow('Create a new password');
      const { resets } = directory.counts();
      directory.misbehave('cut-modify');
      await saveNewPassword(guest, 'Juniper-Anchor-Moon-4');
      await guest.arrivesAt('Your password has been changed');
      expect(directory.counts().resets).toBe(resets + 1);
      expect(directory.isPassword('priya', 'Juniper-Anchor-Moon-4')).toBe(true);
    });
  },
  JOURNEY_MS,
);
