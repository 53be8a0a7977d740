import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aUserConfiguration, offered } from '../support/configured.ts';
import { NARROW } from '../support/inspector.ts';
import { openIdProviderHere, type OpenIdProviderHere } from '../support/openid-provider.ts';
import { anEvent } from '../support/stored-records.ts';
import { visitorAt, type Visitor } from '../support/visitor.ts';
import { JOURNEY_MS, running } from './running.ts';
import { somebody } from './somebody.ts';
import { claim, signIn } from './steps.ts';

const alice = somebody('alice');
const METHOD = 'Sign in with another account';
const GO = 'Go to the sign-in';

describe.skipIf(!hasBrowser())('an account at a real OpenID provider', () => {
  let browser: Browser;
  let provider: OpenIdProviderHere;
  let latchkey: LocalLatchkey;
  beforeAll(async () => {
    provider = await openIdProviderHere();
    const { issuer, clientId } = provider;
    latchkey = await running({
      basePath: '/prod',
      outside: { identityProvider: { issuer, clientId } },
      policy: { outside: { identityProvider: issuer } },
    });
    provider.open(['/recover', '/enroll'].map((path) => latchkey.url(`${path}/openid-connect/return`)));
    await switchedOn(latchkey);
    browser = await launchBrowser();
  }, JOURNEY_MS);
  afterAll(async () => {
    await browser?.close();
    await latchkey?.stop();
    await provider?.stop();
  });

  const visitor = async (scripts = true): Promise<Visitor> => {
    const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: NARROW, locale: 'en' });
    return visitorAt(await context.newPage(), latchkey.url);
  };
  /** Goes there, signs in as somebody, and is led back. */
  const signInThere = async ({ page }: Visitor, account: string): Promise<void> => {
    await page.getByRole('link', { name: GO }).click();
    await page.getByLabel('Account').fill(account);
    await page.getByRole('button', { name: 'Sign in there' }).click();
  };

  test(
    'is linked by who signed in, and then unlocks: with scripts and without',
    async () => {
      const alices = await visitor();
      await signIn(alices, alice);
      await alices.arrivesAt('Your ways to prove it’s you');
      await alices.follow(/^Set up Linked account/);
      await signInThere(alices, 'alice-there');
      await alices.arrivesAt('You are set up');

      for (const scripts of [true, false]) {
        const guest = await visitor(scripts);
        await claim(guest, alice.username);
        await guest.follow(METHOD);
        await signInThere(guest, 'alice-there');
        if (!scripts) await guest.press('Continue');
        await guest.arrivesAt('Thank you, we know it’s you');
        if (!scripts) continue;
        // The code is gone from the address and the history: going back sends nothing twice.
        await guest.page.goBack();
        expect(guest.page.url()).not.toContain('code=');
      }
    },
    JOURNEY_MS,
  );

  test(
    'is another one: refused; and what belongs to another flow, too',
    async () => {
      const mallory = await visitor();
      await claim(mallory, alice.username);
      await mallory.follow(METHOD);
      await signInThere(mallory, 'mallory-there');
      await mallory.arrivesAt(METHOD);
      expect(await mallory.text()).toContain('We could not confirm it’s you from this sign-in.');

      // Without scripts Alice stays on the page that she was led back to; its address is put into Mallory's browser.
      const alices = await visitor(false);
      await claim(alices, alice.username);
      await alices.follow(METHOD);
      await signInThere(alices, 'alice-there');
      await alices.arrivesAt('One more moment');
      await mallory.page.goto(alices.page.url());
      await mallory.arrivesAt(METHOD);
      expect(await mallory.text()).toContain('The sign-in was not finished here.');
      // Nothing of it was used up by that.
      await alices.press('Continue');
      await alices.arrivesAt('Thank you, we know it’s you');
    },
    JOURNEY_MS,
  );
});

/** Publishes a version in which a sign-in elsewhere is all it takes. */
async function switchedOn({ ports, configuration }: LocalLatchkey): Promise<void> {
  const { document } = configuration;
  const published = await ports.configuration.publish(
    {
      ...configuration,
      version: configuration.version + 1,
      document: {
        ...document,
        methods: { ...document.methods, 'openid-connect': { on: true, acr: [], amr: ['mfa'] } },
        userConfigurations: [
          aUserConfiguration('everyone', {
            actions: { unlock: offered(['openid-connect']), reset: offered(['openid-connect']) },
          }),
        ],
      },
    },
    anEvent({}),
  );
  if (!published) throw new Error('the configuration was not published');
}
