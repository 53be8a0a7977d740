import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { type Guest, guestOf, JOURNEY_MS, running } from './running.ts';
import { somebody } from './somebody.ts';
import { answerAll, claim, prove, proveByCode, saveNewPassword, signIn, windowsSays } from './steps.ts';

const WELCOME = /^Welcome/;

describe.skipIf(!hasBrowser())(
  'somebody',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    let guest: Guest;
    const seenByAxe = new Set<string>();
    beforeAll(async () => {
      [browser, latchkey] = await Promise.all([launchBrowser(), running()]);
    });
    beforeEach(async () => {
      guest = await guestOf(browser, latchkey, { seenByAxe });
    });
    afterEach(async () => {
      await guest.leave();
    });
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

    test('who must change the password is led there from the sign-in, and does', async () => {
      const farid = somebody('farid');
      await signIn(guest, farid);
      await guest.arrivesAt('Change your password');
      expect(await guest.text()).toContain('You have to choose a new password before you can sign in.');
      await guest.type('Username', farid.username);
      await guest.type('Current password', farid.password);
      await saveNewPassword(guest, 'Cedar-Balcony-Rain-6');
      await guest.arrivesAt('Your password has been changed');
      expect(await windowsSays(guest, farid.username, 'Cedar-Balcony-Rain-6')).toMatch(WELCOME);
      await signIn(guest, { ...farid, password: 'Cedar-Balcony-Rain-6' });
      await guest.arrivesAt('Your ways to prove it’s you');
    });

    test('whose account is disabled learns it, but only after proof', async () => {
      const dawit = somebody('dawit');
      await prove(guest, latchkey, dawit);
      await guest.arrivesAt('We can’t finish this here');
      expect(await guest.text()).toMatch(
        /Your account is disabled.*Nothing has been changed.*Reference\s+\S{4}/s,
      );
      await guest.open('/recover/reset');
      await guest.arrivesAt('We can’t finish this here');
    });

    test('locked out with an expired password is offered a new one only', async () => {
      const tomas = somebody('tomas');
      await prove(guest, latchkey, tomas);
      expect(await guest.text()).toMatch(
        /Your account is locked and your password has expired.*locked since.*ends by itself on.*Unlocking alone would not/s,
      );
      expect(await guest.page.locator('main').getByRole('button').allInnerTexts()).toEqual([]);
      await guest.follow('Create a new password');
      await saveNewPassword(guest, 'Olive-Harbour-Wind-81');
      await guest.arrivesAt('Your password has been changed');
      expect(await windowsSays(guest, tomas.username, 'Olive-Harbour-Wind-81')).toMatch(WELCOME);
    });

    test('whose account has expired reads since when', async () => {
      await prove(guest, latchkey, somebody('erin'));
      await guest.arrivesAt('We can’t finish this here');
      expect(await guest.text()).toMatch(/Your account has expired.*It ended on \w+ \d+, 20\d\d/s);
    });

    test('who may not sign in at this hour learns it, and is helped all the same', async () => {
      await prove(guest, latchkey, somebody('tilda'));
      expect(await guest.text()).toMatch(
        /Your account is not locked.*only at certain hours, and not at this one/s,
      );
      await guest.follow('Create a new password');
      await saveNewPassword(guest, 'Willow-Kitchen-Snow-3');
      await guest.arrivesAt('Your password has been changed');
    });

    test('with a name and answers in no Latin letter recovers by a name for signing in', async () => {
      const hanako = { ...somebody('hanako'), username: 'hanako@example.com' };
      await prove(guest, latchkey, hanako);
      await guest.follow('Create a new password');
      await saveNewPassword(guest, '静かな朝の散歩 Ab3');
      await guest.arrivesAt('Your password has been changed');
      await signIn(guest, { ...hanako, password: '静かな朝の散歩 Ab3' });
      expect(await guest.text()).toContain('Signed in as 山田 花子.');
    });

    test('whose new password is refused reads why, and stays where they are', async () => {
      const victor = somebody('victor');
      await prove(guest, latchkey, victor);
      await guest.follow('Create a new password');
      expect(await guest.text()).toContain('At least 16 characters');
      await saveNewPassword(guest, 'Short-One-12345');
      expect(await guest.page.title()).toMatch(/^Error: /);
      expect(await guest.text()).toContain('Your new password is too short.');
      await saveNewPassword(guest, victor.password);
      expect(await guest.text()).toContain('Your organization did not accept this password');
      await saveNewPassword(guest, 'A long walk on Ipanema 7');
      await guest.arrivesAt('Your password has been changed');
      expect(await windowsSays(guest, victor.username, 'A long walk on Ipanema 7')).toMatch(WELCOME);
    });

    test('made an administrator minutes ago is a stranger: no code, no answer is right, nothing changes', async () => {
      const felix = somebody('fresh.admin');
      await claim(guest, felix.username);
      await guest.press('Get a code by e-mail');
      expect(await guest.text()).toContain('If the username is right and this way is set up');
      await latchkey.runSender();
      expect(latchkey.mailbox.messages().filter(({ to }) => to === felix.address)).toEqual([]);
      await guest.follow('Try another way');
      await guest.follow('Answer my security questions');
      for (const left of ['4 more times', '3 more times', '2 more times', '1 more time']) {
        await answerAll(guest, felix.answers);
        await guest.press('Continue');
        expect(await guest.text()).toContain(`You can try ${left}.`);
      }
      await answerAll(guest, felix.answers);
      await guest.press('Continue');
      await guest.arrivesAt('We can’t confirm it’s you here');
      await guest.open('/recover/methods');
      await guest.arrivesAt('We can’t confirm it’s you here');
      expect(await windowsSays(guest, felix.username, felix.password)).toMatch(WELCOME);
      await guest.open('/recover/methods');
      await guest.follow('Start again');
      await guest.arrivesAt('Forgot your password or locked out?');
    });

    test('who signs in wrongly reads the same, whether the name is anybody’s or not', async () => {
      const said: string[] = [];
      for (const username of ['lena', 'nobody.at.all', 'chen', 'bob']) {
        await signIn(guest, { ...somebody('lena'), username, password: 'Wrong-Lantern-11' });
        said.push(await guest.text());
        expect(await guest.page.getByLabel('Username', { exact: true }).inputValue()).toBe(username);
      }
      expect(said[0]).toContain('The username or password is not right');
      expect(new Set(said).size).toBe(1);
    });

    test('takes a way of proving away with the password, and no longer gets codes', async () => {
      const miriam = somebody('miriam');
      await signIn(guest, miriam);
      await guest.follow('Remove Code by e-mail');
      await guest.type('Current password', 'Not-Hers-At-All-3');
      await guest.press('Remove');
      expect(await guest.text()).toContain('Your current password is not right.');
      await guest.type('Current password', miriam.password);
      await guest.press('Remove');
      await guest.arrivesAt('Your ways to prove it’s you');
      expect(await guest.text()).toContain('You can’t help yourself yet');
      await claim(guest, miriam.username);
      await expect(proveByCode(guest, latchkey, miriam.address)).rejects.toThrow('no code came');
    });
  },
  JOURNEY_MS,
);
