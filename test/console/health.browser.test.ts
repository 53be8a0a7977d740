import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { JOURNEY_MS, running } from '../journeys/running.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { anExamination } from '../support/stored-health.ts';
import { atConsole, type AtConsole } from './at-console.ts';

const DAY_MS = 86_400_000;
const RESETTER = 'svc-latchkey-reset';
const READER = 'svc-latchkey-read';

describe.skipIf(!hasBrowser())(
  'the health of the demonstration domain',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    let here: AtConsole | undefined;
    const enter = async (username: string): Promise<AtConsole> => {
      here = await atConsole(browser, latchkey, username);
      return here;
    };
    const arrange: NonNullable<LocalLatchkey['directory']['lookAlike']>['arrange'] = (...what) =>
      latchkey.directory.lookAlike?.arrange(...what);
    const lookNow = ({ page }: AtConsole) => page.getByRole('button', { name: 'Look now', exact: true });
    beforeAll(async () => {
      [browser, latchkey] = await Promise.all([launchBrowser(), running()]);
    });
    afterEach(() => here?.leave());
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

    test('is not known before the doctor has looked, and the help desk only reads it', async () => {
      const hugo = await enter('hugo');
      await hugo.goTo('health', 'Health');
      await hugo.reads('The doctor has not looked yet');
      await hugo.reads('An administrator can have it look at once.');
      await hugo.reads('There has been no run yet.');
      expect(await lookNow(hugo).count()).toBe(0);
      await hugo.look('health before anybody has looked');
      await hugo.goTo('domains/CORP', 'Domains');
      await hugo.reads('The doctor has not looked yet.');
      await hugo.look('domains before anybody has looked');
      await hugo.goTo('pre-flight', 'Pre-flight');
      await hugo.reads('There has been no pre-flight yet; one runs every night.');
      await hugo.look('pre-flight before the first one');
      await hugo.goTo('overview', 'Overview');
      await hugo.reads(/people counted/);
      expect(await hugo.page.getByText('Health:').count()).toBe(0);
    });

    test('is called old when the doctor has left a night out', async () => {
      await latchkey.ports.health.saveExamination(anExamination({ at: Date.now() - 3 * DAY_MS }));
      const ines = await enter('ines');
      await ines.goTo('overview', 'Overview');
      await ines.reads('Health: 1 thing is broken, 1 thing is worth a look.');
      await ines.look('overview with something broken');
      await ines.follow('Go to Health');
      await ines.arrivesAt('Health');
      await ines.reads('The doctor has not looked last night');
      await ines.reads('The group CORP\\Sales is gone.');
      await ines.reads('Is what the configuration names still there?');
      await ines.reads('Get-ADGroup Sales');
      await ines.look('health of three days ago');
      await ines.press('Look now');
      await ines.reads('The doctor has looked at every domain. Nothing is wrong.');
      expect(await ines.page.getByText('The doctor has not looked last night').count()).toBe(0);
    });

    test('is all green once the doctor has looked, domain by domain', async () => {
      const pavel = await enter('pavel');
      await pavel.goTo('health', 'Health');
      await pavel.press('Look now');
      await pavel.reads('The doctor has looked at every domain. Nothing is wrong.');
      await pavel.reads(/^Nothing is wrong\. Looked at \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/);
      await pavel.page.getByRole('button', { name: /^Domain CORP: \d+ checks are fine$/ }).click();
      expect(await pavel.rows('Domain CORP: fine')).toContain(
        'CORP\\svc-latchkey-reset Is an account of ours more than an ordinary one? It is an ordinary account.',
      );
      await pavel.look('health, all of it fine');
      await pavel.goTo('domains', 'Domains');
      expect(await pavel.rows('Domains')).toEqual([
        expect.stringMatching(/^CORP Nothing is wrong\. ldaps:\/\/localhost:\d+$/),
      ]);
      await pavel.look('domains');
      await pavel.follow('CORP');
      await pavel.arrivesAt('Domain CORP');
      expect(await pavel.rows('Their rights on the OUs that are served: fine')).toContainEqual(
        expect.stringMatching(
          /^OU=Staff,\S+ May the self-service account reset passwords there\? CORP\\svc-latchkey-reset /,
        ),
      );
      await pavel.press('Can a group-managed service account (gMSA) be used?');
      await pavel.reads(/^A group-managed service account \(gMSA\) cannot be one of the two accounts\./);
      await pavel.look('a domain');
      await pavel.goTo('domains/NORD', 'Domains');
      await pavel.reads('The doctor has seen no domain “NORD”.');
      await pavel.look('a domain that is none');
    });

    test('names what is broken first, with its cause, what to do and the commands, until it is mended', async () => {
      arrange(RESETTER, { locked: true });
      arrange(READER, { joins: 'Domain Admins' });
      const ada = await enter('ada');
      await ada.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await ada.goTo('health', 'Health');
      await ada.press('Look now');
      await ada.reads('The doctor has looked at every domain. 2 things are broken.');
      expect(await ada.page.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
        'Broken CORP\\svc-latchkey-reset',
        'Broken CORP\\svc-latchkey-read',
      ]);
      await ada.reads('It is locked out.');
      await ada.reads(/event 4740 on the PDC emulator names the machine/);
      await ada.reads(/whoever has its password has the domain\./);
      await ada.look('health with two things broken');
      await ada.press('Copy command 1 for CORP\\svc-latchkey-reset');
      await ada.reads('Copied');
      expect(await ada.page.evaluate(() => navigator.clipboard.readText())).toBe(
        "Unlock-ADAccount -Identity 'svc-latchkey-reset'",
      );
      await ada.goTo('overview', 'Overview');
      await ada.reads('Health: 2 things are broken.');
      arrange(RESETTER, { locked: false });
      await ada.goTo('domains/CORP', 'Domain CORP');
      await ada.press('Look now');
      await ada.reads('The doctor has looked at every domain. 1 thing is broken.');
      await ada.look('a domain with something broken');
    });

    test('says what to do when the doctor cannot look, and when nothing can be read', async () => {
      here = await atConsole(browser, latchkey, 'ada', /status 503$|api\/admin\/health/);
      const ada = here;
      await ada.goTo('health', 'Health');
      const asked = '**/api/admin/examination';
      await ada.page.route(asked, (route) => route.abort());
      await ada.press('Look now');
      await ada.reads('The doctor could not look. Nothing was changed');
      await ada.page.unroute(asked);
      const last = '**/api/admin/health';
      await ada.page.route(last, (route) => route.abort());
      await ada.goTo('domains', 'Domains');
      await ada.reads('It could not be read what the doctor found');
      await ada.look('domains that could not be read');
      await ada.page.unroute(last);
      await ada.press('Try again');
      await ada.reads(/^As of \d{4}/);
    });

    test('is told of everybody by the pre-flight, by colour and by what is to be put right, as a file too', async () => {
      await latchkey.runPreFlight();
      const hugo = await enter('hugo');
      await hugo.goTo('health', 'Health');
      await hugo.reads('Pre-flight: would it work for everybody?');
      await hugo.look('health with a pre-flight');
      await hugo.page.getByRole('listitem').filter({ hasText: 'Account disabled' }).getByRole('link').click();
      await hugo.arrivesAt('Pre-flight');
      await hugo.reads('34 looked at, 1 shown. This is all.');
      expect(await hugo.rows('People')).toEqual([
        'CORP\\dawit Dawit Tesfaye Nothing works Account disabled No No',
      ]);
      await hugo.look('pre-flight, of those who are disabled');
      await hugo.pick('Would it work?', 'All works');
      await hugo.reads('Nobody matches the filter.');
      await hugo.look('pre-flight without a match');
      await hugo.press('Clear filter');
      await hugo.reads('34 looked at, 34 shown. This is all.');
      await hugo.pick('Would it work?', 'Some works, or later');
      await hugo.reads('34 looked at, 3 shown. This is all.');
      expect((await hugo.rows('People'))[1]).toBe(
        'CORP\\grace Grace Mbeki Some works, or later Password expired No Yes',
      );
      const [saved] = await Promise.all([hugo.page.waitForEvent('download'), hugo.press('Export CSV')]);
      const [head, first] = (await readFile(await saved.path(), 'utf8')).replace(/^\ufeff/, '').split('\r\n');
      expect([head, first]).toEqual([
        'name,display name,colour,unlock,reset,fix',
        'CORP\\farid,Farid Haddad,amber,password-expired,works,password-expired',
      ]);
      await hugo.follow('CORP\\grace');
      await hugo.arrivesAt('Grace Mbeki');
      await hugo.reads(/^Its password has expired, so an unlock would not help\. A new password does it/);
    });
  },
  JOURNEY_MS,
);
