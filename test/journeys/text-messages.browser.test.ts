import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configurationOf } from '../../domain/policy/configuration.ts';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { anEvent } from '../support/stored-records.ts';
import { AMERICAN, BRITISH, texting } from '../support/texting.ts';
import { guestOf, JOURNEY_MS, running } from './running.ts';
import { somebody } from './somebody.ts';
import { claim, codeTo, saveNewPassword, signIn, windowsSays } from './steps.ts';

/** Puts a configuration in force in which texts and sent codes, by the way people choose, are enough. */
async function askForTexts({ ports }: LocalLatchkey): Promise<void> {
  const current = await ports.configuration.current();
  const { document } = texting({}, 'choice');
  const next = {
    ...current,
    version: current.version + 1,
    document: { ...current.document, ...document },
  };
  const event = anEvent({ at: ports.clock.now() });
  if (!(await ports.configuration.publish(configurationOf(next, next), event)))
    throw new Error('not published');
}

describe.skipIf(!hasBrowser())(
  'codes by text message',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    beforeAll(async () => {
      [browser, latchkey] = await Promise.all([launchBrowser(), running()]);
      await askForTexts(latchkey);
    });
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

    test('a number is set up, gets codes by either method, and gets somebody back in', async () => {
      const guest = await guestOf(browser, latchkey);
      await signIn(guest, somebody('alice'));
      await guest.follow(/^Set up Code by text message/);
      await guest.type('Mobile number', '+49 170 1234567');
      await guest.press('Send a code');
      expect(await guest.text()).toContain('We can’t send text messages to numbers of this country.');
      await guest.type('Mobile number', '07400 123456');
      await guest.press('Send a code');
      await guest.arrivesAt('Check your text messages');
      await guest.type('Security code', await codeTo(latchkey, BRITISH));
      await guest.press('Save number');
      await guest.arrivesAt('You are set up');

      await claim(guest, 'alice');
      await guest.press('Get a code by text message');
      await guest.arrivesAt('Check your text messages');
      const first = await codeTo(latchkey, BRITISH);
      await guest.press('Get a new code');
      const second = await codeTo(latchkey, BRITISH);
      await guest.type('Security code', first);
      await guest.press('Continue');
      expect(await guest.text()).toContain('That code is not right.');
      await guest.type('Security code', second);
      await guest.press('Continue');
      await guest.arrivesAt('Thank you, we know it’s you');
      await guest.follow('Create a new password');
      await saveNewPassword(guest, 'Cinnamon-Ladder-Sky-5');
      await guest.arrivesAt('Your password has been changed');
      expect(await windowsSays(guest, 'alice', 'Cinnamon-Ladder-Sky-5')).toMatch(/^Welcome/);

      await claim(guest, 'alice');
      await guest.follow('Get a code by e-mail or text message');
      await guest.press('By text message');
      await guest.arrivesAt('Check your e-mail and text messages');
      await guest.type('Security code', await codeTo(latchkey, BRITISH));
      await guest.press('Continue');
      expect(await guest.text()).not.toContain('That code is not right.');
      const texts = latchkey.mailbox.messages().filter(({ to }) => to === BRITISH || to === AMERICAN);
      expect(texts.some(({ text }) => text.includes('password was changed'))).toBe(true);
    });
  },
  JOURNEY_MS,
);
