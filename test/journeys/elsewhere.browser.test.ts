import { randomBytes } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { sambaInstalled } from '../../local/samba/installed.ts';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { guestOf, JOURNEY_MS, running } from './running.ts';
import { somebody } from './somebody.ts';
import { answerAll, claim, codeTo, windowsSays } from './steps.ts';
import { noah, pat } from './travellers.ts';
import { wholeJourney } from './whole-journey.ts';

const dynamodb = inject('dynamodb');

describe.skipIf(!hasBrowser())('a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  // Its absence was told by the set-up of the run.
  describe.skipIf(!sambaInstalled())('before a real Samba AD', () => {
    let latchkey: LocalLatchkey;
    beforeAll(async () => {
      latchkey = await running({ directory: { kind: 'samba' } });
    });
    afterAll(() => latchkey?.stop());

    test(
      'goes the whole journey, without scripts, as somebody with an awkward name and awkward answers',
      async () => {
        const guest = await guestOf(browser, latchkey, { scripts: false });
        await wholeJourney(guest, latchkey, pat);
        await guest.leave();
      },
      JOURNEY_MS,
    );

    test(
      'goes the whole journey with scripts, too',
      async () => {
        const guest = await guestOf(browser, latchkey);
        await wholeJourney(guest, latchkey, noah);
        await guest.leave();
      },
      JOURNEY_MS,
    );

    test(
      'is no way to an administrator’s account, whatever one knows',
      async () => {
        const felix = somebody('fresh.admin');
        const guest = await guestOf(browser, latchkey, { scripts: false });
        await claim(guest, felix.username);
        await guest.press('Get a code by e-mail');
        await expect(codeTo(latchkey, felix.address)).rejects.toThrow('no code came');
        await guest.follow('Try another way');
        await guest.follow('Answer my security questions');
        await answerAll(guest, felix.answers);
        await guest.press('Continue');
        expect(await guest.text()).toContain('We could not confirm it’s you from these answers.');
        expect(await windowsSays(guest, felix.username, felix.password)).toMatch(/^Welcome/);
        await guest.leave();
      },
      JOURNEY_MS,
    );
  });

  describe.skipIf(dynamodb === undefined)('with its central store in DynamoDB', () => {
    let latchkey: LocalLatchkey;
    beforeAll(async () => {
      // An access key id of one's own is a database of one's own.
      const place = dynamodb && { ...dynamodb, accessKeyId: `j${randomBytes(9).toString('hex')}` };
      latchkey = await running({ store: { kind: 'dynamodb', ...(place && { running: place }) } });
    });
    afterAll(() => latchkey?.stop());

    test(
      'goes the whole journey',
      async () => {
        const guest = await guestOf(browser, latchkey);
        await wholeJourney(guest, latchkey, noah);
        await guest.leave();
      },
      JOURNEY_MS,
    );

    test(
      'goes the whole journey without scripts, too',
      async () => {
        const guest = await guestOf(browser, latchkey, { scripts: false });
        await wholeJourney(guest, latchkey, pat);
        await guest.leave();
      },
      JOURNEY_MS,
    );
  });
});
