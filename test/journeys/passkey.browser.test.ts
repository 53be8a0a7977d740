import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configurationOf } from '../../domain/policy/configuration.ts';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aUserConfiguration, offered } from '../support/configured.ts';
import { anEvent } from '../support/stored-records.ts';
import { type Guest, guestOf, JOURNEY_MS, running } from './running.ts';
import { somebody } from './somebody.ts';
import { claim, lockOut, signIn } from './steps.ts';

/** Somebody at a browser with an authenticator in it, which they touch whenever it asks. */
interface Keyholder extends Guest {
  /** Whether it knows the finger from now on. */
  verified(known: boolean): Promise<void>;
  /** What it keeps. */
  credentials(): Promise<readonly object[]>;
}

async function keyholder(browser: Browser, latchkey: LocalLatchkey): Promise<Keyholder> {
  const guest = await guestOf(browser, latchkey, { seenByAxe: new Set() });
  const cdp = await guest.page.context().newCDPSession(guest.page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    ...guest,
    verified: async (known) => {
      await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: known });
    },
    credentials: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  };
}

/** Puts a configuration in force under which a passkey is what everybody must prove themselves with. */
async function requirePasskeys({ ports }: LocalLatchkey): Promise<void> {
  const current = await ports.configuration.current();
  const { document } = current;
  const rule = offered(['passkey']);
  const next = {
    ...current,
    version: current.version + 1,
    document: {
      ...document,
      methods: { ...document.methods, passkey: { on: true } },
      userConfigurations: [aUserConfiguration('everyone', { actions: { unlock: rule, reset: rule } })],
    },
  };
  const event = anEvent({ at: ports.clock.now() });
  if (!(await ports.configuration.publish(configurationOf(next, next), event)))
    throw new Error('not published');
}

async function makePasskey(guest: Keyholder, username: string, name: string): Promise<void> {
  await signIn(guest, somebody(username));
  await guest.arrivesAt('Your ways to prove it’s you');
  await guest.follow(/^(Set up|Change) Passkey/);
  await guest.arrivesAt('Passkeys and security keys');
  await guest.type('Name (optional)', name);
  await guest.press('Create a passkey');
  await guest.arrivesAt('You are set up');
}

async function useOf(guest: Guest, username: string): Promise<void> {
  await claim(guest, username);
  await guest.follow('Use a passkey or security key');
  await guest.arrivesAt('Use your passkey or security key');
}

describe.skipIf(!hasBrowser())(
  'a passkey',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    let guest: Keyholder;
    beforeAll(async () => {
      [browser, latchkey] = await Promise.all([launchBrowser(), running()]);
      await requirePasskeys(latchkey);
      guest = await keyholder(browser, latchkey);
      await makePasskey(guest, 'alice', 'my telephone');
    }, JOURNEY_MS);
    afterAll(async () => {
      await guest?.leave();
      await Promise.all([browser?.close(), latchkey?.stop()]);
    });

    test('is made once: its authenticator keeps no two of one person', async () => {
      await guest.open('/enroll/passkey');
      expect(await guest.text()).toContain('my telephone');
      await guest.page.getByRole('button', { name: 'Create a passkey' }).click();
      await guest.page.getByRole('status').filter({ hasText: 'set up already' }).waitFor();
      expect(await guest.credentials()).toHaveLength(1);
    });

    test('unlocks an account with a touch, but not before its owner is there', async () => {
      await lockOut(guest, 'alice');
      await useOf(guest, 'alice');
      await guest.verified(false);
      await guest.page.getByRole('button', { name: 'Use my passkey' }).click();
      await guest.page.getByRole('status').filter({ hasText: 'Nothing has been counted' }).waitFor();
      await guest.verified(true);
      await guest.press('Use my passkey');
      await guest.arrivesAt('Thank you, we know it’s you');
      await guest.press('Unlock my account');
      await guest.arrivesAt('Your account is unlocked');
      expect(latchkey.directory.lookAlike?.person('alice')?.locked).toBe(false);
    });

    test('of somebody else proves nothing', async () => {
      await useOf(guest, 'sofia');
      await guest.press('Use my passkey');
      await guest.arrivesAt('Use your passkey or security key');
      expect(await guest.text()).toContain('We could not confirm it’s you with this passkey');
    });

    test('is not asked for without scripts: another way is offered', async () => {
      const plain = await guestOf(browser, latchkey, { scripts: false });
      await useOf(plain, 'alice');
      expect(await plain.text()).toContain('does not work in this browser');
      expect(await plain.page.locator('main').getByRole('button').count()).toBe(0);
      await plain.follow('Try another way');
      await plain.arrivesAt('Choose how to prove it’s you');
      await plain.leave();
    });
  },
  JOURNEY_MS,
);
