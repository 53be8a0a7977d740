import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ConfigurationDocument } from '../../client/client.ts';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { JOURNEY_MS, running } from '../journeys/running.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { atConsole, type AtConsole } from './at-console.ts';
import { callingAs, publishAs } from './calling-as.ts';
import { discardDraftOf } from './discard-draft.ts';

const NOT_THERE = /: status 404$/;

const withHelpLine =
  (en: string) =>
  (now: ConfigurationDocument): ConfigurationDocument => ({
    ...now,
    branding: { ...now.branding, helpLine: { en } },
  });

describe.skipIf(!hasBrowser())(
  'the console',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    let here: AtConsole | undefined;
    const enter = async (username: string, meant?: RegExp): Promise<AtConsole> => {
      here = await atConsole(browser, latchkey, username, meant);
      return here;
    };
    const choose = (at: AtConsole, name: string, text: string | Buffer) =>
      at.page
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    beforeAll(async () => {
      [browser, latchkey] = await Promise.all([launchBrowser(), running()]);
    });
    beforeEach(() => discardDraftOf(latchkey, 'ada'));
    afterEach(() => here?.leave());
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

    test('finds the events of a reference at once, of a person and of a kind, and shows all of one', async () => {
      const { call } = await callingAs(latchkey, 'ines');
      const { events } = await call('GET /api/admin/trail', { query: { kinds: 'method-registered' } });
      const { reference = '', name = '' } = events.find((event) => event.name === 'CORP\\victor') ?? {};
      const ines = await enter('ines', NOT_THERE);
      await ines.goTo('trail', 'Trail');
      await ines.reads('This is all.');
      await ines.look('trail');
      await ines.type('Reference', ` ${reference.toLowerCase()} `);
      await ines.page.keyboard.press('Enter');
      await ines.page.getByRole('button', { name: 'Clear filter' }).waitFor();
      await ines.reads('This is all.');
      expect(await ines.rows('Events')).toEqual([
        expect.stringContaining(`${name} Registered security answers.`),
      ]);
      expect(ines.page.url()).toContain(`#/trail?reference=${reference.toLowerCase()}`);
      await ines.page.getByRole('button', { name: /^Details/ }).click();
      await ines.reads('"method": "security-answers"');
      await ines.look('an event');
      await ines.press('Close', ines.dialog());
      await ines.type('Reference', '');
      await ines.type('Person', 'nobody.at.all');
      await ines.press('Search');
      await ines.reads('Nobody in the directory is called “nobody.at.all”.');
      await ines.look('trail of nobody');
      await ines.press('Clear filter');
      await ines.pick('What happened', 'Draft dropped');
      await ines.page.keyboard.press('Escape');
      await ines.type('Before', '2001/01/01');
      await ines.press('Search');
      await ines.reads('No event matches.');
      await ines.look('trail without a match');
      expect(ines.page.url()).toContain('#/trail?to=2001-01-01&kinds=draft-dropped');
    });

    test('loads the trail page by page', async () => {
      const { call } = await callingAs(latchkey, 'ines');
      const [first] = (await call('GET /api/admin/trail', { query: { limit: '1' } })).events;
      if (!first) throw new Error('nothing has happened');
      for (let each = 0; each < 60; each += 1)
        await latchkey.ports.trail.append({
          id: `made-up-${each}`,
          at: Date.now(),
          person: first.person,
          reference: 'MADE-UPS',
          source: '127.0.0.1',
          happening: { kind: 'signed-in' },
        });
      const ines = await enter('ines');
      await ines.goTo('trail?reference=MADE-UPS', 'Trail');
      await ines.press('Load more');
      await ines.reads('This is all.');
      expect(await ines.rows('Events')).toHaveLength(60);
    });

    test('lists every version with its reason, says what each changed, and makes an earlier one the draft', async () => {
      const pavel = await callingAs(latchkey, 'pavel');
      await publishAs(pavel, 'The desk has moved', withHelpLine('Desk, 2nd floor'));
      await publishAs(pavel, 'It has moved again <b>', withHelpLine('Desk, 3rd floor'));
      const ada = await enter('ada', NOT_THERE);
      await ada.goTo('versions', 'Versions');
      await ada.reads('This is all.');
      expect(await ada.rows('Versions')).toEqual([
        expect.stringMatching(/^Version 2 \(in force\) It has moved again <b> CORP\\pavel \d{4}-\d\d-\d\d/),
        expect.stringMatching(/^Version 1 The desk has moved CORP\\pavel \d{4}-\d\d-\d\d/),
        'Version 0 As deployed The deployment As deployed',
      ]);
      await ada.look('versions');
      await ada.follow('Version 2');
      await ada.arrivesAt('Version 2');
      await ada.reads(/Desk, 3rd floor/);
      expect(await ada.page.getByRole('button', { name: 'Restore' }).count()).toBe(0);
      await ada.press('The whole document, as JSON');
      await ada.press('What it says, in plain words');
      await ada.reads('"helpLine": {');
      await ada.look('a version, all of it');
      const [saved] = await Promise.all([ada.page.waitForEvent('download'), ada.press('Download')]);
      expect(saved.suggestedFilename()).toBe('latchkey-version-2.json');
      const kept = JSON.parse(await readFile(await saved.path(), 'utf8')) as ConfigurationDocument;
      expect(kept.branding.helpLine).toEqual({ en: 'Desk, 3rd floor' });
      await ada.goTo('versions/1', 'Version 1');
      await ada.press('Restore');
      await ada.look('restoring a version');
      await ada.press('Make it my draft', ada.dialog());
      await ada.arrivesAt('Review and publish');
      await ada.reads(/Desk, 2nd floor/);
      await ada.goTo('versions/0', 'Version 0');
      await ada.reads('This is what the deployment began with; there was nothing before it.');
      await ada.press('Restore');
      await ada.reads(
        'You have a draft already. It is replaced, and the unpublished changes in it are lost.',
      );
      await ada.press('Make it my draft', ada.dialog());
      await ada.arrivesAt('Review and publish');
      await ada.reads(/020 7946|20 7946 0123/);
      await ada.goTo('versions/99', 'Version 99');
      await ada.reads('There is no version “99”. Choose one of the list.');
      await ada.look('no such version');
    });

    test('says how far each language has come, and offers it, or not, or by default', async () => {
      const ada = await enter('ada');
      await ada.goTo('languages', 'Languages');
      await ada.reads('No native speaker has read this yet');
      await ada.look('languages');
      const row = async (name: string) =>
        (await ada.rows('All languages')).find((each) => each.startsWith(name));
      expect(await row('French')).toMatch(
        /^French \(fr\) 100 % No native speaker has read this yet None Offered/,
      );
      expect(await row('Arabic')).toMatch(/^Arabic \(ar\) 100 % For testing pages only 12 Not offered/);
      await ada.press('Do not offer French');
      await ada.reads('You have unpublished changes');
      expect(await row('French')).toMatch(/Not offered/);
      await ada.press('Make French the default');
      await ada.press('Do not offer English');
      await ada.page.getByRole('button', { name: 'Offer English', exact: true }).waitFor();
      expect(await row('French')).toMatch(/Offered, the default/);
      await ada.reads('To offer it no longer, make another language the default first.');
      expect(await ada.page.getByRole('button', { name: 'Do not offer French' }).count()).toBe(0);
      await ada.look('languages in a draft');
      await ada.follow('Arabic');
      await ada.reads('Questions without text in Arabic');
      expect(await ada.rows('Questions without text in Arabic')).toHaveLength(12);
      await ada.look('a language');
      await ada.goTo('languages/tlh', 'Languages');
      await ada.reads('This version of the product does not speak “tlh”.');
      await ada.look('no such language');
    });

    test('exports what is in force, says where a file is wrong, and makes one the draft', async () => {
      const ada = await enter('ada');
      await ada.goTo('import-export', 'Import and export');
      const [saved] = await Promise.all([
        ada.page.waitForEvent('download'),
        ada.page.getByRole('button', { name: /^Download version \d+, in force$/ }).click(),
      ]);
      const text = await readFile(await saved.path(), 'utf8');
      const document = JSON.parse(text) as ConfigurationDocument;
      await choose(ada, 'same.json', text);
      await ada.reads('Nothing changes.');
      expect(await ada.page.getByRole('button', { name: 'Make this my draft' }).count()).toBe(0);
      await choose(ada, 'broken.json', text.replace('"format": 1,', '"format": 1,\n  "format": 2,'));
      await ada.reads('broken.json was not taken; nothing was changed');
      await ada.reads('This is no valid JSON. Line 3, column 3: The key “format” is in this object twice.');
      await ada.look('a file that is no JSON');
      await choose(ada, 'notepad.json', Buffer.from(text, 'utf16le'));
      await ada.reads('The file is not written in UTF-8. Save it as UTF-8, then choose it again.');
      await choose(ada, 'huge.json', ' '.repeat(1_100_000));
      await ada.reads('The file is larger than 1 MB.');
      const wrong = { ...document, colour: 'red', languages: { default: 'xx', offered: ['en'] } };
      await choose(ada, 'wrong.json', JSON.stringify(wrong));
      await ada.reads('Nothing was changed. Put wrong.json right, then choose it again.');
      await ada.reads('/colour');
      await ada.reads('/languages/default');
      await ada.look('a file with mistakes');
      await choose(ada, 'right.json', JSON.stringify({ ...document, blockList: [] }));
      await ada.reads('What right.json would change');
      await ada.reads('Everybody was looked at');
      await ada.reads(/CORP\\Contractors \(a group\) is blocked for good/);
      await ada.look('a file that changes something');
      await ada.press('Make this my draft');
      await ada.arrivesAt('Review and publish');
      await ada.goTo('import-export', 'Import and export');
      await ada.look('import and export with a draft');
      await choose(ada, 'other.json', JSON.stringify(withHelpLine('Nobody')(document)));
      await ada.press('Make this my draft');
      await ada.reads(/other\.json takes its place, and the unpublished changes in it are lost\./);
      await ada.look('replacing a draft by a file');
      await ada.press('Replace my draft', ada.dialog());
      await ada.arrivesAt('Review and publish');
      await ada.goTo('block-list', 'Block list');
      expect(await ada.rows('Blocked')).toEqual([expect.stringMatching(/Contractors/)]);
    });

    test('lets administrators alone say whose members have which role, once each', async () => {
      const ada = await enter('ada');
      await ada.goTo('access', 'Access');
      await ada.reads(/the administrators’ group that the deployment’s own settings name/);
      await ada.look('access');
      await ada.find('Add a group: Auditors', 'Sales', /^CORP\\Sales-EMEA/);
      await ada.page.getByRole('button', { name: 'Remove CORP\\Sales-EMEA from: Auditors' }).waitFor();
      await ada.find('Add a group: Auditors', 'Sales', /^CORP\\Sales-EMEA/);
      await ada.reads('Group CORP\\Sales-EMEA is in this role already.');
      await ada.look('access with a group twice');
      await ada.press('Remove CORP\\Latchkey Help Desk from: Help desk');
      await ada.reads('No group is named here.');
      await ada.goTo('review', 'Review and publish');
      await ada.reads(/Sales-EMEA/);
      await ada.leave();
      const pavel = await enter('pavel');
      await pavel.goTo('access', 'Access');
      await pavel.reads('Only an administrator may change who has access. Ask one of them.');
      expect(await pavel.page.getByRole('combobox').count()).toBe(0);
      expect(await pavel.page.getByRole('link', { name: 'Trail' }).count()).toBe(0);
      await pavel.look('access, read by a policy editor');
    });
  },
  JOURNEY_MS,
);
