import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { JOURNEY_MS, running } from '../journeys/running.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { anEvent } from '../support/stored-records.ts';
import { atConsole, type AtConsole } from './at-console.ts';

describe.skipIf(!hasBrowser())(
  'an administrator at the console',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    let ada: AtConsole;
    beforeAll(async () => {
      const outside = {
        webhooks: ['service-desk'],
        events: true,
        writableAttributes: ['extensionAttribute7'],
      };
      [browser, latchkey] = await Promise.all([launchBrowser(), running({ policy: { outside } })]);
    });
    afterEach(() => ada.leave());
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

    test('has people found by what they choose, is told what the filter lacks, and sees what it asks for', async () => {
      ada = await atConsole(browser, latchkey, 'ada');
      await ada.goTo('finding-people', 'Finding people');
      await ada.page.getByLabel('By their user name, or by the fields below instead').check();
      await ada.press('Add an attribute');
      await ada.type('Name in Active Directory of attribute 1', 'employeeID');
      await ada.type('Label of attribute 1 in English (en)', 'Staff number');
      await ada.type('LDAP filter', '(&(employeeID=%staff%)(objectClass=user))');
      await ada.reads('There is no field for “staff”. Add one, written the same, or take %staff% out.');
      await ada.reads('The filter never asks for it. Put %employeeID% into it, or remove this.');
      await ada.press('Save to draft');
      await ada.reads(
        /^The filter of the search form has "%staff%", and there is no field for "staff"\. Add/,
      );
      await ada.look('a search form with mistakes');
      await ada.type('LDAP filter', '(employeeID=)');
      await ada.page.keyboard.press('ArrowLeft');
      await ada.page.getByRole('button', { name: 'Insert %employeeID%' }).click();
      expect(await ada.page.getByLabel('LDAP filter', { exact: true }).inputValue()).toBe(
        '(employeeID=%employeeID%)',
      );
      await ada.type('Somebody types for employeeID', ' A*(1) ');
      await ada.reads('(employeeID=a\\2a\\281\\29)');
      await ada.press('Save to draft');
      await ada.reads('People may type their name, or fill in these fields instead.');
      await ada.page.getByText('must be put right').first().waitFor({ state: 'detached' });
      await ada.look('a search form without mistakes');
    });

    test('says to whom texts may go, in countries picked by name, and how many', async () => {
      ada = await atConsole(browser, latchkey, 'ada');
      await ada.goTo('text-messages', 'Text messages');
      await ada.set('Send text messages', true);
      for (const country of [/^Germany/, /^United Kingdom/]) await ada.pick('Add a country', country);
      await ada.press('Move United Kingdom up');
      await ada.type('Codes in an hour', '600');
      await ada.reads('Fewer may go out in a day than in an hour. Raise the one, or lower the other.');
      await ada.look('text messages with a budget that cannot be');
      await ada.type('Codes in a day', '20000');
      await ada.press('Save to draft');
      await ada.reads(
        /^Texts may go to numbers of United Kingdom \(GB\) and Germany \(DE\); a number without a country code is taken as one of United Kingdom/,
      );
      await ada.look('text messages');
    });

    test('has something done after a reset, puts a macro right that stands for nothing, and takes it away', async () => {
      ada = await atConsole(browser, latchkey, 'ada');
      await ada.goTo('after-a-change', 'After a change');
      await ada.press('Add a post action');
      await ada.arrivesAt('New post action');
      await ada.type('Name', 'Ticket');
      await ada.page.getByRole('checkbox', { name: /A reset/ }).setChecked(true, { force: true });
      await ada.pick('Endpoint', 'service-desk');
      await ada.type('Text', '%username% has %password%');
      await ada.reads(/^%password% stands for nothing\./);
      await ada.press('Save to draft');
      await ada.arrivesAt('Ticket');
      await ada.reads(/^Post action "Ticket" has "%password%" in its text, which stands for nothing\. Use/);
      await ada.look('a post action with a mistake');
      await ada.type('Text', 'reset: ');
      await ada.page.getByRole('button', { name: 'Insert %username%' }).click();
      await ada.reads('reset: asmith');
      await ada.press('Save to draft');
      await ada.reads(
        /^A signed request with the text .*reset: %username%.* goes to the webhook .*service-desk.*\.$/,
      );
      expect(await ada.page.getByText('must be put right').count()).toBe(0);
      await ada.look('a post action');
      await ada.press('Remove');
      await ada.press('Remove from draft', ada.dialog());
      await ada.arrivesAt('After a change');
      await ada.reads('Nothing is done after a change but to tell the person.');
    });

    test('takes over what somebody froze, sees who did it, and lifts it again', async () => {
      const found = await latchkey.ports.directory.find({ kind: 'account-name', name: 'alice' });
      if (found.kind !== 'one') throw new Error('nobody is called alice');
      const { person } = found.account;
      const at = latchkey.ports.clock.now();
      await latchkey.ports.notes.freeze(person, { at, by: 'person' }, anEvent({ at, person }), []);
      ada = await atConsole(browser, latchkey, 'hugo');
      await ada.goTo('registrations/CORP%5Calice', 'Alice Okafor');
      await ada.reads(/^On hold since .* UTC: they said so themselves/);
      await ada.page.getByRole('button', { name: 'Self-service' }).click();
      await ada.page.getByRole('menuitem', { name: 'Take the freeze over' }).click();
      expect(await ada.dialog().getByRole('button', { name: 'Freeze self-service' }).isDisabled()).toBe(true);
      await ada.type('Reason', 'Her mailbox was taken over');
      await ada.look('freezing');
      await ada.press('Freeze self-service', ada.dialog());
      await ada.reads('Self-service is on hold for them.');
      await ada.press('Close', ada.dialog());
      await ada.reads(/^On hold since .* UTC: the help desk put it there\./);
      await ada.reads(/Her mailbox was taken over/);
      await ada.look('somebody frozen');
      await ada.press('Lift the freeze');
      await ada.type('Reason', 'It is hers again');
      await ada.press('Lift the freeze', ada.dialog());
      await ada.reads('They can help themselves again.');
      await ada.press('Close', ada.dialog());
      await ada.page.getByRole('button', { name: 'Freeze self-service', exact: true }).waitFor();
      expect(await ada.page.getByText('Self-service is on hold').count()).toBe(0);
    });
  },
  JOURNEY_MS,
);
