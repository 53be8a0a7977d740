import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { type Guest, guestOf, JOURNEY_MS, running } from './running.ts';
import { somebody } from './somebody.ts';
import { answerAll, claim, codeTo, lockOut, prove, saveNewPassword, signIn, windowsSays } from './steps.ts';

const MINUTE = 60_000;

describe.skipIf(!hasBrowser())(
  'a recovery in a browser',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    let guest: Guest;
    beforeAll(async () => {
      [browser, latchkey] = await Promise.all([launchBrowser(), running()]);
    });
    beforeEach(async () => {
      guest = await guestOf(browser, latchkey);
    });
    afterEach(async () => {
      vi.useRealTimers();
      await guest.leave();
    });
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

    test('survives the back button, reloading and what is mistyped', async () => {
      const alice = somebody('alice');
      await claim(guest, alice.username);
      await guest.reload();
      await guest.arrivesAt('Choose how to prove it’s you');
      await guest.follow('Answer my security questions');
      await guest.back();
      await guest.arrivesAt('Choose how to prove it’s you');
      await guest.follow('Answer my security questions');
      await answerAll(guest, { ...alice.answers, 'first-teacher': 'Adekunle' });
      await guest.press('Continue');
      expect(await guest.text()).toContain('You can try 4 more times.');
      await answerAll(guest, alice.answers);
      await guest.press('Continue');
      await guest.arrivesAt('One more check');
      await guest.press('Get a code by e-mail');
      await guest.back();
      await guest.arrivesAt('One more check');
      await guest.press('Get a code by e-mail');
      await guest.type('Security code', '0000-0000');
      await guest.press('Continue');
      expect(await guest.text()).toContain('That code is not right.');
      await guest.press('Get a new code');
      await guest.type('Security code', await codeTo(latchkey, alice.address));
      await guest.press('Continue');
      await guest.arrivesAt('Thank you, we know it’s you');
      await guest.follow('Create a new password');
      await guest.back();
      await guest.arrivesAt('Thank you, we know it’s you');
      await guest.follow('Create a new password');
      await saveNewPassword(guest, 'Cinnamon-Ladder-Sky-5');
      await guest.arrivesAt('Your password has been changed');
      await guest.reload();
      await guest.arrivesAt('Your password has been changed');
      await guest.back();
      await guest.arrivesAt('Your password has been changed');
    });

    test('once done leads to its end from everywhere, and changes nothing again', async () => {
      const bob = somebody('bob');
      await prove(guest, latchkey, bob);
      const other = await guest.secondTab();
      await other.open('/recover/action');
      await other.arrivesAt('Thank you, we know it’s you');
      await guest.press('Unlock my account');
      await guest.arrivesAt('Your account is unlocked');
      await lockOut(guest, bob.username);
      await other.press('Unlock my account');
      await other.arrivesAt('Your account is unlocked');
      for (const path of ['methods', 'security-answers', 'email-code', 'action', 'reset']) {
        await other.open(`/recover/${path}`);
        await other.arrivesAt('Your account is unlocked');
      }
      expect(await windowsSays(guest, bob.username, bob.password)).toContain('currently locked out');
    });

    test('goes on in another tab from where the first one left it', async () => {
      const priya = somebody('priya');
      await claim(guest, priya.username);
      const other = await guest.secondTab();
      await other.open('/recover/methods');
      await guest.press('Get a code by e-mail');
      await guest.type('Security code', await codeTo(latchkey, priya.address));
      await guest.press('Continue');
      await other.follow('Answer my security questions');
      await answerAll(other, priya.answers);
      await other.press('Continue');
      await other.arrivesAt('Thank you, we know it’s you');
    });

    test('is over after a quarter of an hour without a step, and so is a visit', async () => {
      const lena = somebody('lena');
      await claim(guest, lena.username);
      await signIn(await guest.secondTab(), lena);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 16 * MINUTE });
      await guest.follow('Answer my security questions');
      await guest.arrivesAt('You have been timed out');
      await guest.follow('Start again');
      await guest.arrivesAt('What would you like to do?');
      await guest.open('/enroll/methods');
      await guest.arrivesAt('Sign in');
    });

    test('takes no form that is not of this visit, and says where to begin again', async () => {
      await guest.open('/recover');
      await guest.type('Username', 'sofia');
      await guest.page.context().clearCookies();
      await guest.press('Continue');
      await guest.arrivesAt('We could not take what was sent');
      await guest.follow(/^Back to the start/);
      await guest.arrivesAt('What would you like to do?');
    });

    test('keeps nothing in the browser but cookies that no script and no other site can read', async () => {
      await guest.open('/?lang=en');
      await signIn(guest, somebody('sofia'));
      await claim(guest, 'sofia');
      const cookies = await guest.page.context().cookies();
      const picked = '__Host-latchkey-language';
      expect(cookies.map(({ name }) => name).toSorted()).toEqual([
        '__Host-latchkey-flow',
        picked,
        '__Host-latchkey-session',
        '__Host-latchkey-visit',
      ]);
      for (const cookie of cookies)
        expect(cookie).toMatchObject({
          domain: 'localhost',
          path: '/',
          // Only a language that was picked outlives the browser.
          expires: cookie.name === picked ? expect.closeTo(Date.now() / 1000 + 31_536_000, -3) : -1,
          httpOnly: true,
          secure: true,
          sameSite: 'Strict',
        });
      expect(await guest.page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
      expect(await guest.page.evaluate(() => document.cookie)).toBe('');
    });
  },
  JOURNEY_MS,
);
