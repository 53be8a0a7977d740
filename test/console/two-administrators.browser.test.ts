import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { blockUser, publish, review } from '../journeys/console-steps.ts';
import { JOURNEY_MS, running } from '../journeys/running.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { atConsole, type AtConsole } from './at-console.ts';
import { discardDraftOf } from './discard-draft.ts';

describe.skipIf(!hasBrowser())(
  'two administrators at the same user configuration',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    let ada: AtConsole;
    let pavel: AtConsole;
    beforeAll(async () => {
      [browser, latchkey] = await Promise.all([launchBrowser(), running()]);
    });
    beforeEach(async () => {
      await Promise.all(['ada', 'pavel'].map((username) => discardDraftOf(latchkey, username)));
      [ada, pavel] = await Promise.all([
        atConsole(browser, latchkey, 'ada'),
        atConsole(browser, latchkey, 'pavel'),
      ]);
    });
    afterEach(() => Promise.all([ada?.leave(), pavel?.leave()]));
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

    const edit = async (at: AtConsole, name: string, act: () => Promise<void>): Promise<void> => {
      await at.goTo('user-configurations/everyone', name);
      await act();
      await at.press('Save to draft');
      await at.reads(/is saved in your draft/);
    };
    const inForce = async () => (await latchkey.ports.configuration.current()).document;

    test('the second learns at the last moment what the first published, by whom and why, keeps theirs, and both lose nothing', async () => {
      await edit(pavel, 'Everyone', () => pavel.set('They may unlock their account', false));
      await blockUser(pavel, { username: 'lena', reason: 'On leave until spring' });
      await review(pavel);
      await pavel.type('Reason', 'Unlocking by telephone only');

      await edit(ada, 'Everyone', () => ada.type('Name', 'All of us'));
      await ada.goTo('questionnaire', 'Questionnaire');
      await ada.set('Hide answers while they are typed', false);
      await ada.press('Save to draft');
      await ada.reads('How the questionnaire is asked is saved in your draft.');
      await review(ada);
      await publish(ada, { reason: 'The auditors’ <wording>' });

      await pavel.press('Publish');
      await pavel.reads('Not published; your draft is still here');
      await pavel.reads('Somebody else published while you were at work');
      await pavel.reads(/Version 1 by CORP\\ada, \d{4}-\d\d-\d\d \d\d:\d\d UTC: “The auditors’ <wording>”/);
      await pavel.reads('Changed: User configuration “All of us”');
      await pavel.reads(/Both of you changed “Everyone”/);
      await pavel.look('somebody else published');
      await pavel.page.getByLabel('Keep mine').check({ force: true });
      await pavel.press('Bring their changes into my draft');
      await pavel.reads('Their changes are in your draft now. Look at it again, then publish.');
      await pavel.reads('Everybody was looked at');
      expect(await pavel.page.getByLabel('Reason', { exact: true }).inputValue()).toBe(
        'Unlocking by telephone only',
      );
      await publish(pavel, { reason: 'Unlocking by telephone only, and lena' });

      const { userConfigurations, blockList, questionnaire } = await inForce();
      expect(userConfigurations).toMatchObject([
        { name: 'Everyone', actions: { unlock: { offered: false } } },
      ]);
      expect(blockList.map(({ reason }) => reason)).toContain('On leave until spring');
      expect(questionnaire.maskAnswers).toBe(false);
      expect(await pavel.rows('Versions')).toEqual([
        expect.stringMatching(/^Version 2 \(in force\) Unlocking by telephone only, and lena CORP\\pavel/),
        expect.stringMatching(/^Version 1 The auditors’ <wording> CORP\\ada/),
        expect.stringMatching(/^Version 0/),
      ]);
    });

    test('the second takes what the first did, and keeps what only they did', async () => {
      await edit(ada, 'Everyone', () => ada.set('They may reset their password', false));
      await blockUser(ada, { username: 'hanako', reason: 'Abroad' });
      await edit(pavel, 'Everyone', () => pavel.type('Name', 'Everybody else'));
      await review(pavel);
      await publish(pavel, { reason: 'There will be others' });

      await ada.goTo('review', 'Review and publish');
      await ada.reads(/Version 3 by CORP\\pavel, .* “There will be others”/);
      expect(await ada.page.getByRole('button', { name: 'Publish', exact: true }).count()).toBe(0);
      await ada.page.getByLabel('Take theirs').check({ force: true });
      await ada.press('Bring their changes into my draft');
      await ada.reads('Their changes are in your draft now. Look at it again, then publish.');
      // What the earlier review said stands there until the new one comes.
      await ada.reads('New: Block list “CORP\\hanako”');
      await ada.reads('Everybody was looked at');
      expect(await ada.page.getByText(/^(New|Changed|Removed):/).allInnerTexts()).toEqual([
        'New: Block list “CORP\\hanako”',
      ]);
      await publish(ada, { reason: 'Hanako is abroad' });
      const { userConfigurations, blockList } = await inForce();
      expect(userConfigurations).toMatchObject([
        { name: 'Everybody else', actions: { unlock: { offered: false }, reset: { offered: true } } },
      ]);
      expect(blockList.map(({ reason }) => reason)).toContain('Abroad');
    });
  },
  JOURNEY_MS,
);
