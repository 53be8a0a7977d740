import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { SECOND_DOMAIN } from '../../local/people.ts';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { JOURNEY_MS, running } from '../journeys/running.ts';
import { member } from '../journeys/somebody.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { atConsole, type AtConsole } from './at-console.ts';

const THE_ONE_THING = 'The one thing to put right first';

describe.skipIf(!hasBrowser())(
  'a person at the console',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    let hugo: AtConsole;
    beforeAll(async () => {
      [browser, latchkey] = await Promise.all([launchBrowser(), running()]);
    });
    afterEach(() => hugo.leave());
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

    test.each([
      ['dawit', 'Dawit Tesfaye', /^The account is disabled\. .*Enable-ADAccount 'dawit'$/],
      ['noah', 'Noah Adeyemi', /^Nothing has been registered, .*remind 'CORP\\noah'$/],
      ['anna.admin', 'Anna Kowalska (Admin)', /^The account is privileged, .* \(adminCount\)/],
      ['chen', 'Chen Wei (Contractor)', /^Entry 1 of the block list blocks it through the group/],
    ])('who could not help themselves is told why: %s', async (username, displayName, says) => {
      hugo = await atConsole(browser, latchkey, 'hugo');
      await hugo.goTo(`registrations/CORP%5C${username}`, displayName);
      await hugo.reads('Nothing works');
      await hugo.reads(THE_ONE_THING);
      await hugo.reads(says);
      expect(await hugo.page.getByText(says).count(), 'told once').toBe(1);
      expect(await hugo.page.getByText('Would not work, for the reason above.').count()).toBe(2);
      await hugo.look(`${username}, explained`);
    });

    test('who is locked out could unlock the account, and is seen unlocked when looked at again', async () => {
      hugo = await atConsole(browser, latchkey, 'hugo');
      await hugo.goTo('registrations/CORP%5Cbob', 'Bob Lindqvist');
      await hugo.reads('All works');
      await hugo.reads('They could unlock the account now.');
      await hugo.reads('They could set a new password now; that unlocks too.');
      await hugo.reads(/^It is locked since .* UTC, until .* UTC\.$/);
      expect(await hugo.page.getByText(THE_ONE_THING).count()).toBe(0);
      await hugo.look('bob, explained');
      latchkey.directory.lookAlike?.arrange('bob', { locked: false });
      await hugo.press('Look again');
      await hugo.reads('It is not locked.');
    });

    test('is explained by what they type, also where people may not type that', async () => {
      hugo = await atConsole(browser, latchkey, 'hugo');
      await hugo.goTo('registrations', 'Registrations');
      await hugo.look('registrations with what somebody types');
      await hugo.type('Explain what somebody types', member('obrien').mail ?? '');
      await hugo.press('Explain');
      await hugo.arrivesAt("O'Brien, Pat (Ext) #1");
      await hugo.reads(/^Whoever types .*pat\.obrien@corp\.example\.test.* is not found here/);
      await hugo.look('somebody found by what people may not type');
      await hugo.follow('Back to all registrations');
      await hugo.arrivesAt('Registrations');
      await hugo.type('Explain what somebody types', 'nobody.at.all');
      await hugo.page.keyboard.press('Enter');
      await hugo.arrivesAt('nobody.at.all');
      await hugo.reads('Nobody answers to “nobody.at.all”');
      await hugo.reads(/^No account answers to .*nobody\.at\.all.*\. It was looked for as a user name/);
      await hugo.look('nobody, explained');
      await hugo.goTo('registrations/a%5Cb%5Cc', 'a\\b\\c');
      await hugo.reads(/^That can name nobody\./);
    });
  },
  JOURNEY_MS,
);

describe.skipIf(!hasBrowser())(
  'two domains at the console',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    let ada: AtConsole;
    beforeAll(async () => {
      const directory = { kind: 'embedded', secondDomain: true } as const;
      [browser, latchkey] = await Promise.all([launchBrowser(), running({ directory })]);
    });
    afterEach(() => ada.leave());
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

    test('name both accounts that answer to what somebody types, and what to change', async () => {
      ada = await atConsole(browser, latchkey, 'ada');
      const shared = 'front.desk@nord.example.test';
      await ada.goTo('user-configurations', 'User configurations');
      await ada.type('User', shared);
      await ada.press('Preview match');
      await ada.reads(`Nobody is found by “${shared}”`);
      await ada.follow('See which it is, and what to do');
      await ada.arrivesAt(shared);
      await ada.reads(`More than one account answers to “${shared}”`);
      await ada.reads(
        /names more than one account: NORD\\leif and NORD\\ragna\. To people it names nobody\./,
      );
      await ada.reads(/^Change the user principal name or the mail attribute of all but one of them/);
      await ada.look('two accounts that answer to one claim');
      await ada.follow('NORD\\ragna');
      await ada.arrivesAt('Ragna Vik');
    });

    test('are looked at together, and shown one by one', async () => {
      ada = await atConsole(browser, latchkey, 'ada');
      latchkey.directories[1]?.lookAlike?.arrange(SECOND_DOMAIN.resetter.username, { disabled: true });
      await ada.goTo('health', 'Health');
      await ada.press('Look now');
      await ada.reads('The doctor has looked at every domain. 1 thing is broken.');
      await ada.reads('Domain CORP');
      await ada.look('health of two domains');
      await ada.goTo('domains', 'Domains');
      expect(await ada.rows('Domains')).toEqual([
        expect.stringMatching(/^CORP Nothing is wrong\./),
        expect.stringMatching(/^NORD 1 thing is broken\./),
      ]);
      await ada.follow('NORD');
      await ada.arrivesAt('Domain NORD');
      await ada.reads(`Enable-ADAccount -Identity '${SECOND_DOMAIN.resetter.username}'`);
    });
  },
  JOURNEY_MS,
);
