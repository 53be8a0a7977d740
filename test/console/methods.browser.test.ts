import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { JOURNEY_MS, running } from '../journeys/running.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { atConsole, type AtConsole } from './at-console.ts';
import { discardDraftOf } from './discard-draft.ts';

describe.skipIf(!hasBrowser())(
  'methods and policies at the console',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    let ada: AtConsole;
    /** A choice of several buttons, one of which is pressed. */
    const position = (method: string, name: string) =>
      ada.page.getByRole('toolbar', { name: method }).getByRole('button', { name, exact: true });
    beforeAll(async () => {
      [browser, latchkey] = await Promise.all([launchBrowser(), running()]);
    });
    beforeEach(async () => {
      await discardDraftOf(latchkey, 'ada');
      ada = await atConsole(browser, latchkey, 'ada');
    });
    afterEach(() => ada.leave());
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

    test('are switched on and set, asked for by the strict policy, read in plain words, and published', async () => {
      await ada.goTo('methods', 'Verification methods');
      await ada.reads('This deployment is not joined to an identity provider');
      await ada.reads(/Have outside\.identityProvider put into its settings \(docs\/deploy\.md\)/);
      expect(
        await ada.page.getByRole('checkbox', { name: 'Sign-in at an identity provider' }).isDisabled(),
      ).toBe(true);
      await ada.set('Passkey or security key', true);
      await ada.reads('(3 of 11 on)');
      await ada.follow('Settings of Authenticator app');
      await ada.arrivesAt('Authenticator app');
      await ada.set('Authenticator app', true);
      await ada.page.getByLabel('Asked for first, and may be skipped').check({ force: true });
      await ada.type('Name in English (en)', 'Use the code in my phone’s app');
      await ada.look('a method with its settings');
      await ada.press('Save to draft');
      await ada.reads('Whoever signs in to their methods is asked to set one up first, and may skip that.');
      await ada.goTo('methods/ldap-attributes', 'Directory attributes');
      await ada.press('Add an attribute');
      await ada.press('Save to draft');
      await ada.reads('Write it, or remove the whole.');
      await ada.reads('Write it in English (en), the default language.');
      await ada.look('an attribute that says nothing');
      await ada.type('Name in Active Directory of attribute 1', 'employeeNumber');
      await ada.type('Label of attribute 1 in English (en)', 'Payroll number');
      await ada.press('Save to draft');
      await ada.reads('People must give the value of their attribute “employeeNumber”.');

      await ada.goTo('user-configurations/everyone', 'Everyone');
      await ada.reads('A code by e-mail and the security answers.');
      await ada.press('Strict');
      await ada.look('replacing what is asked for');
      await ada.press('Replace what is asked for', ada.dialog());
      await ada.reads('As it was saved. Save to draft to see what your changes amount to.');
      await ada.reads(/Switched off, so nobody could give it\./);
      await position('Code by text message, to unlock', 'Optional').press('ArrowRight');
      await ada.page.keyboard.press('Enter');
      expect(await ada.page.getByRole('toolbar', { name: 'Code by text message, to unlock' }).count()).toBe(
        0,
      );
      await ada.press('Save to draft');
      await ada.reads(/^A code by e-mail, and one of: a code of the authenticator app, the passkey/);
      await ada.reads('As recommended');
      await ada.reads('There is a way through without a test of memory (WCAG 2.2, SC 3.3.8).');
      await ada.look('the strict policy, saved');
      await ada.follow('Review and publish');
      await ada.arrivesAt('Review and publish');
      await ada.type('Reason', 'No answers any more');
      await ada.press('Publish');
      await ada.arrivesAt('Versions');
    });

    test('that rest on answers alone, or send passwords, want the risk accepted in writing', async () => {
      await ada.goTo('user-configurations/everyone', 'Everyone');
      await ada.press('Citrix-compatible');
      await ada.press('Replace what is asked for', ada.dialog());
      await ada.press('Save to draft');
      await ada.reads('Write down who decided it and why, in 20 characters or more.');
      await ada.type('Why answers alone are accepted', 'The board, 3 May: until everybody has registered.');
      await ada.page.getByLabel('We make one and send it').check({ force: true });
      await ada.look('risks that want a reason');
      await ada.type('Why sent passwords are accepted', 'The board, 3 May: telephones are handed out.');
      await ada.press('Save to draft');
      await ada.reads('Security answers alone are enough to get through.');
      await ada.reads('Not recognised');
      await ada.reads('Not met');
      await ada.reads(/a new one is sent to them by e-mail, and must be changed at the next sign-in/);
      await ada.look('answers alone, accepted');
      await ada.set('We accept that security answers alone are enough', false);
      await ada.press('Save to draft');
      await ada.reads(/security answers are enough to unlock, and nobody has accepted that risk/);
      await ada.goTo('methods', 'Verification methods');
      await ada.set('Security answers', false);
      await ada.follow('Review and publish');
      await ada.reads(/requires "security-answers" to unlock, but "security-answers" is switched off/);
      await ada.follow('/userConfigurations/0/actions/unlock/required/0');
      await ada.arrivesAt('Everyone');
    });
  },
  JOURNEY_MS,
);
