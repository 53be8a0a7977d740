import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { JOURNEY_MS, running } from '../journeys/running.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { atConsole, type AtConsole } from './at-console.ts';
import { discardDraftOf } from './discard-draft.ts';

describe.skipIf(!hasBrowser())(
  'an administrator at the console',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    let ada: AtConsole;
    beforeAll(async () => {
      [browser, latchkey] = await Promise.all([launchBrowser(), running()]);
    });
    beforeEach(async () => {
      await discardDraftOf(latchkey, 'ada');
      ada = await atConsole(browser, latchkey, 'ada');
    });
    afterEach(() => ada.leave());
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

    test('writes a user configuration for a group, is told what is there already, and reads it in plain words', async () => {
      await ada.goTo('user-configurations', 'User configurations');
      await ada.look('user configurations');
      await ada.press('Create a user configuration');
      await ada.arrivesAt('New user configuration');
      await ada.look('new user configuration');
      await ada.press('Save to draft');
      await ada.reads('Give it a name.');
      await ada.type('Name', 'Sales & “Märkte”');
      expect(await ada.page.getByLabel('Id', { exact: true }).inputValue()).toBe('sales-markte');
      await ada.find('Groups to include', 'Sales', /^CORP\\Sales-EMEA/);
      await ada.find('Groups to include', 'Sales', /^CORP\\Sales-EMEA/);
      await ada.reads('Group CORP\\Sales-EMEA is already in this user configuration, under Include.');
      await ada.find('Groups to exclude', 'Sales', /^CORP\\Sales-EMEA/);
      await ada.reads('Group CORP\\Sales-EMEA is already in this user configuration, under Include.');
      await ada.find('Groups to exclude', 'Contr', /Contractors/);
      await ada.reads(/Group CORP\\Contractors is on the block list too \(“As deployed”\)/);
      expect(await ada.page.getByText(/block-?list/i).count()).toBe(1);
      await ada.find('Users to include', 'hana', /hanako/);
      await ada.find('OUs to include', 'Sales', /OU=Sales/);
      await ada.type('LDAP filter to include by', '(department=Sales');
      await ada.look('user configuration with everything in it');
      await ada.press('Save to draft');
      await ada.arrivesAt('Sales & “Märkte”');
      await ada.reads('One thing must be put right');
      await ada.reads(/The filter of user configuration "Sales & “Märkte”" can't be read/);
      await ada.look('user configuration with a mistake');
      await ada.type('LDAP filter to include by', '(department=Sales)');
      await ada.press('Save to draft');
      await ada.reads(
        /It applies to CORP\\hanako, members of CORP\\Sales-EMEA, everyone under OU=Sales,.* and everyone found by the filter \(department=Sales\), but not to members of CORP\\Contractors\./,
      );
      await ada.reads('You have unpublished changes');
      await ada.look('user configuration, saved');
    });
  },
  JOURNEY_MS,
);
