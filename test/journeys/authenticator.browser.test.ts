import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { configurationOf } from '../../domain/policy/configuration.ts';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aUserConfiguration, offered } from '../support/configured.ts';
import { shownBy } from '../support/own-things.ts';
import { anEvent } from '../support/stored-records.ts';
import { type Guest, guestOf, JOURNEY_MS, running } from './running.ts';
import { somebody } from './somebody.ts';
import { claim, saveNewPassword, signIn, windowsSays } from './steps.ts';

const MINUTE = 60_000;

/** Puts a configuration in force that asks for an app and a recovery code, and knows browsers again. */
async function askForOwnThings({ ports }: LocalLatchkey): Promise<void> {
  const current = await ports.configuration.current();
  const { document } = current;
  const rule = offered(['authenticator-app', 'recovery-code'], ['previous-authentication']);
  const next = {
    ...current,
    version: current.version + 1,
    document: {
      ...document,
      methods: {
        ...document.methods,
        'authenticator-app': { on: true, setUp: 'forced' as const },
        'recovery-code': { on: true },
        'previous-authentication': { on: true, days: 30 },
      },
      userConfigurations: [aUserConfiguration('everyone', { actions: { unlock: rule, reset: rule } })],
    },
  };
  const event = anEvent({ at: ports.clock.now() });
  if (!(await ports.configuration.publish(configurationOf(next, next), event)))
    throw new Error('not published');
}

const copied = (guest: Guest): Promise<string[]> => guest.page.locator('.copied').allInnerTexts();

/** Lets time go on, so that an app shows another code. */
const wait = (): void => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + MINUTE });

/** Signs in, and sets up what is asked for; answers the app's secret and the recovery codes. */
async function setUp(guest: Guest, username: string) {
  await signIn(guest, somebody(username));
  await guest.arrivesAt('Set up an authenticator app');
  await guest.press('Start');
  const picture = guest.page.getByRole('img', { name: /^QR code/ });
  expect((await picture.boundingBox())?.width).toBeGreaterThan(180);
  const [key = ''] = await copied(guest);
  const secret = key.replaceAll(' ', '');
  await guest.type('Code from the app', shownBy(secret, Date.now()).replace(/^.../, '$& '));
  await guest.press('Save app');
  await guest.arrivesAt('Your ways to prove it’s you');
  await guest.follow(/^Set up Saved recovery codes/);
  await guest.press('Make 10 new codes');
  await guest.arrivesAt('Your recovery codes');
  const codes = await copied(guest);
  expect(codes).toHaveLength(10);
  await guest.follow('I have kept them');
  return { secret, codes };
}

async function proveByApp(guest: Guest, secret: string): Promise<void> {
  await guest.follow('Use my authenticator app');
  await guest.type('Code from the app', shownBy(secret, Date.now()));
  await guest.press('Continue');
}

async function proveBySavedCode(guest: Guest, code: string): Promise<void> {
  await guest.follow('Use a saved recovery code');
  await guest.type('Recovery code', code);
  await guest.press('Continue');
}

describe.skipIf(!hasBrowser())(
  'what people keep themselves',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    beforeAll(async () => {
      [browser, latchkey] = await Promise.all([launchBrowser(), running()]);
      await askForOwnThings(latchkey);
    });
    afterEach(() => void vi.useRealTimers());
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

    test('an app, codes on paper and a browser are set up once, and get somebody back in once', async () => {
      const guest = await guestOf(browser, latchkey);
      const { secret, codes } = await setUp(guest, 'alice');
      await guest.follow(/^Set up Remembered browser/);
      await guest.press('Remember this browser');
      await guest.open('/enroll/methods');
      expect(await guest.text()).toContain('10 unused codes');
      await guest.press('Sign out');
      wait();

      await claim(guest, 'alice');
      await guest.follow('Use this browser');
      await guest.press('Use this browser');
      await guest.arrivesAt('One more check');
      await proveByApp(guest, secret);
      await guest.arrivesAt('One more check');
      await proveBySavedCode(guest, codes[0]?.toLowerCase() ?? '');
      await guest.arrivesAt('Thank you, we know it’s you');
      await guest.follow('Create a new password');
      await saveNewPassword(guest, 'Cinnamon-Ladder-Sky-5');
      await guest.arrivesAt('Your password has been changed');
      expect(await windowsSays(guest, 'alice', 'Cinnamon-Ladder-Sky-5')).toMatch(/^Welcome/);

      // Whoever looked over the shoulder comes too late, with either code and from another browser.
      const thief = await guestOf(browser, latchkey);
      await claim(thief, 'alice');
      await thief.follow('Use this browser');
      await thief.press('Use this browser');
      expect(await thief.text()).toContain('This browser can’t be used to prove it’s you.');
      await thief.open('/recover/methods');
      await proveByApp(thief, secret);
      expect(await thief.text()).toContain('That code is not right.');
      await thief.open('/recover/methods');
      await proveBySavedCode(thief, codes[0] ?? '');
      expect(await thief.text()).toContain('That code is not right, or it was used before.');
      await thief.leave();
      await guest.leave();
    });

    test('all of it works without scripts', async () => {
      const guest = await guestOf(browser, latchkey, { scripts: false });
      const { secret, codes } = await setUp(guest, 'victor');
      wait();
      await claim(guest, 'victor');
      await proveBySavedCode(guest, codes[9] ?? '');
      await guest.arrivesAt('One more check');
      await proveByApp(guest, secret);
      await guest.arrivesAt('Thank you, we know it’s you');
      await guest.leave();
    });
  },
  JOURNEY_MS,
);
