import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { JOURNEY_MS, running } from '../journeys/running.ts';
import { somebody } from '../journeys/somebody.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { atConsole, type AtConsole } from './at-console.ts';
import { callingAs } from './calling-as.ts';

describe.skipIf(!hasBrowser())(
  'the console',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    let here: AtConsole | undefined;
    const enter = async (username: string): Promise<AtConsole> => {
      here = await atConsole(browser, latchkey, username);
      return here;
    };
    beforeAll(async () => {
      const policy = { emailCode: { addresses: 'confirmed-or-directory' } } as const;
      [browser, latchkey] = await Promise.all([launchBrowser(), running({ policy })]);
    });
    afterEach(() => here?.leave());
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

    test('says on the overview what is set up, what is left, what is risky, and how many are registered', async () => {
      const { byStatus, looked } = await (
        await callingAs(latchkey, 'ada')
      ).call('GET /api/admin/registrations/counts');
      const ada = await enter('ada');
      await ada.goTo('overview', 'Overview');
      await ada.reads(`${looked} people counted`);
      await ada.reads(/Codes may go to Active Directory's mail attribute\./);
      await ada.reads('(6 of 7 done)');
      await ada.reads(/No native speaker has read this yet: .*German/);
      expect(await ada.rows('People by registration')).toEqual([
        `Registered ${byStatus['registered']}`,
        'Partly registered 0',
        'Out of date 0',
        `Never registered ${byStatus['never']}`,
        `Nothing offered ${byStatus['not-offered']}`,
        `Blocked ${byStatus['blocked']}`,
        `Protected account ${byStatus['protected']}`,
      ]);
      expect(await ada.rows('Coverage by user configuration')).toEqual([
        expect.stringMatching(`^Everyone ${byStatus['registered']} 0 0 ${byStatus['never']} \\d+ %$`),
      ]);
      await ada.reads('Version 0');
      await ada.look('overview');
      await ada.follow('Go to Languages');
      await ada.arrivesAt('Languages');
      await ada.goTo('overview', 'Overview');
      await ada.follow(`Never registered: ${byStatus['never']}`);
      await ada.arrivesAt('Registrations');
      await ada.reads(`${looked} looked at, ${byStatus['never']} shown. This is all.`);
    });

    test('adds the counts of all pages up, tells when it stopped half-way, and counts again', async () => {
      const hugo = await enter('hugo');
      const { page } = hugo;
      await page.route('**/api/admin/registrations/counts*', async (route) => {
        const [url = '', query] = route.request().url().split('?');
        if (query === 'cursor=third') return route.abort();
        const response = await route.fetch({ url });
        const next = query === undefined ? 'second' : 'third';
        return route.fulfill({ response, json: { ...((await response.json()) as object), next } });
      });
      await hugo.goTo('registrations', 'Registrations');
      await hugo.goTo('overview', 'Overview');
      await hugo.reads(/Counting stopped after 68 people/);
      expect(await page.getByText('is to be done').count()).toBe(0);
      await hugo.look('overview that was counted half-way');
      await page.unroute('**/api/admin/registrations/counts*');
      await hugo.press('Count again');
      await hugo.reads('34 people counted');
      expect((await hugo.rows('People by registration'))[0]).toBe('Registered 19');
    });

    test('narrows the report by what stands in the address, and widens it again', async () => {
      const hugo = await enter('hugo');
      await hugo.goTo('registrations', 'Registrations');
      await hugo.reads('34 looked at, 34 shown. This is all.');
      await hugo.look('registrations');
      await hugo.pick('Status', 'Never registered');
      await hugo.reads('34 looked at, 3 shown. This is all.');
      expect(hugo.page.url()).toMatch(/#\/registrations\?status=never$/);
      await hugo.find('Under OU', 'Servers', /OU=Servers/);
      await hugo.reads('No one matches the filter.');
      await hugo.look('registrations without a match');
      await hugo.press('Clear filter');
      await hugo.reads('34 looked at, 34 shown. This is all.');
      expect(hugo.page.url()).toMatch(/#\/registrations$/);
      await hugo.goTo('registrations?since=2001-01-01&before=2002-01-01&status=nonsense', 'Registrations');
      await hugo.reads('No one matches the filter.');
      await hugo.goTo('registrations?under=nonsense', 'Registrations');
      await hugo.reads('The directory has no such OU. Choose another one, or clear the filter.');
      await hugo.look('registrations under no OU');
      await hugo.goTo('registrations?status=registered&since=2999-01-01', 'Registrations');
      await hugo.reads('No one matches the filter.');
    });

    test('says what to do when a page does not come, keeps what came, and goes on', async () => {
      const hugo = await enter('hugo');
      let asked = 0;
      const limited = '**/api/admin/registrations?*';
      await hugo.page.route('**/api/admin/registrations', (route) =>
        route.continue({ url: `${route.request().url()}?limit=8` }),
      );
      await hugo.page.route(limited, (route) => {
        asked += 1;
        return asked === 2 ? route.abort() : route.continue({ url: `${route.request().url()}&limit=8` });
      });
      await hugo.goTo('registrations', 'Registrations');
      await hugo.reads('People could not be loaded');
      await hugo.reads('16 looked at, 16 shown.');
      await hugo.look('registrations that came half-way');
      await hugo.press('Try again');
      await hugo.reads('34 looked at, 34 shown. This is all.');
      expect(await hugo.rows('People')).toHaveLength(34);
      await hugo.page.unrouteAll();
    });

    test('exports everybody who passes the filter, over all pages, safe for a spreadsheet', async () => {
      const ines = await enter('ines');
      await ines.page.route('**/api/admin/registrations?*', (route) =>
        route.continue({ url: route.request().url().replace('limit=500', 'limit=7') }),
      );
      await ines.goTo('registrations?status=registered', 'Registrations');
      await ines.reads(/looked at, 19 shown/);
      expect(await ines.page.getByRole('checkbox').count()).toBe(0);
      expect(await ines.page.getByRole('button', { name: 'Revoke' }).count()).toBe(0);
      const [saved] = await Promise.all([ines.page.waitForEvent('download'), ines.press('Export CSV')]);
      expect(saved.suggestedFilename()).toMatch(/^registrations-\d{4}-\d\d-\d\d\.csv$/);
      const text = await readFile(await saved.path(), 'utf8');
      const [head, ...rows] = text.replace(/^\ufeff/, '').split('\r\n');
      expect(head).toBe(
        'name,display name,status,user configuration,methods,changed,good until,distinguished name',
      );
      expect(rows.filter((row) => row !== '')).toHaveLength(19);
      expect(text).toContain(`CORP\\obrien,"O'Brien, Pat (Ext) #1",registered,everyone,`);
      expect(text).toContain('CORP\\hanako,山田 花子,');
      await ines.reads(/holds 19 people\./);
      await ines.look('registrations that an auditor exported');
      await ines.page.unrouteAll();
    });

    test('takes away what two people registered, with a reason, tells what came of each, and they are told', async () => {
      const hugo = await enter('hugo');
      await hugo.goTo('registrations', 'Registrations');
      await hugo.set('Pick CORP\\lena', true);
      await hugo.set('Pick CORP\\noah', true);
      await hugo.look('registrations with two people picked');
      await hugo.press('Revoke');
      await hugo.reads('Remove 2 people’s recovery set-up?');
      await hugo.reads(/They will not be able to unlock or reset by themselves until they set it up again\./);
      expect(await hugo.dialog().getByRole('button', { name: 'Remove set-up' }).isDisabled()).toBe(true);
      await hugo.type('Reason', 'Lost her phone <1> & "2"');
      await hugo.look('revoking');
      const revoke = '**/api/admin/registrations/revoke';
      await hugo.page.route(revoke, (route) => route.abort());
      await hugo.press('Remove set-up', hugo.dialog());
      await hugo.reads(/The service could not be reached\. .* not done twice/);
      await hugo.look('revoking that failed');
      await hugo.page.unroute(revoke);
      await hugo.press('Remove set-up', hugo.dialog());
      await hugo.reads('Nothing was registered, so nothing was removed.');
      expect(await hugo.rows('What came of it')).toEqual([
        'CORP\\lena Lena Fischer Removed.',
        'CORP\\noah Noah Adeyemi Nothing was registered, so nothing was removed.',
      ]);
      await hugo.look('revoked');
      await hugo.press('Close', hugo.dialog());
      await hugo.reads('34 looked at, 34 shown. This is all.');
      expect((await hugo.rows('People')).find((row) => row.startsWith('CORP\\lena'))).toMatch(
        /Never registered/,
      );
      await latchkey.runSender();
      const { address } = somebody('lena');
      expect(latchkey.mailbox.messages().filter(({ to }) => to === address)).toHaveLength(1);
    });

    test('shows one person with what happened last, reminds them once a day, and leads to the trail', async () => {
      const hugo = await enter('hugo');
      await hugo.goTo('registrations?status=never', 'Registrations');
      await hugo.find('Find one person', 'Noah', /noah/);
      await hugo.arrivesAt('Noah Adeyemi');
      await hugo.reads('Everyone: it is for everyone');
      await hugo.reads('Nothing has happened to them yet.');
      await hugo.look('a person');
      for (const said of ['A reminder is on its way.', 'Was reminded today already. Try again tomorrow.']) {
        await hugo.press('Send reminder');
        await hugo.reads('Remind Noah Adeyemi?');
        await hugo.press('Send reminder', hugo.dialog());
        await hugo.reads(said);
        await hugo.press('Close', hugo.dialog());
        await hugo.dialog().waitFor({ state: 'hidden' });
      }
      await hugo.reads('Was reminded by e-mail to register.');
      await hugo.look('a person who was reminded');
      await hugo.follow('Search the trail');
      await hugo.arrivesAt('Trail');
      await hugo.reads('Was reminded by e-mail to register.');
      await hugo.goTo('registrations/CORP%5Cchen', 'Chen Wei (Contractor)');
      await hugo.reads(/blocks it through the group “CORP\\Contractors”/);
      await hugo.look('a person who is blocked');
      await hugo.goTo('registrations/nobody.at.all', 'nobody.at.all');
      await hugo.reads('Nobody answers to “nobody.at.all”');
      await hugo.look('nobody');
      await hugo.follow('Back to all registrations');
      await hugo.arrivesAt('Registrations');
    });
  },
  JOURNEY_MS,
);
