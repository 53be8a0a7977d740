import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { JOURNEY_MS, running } from '../journeys/running.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { atConsole, type AtConsole } from './at-console.ts';
import { discardDraftOf } from './discard-draft.ts';

/** As the date field wants it. */
const inAYear = (): string =>
  new Date(Date.now() + 365 * 24 * 60 * 60_000).toISOString().slice(0, 10).replaceAll('-', '/');

describe.skipIf(!hasBrowser())(
  'the console',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    let somebody: AtConsole | undefined;
    const enter = async (username: string): Promise<AtConsole> => {
      somebody = await atConsole(browser, latchkey, username);
      return somebody;
    };
    beforeAll(async () => {
      [browser, latchkey] = await Promise.all([launchBrowser(), running()]);
    });
    beforeEach(() => discardDraftOf(latchkey, 'pavel'));
    afterEach(() => somebody?.leave());
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

    test('never writes over what another window did, shows it, and makes both changes if wanted', async () => {
      const pavel = await enter('pavel');
      const other = await pavel.window();
      await pavel.goTo('methods', 'Verification methods');
      await other.goTo('block-list', 'Block list');
      await other.press('Remove CORP\\Contractors from the block list');
      await other.press('Remove from draft', other.dialog());
      await other.reads('No one is blocked.');
      await pavel.set('Code by e-mail', false);
      await pavel.reads('Your draft was changed in another window');
      await pavel.reads(/CORP\\Contractors \(a group\) is blocked for good/);
      await pavel.look('draft changed in another window');
      await pavel.press('Leave it as it is there', pavel.dialog());
      await pavel.dialog().waitFor({ state: 'hidden' });
      expect(
        await pavel.page.getByRole('checkbox', { name: 'Code by e-mail', exact: true }).isChecked(),
      ).toBe(true);
      await other.press('Block a user or group');
      await other.find('User', 'lena', /lena/);
      await other.type('Reason', 'On leave');
      await other.press('Save to draft');
      await other.reads('CORP\\lena');
      await pavel.set('Code by e-mail', false);
      await pavel.press('Make my change there too', pavel.dialog());
      await pavel.dialog().waitFor({ state: 'hidden' });
      await pavel.reads('Off: switch it on, or take it out there');
      await pavel.follow('Block list');
      await pavel.arrivesAt('Block list');
      expect(await pavel.rows('Blocked')).toEqual([expect.stringContaining('CORP\\lena')]);
    });

    test('takes quick changes one after the other', async () => {
      const pavel = await enter('pavel');
      await pavel.goTo('questionnaire', 'Questionnaire');
      const remove = pavel.page.getByRole('button', { name: /^Remove W/ });
      await remove.evaluateAll((buttons) => {
        for (const button of buttons) if (button instanceof HTMLElement) button.click();
      });
      await pavel.reads('The questionnaire asks nothing. Add a question or a group.');
      await pavel.reads('The questionnaire asks nothing, but security answers are switched on.');
      await pavel.look('empty questionnaire');
      await pavel.press('Discard draft');
      await pavel.look('discarding a draft');
      await pavel.press('Discard draft', pavel.dialog());
      await pavel.reads('The draft is discarded. What is in force has not changed.');
      expect(await pavel.rows('What people register')).toHaveLength(3);
    });

    test('keeps what was typed when the visit ends, and when a link is followed by mistake', async () => {
      const pavel = await enter('pavel');
      const other = await pavel.window();
      await pavel.goTo('groups/_new', 'New question group');
      await pavel.type('Name', 'Childhood');
      await pavel.pick('Add a question', /toy you took to bed/);
      await other.press('Pavel Horák').catch(() => other.press('More'));
      await other.page.getByRole('menuitem', { name: 'Sign out' }).click();
      await other.arrivesAt('Sign in to the Latchkey console');
      await pavel.press('Save to draft');
      await pavel.reads('Your visit has ended');
      await pavel.look('the visit has ended');
      await pavel.signIn();
      expect(await pavel.page.getByLabel('Name', { exact: true }).inputValue()).toBe('Childhood');
      await pavel.follow('Branding');
      await pavel.reads('Leave without saving?');
      await pavel.look('leaving without saving');
      await pavel.press('Cancel', pavel.dialog());
      await pavel.press('Save to draft');
      await pavel.arrivesAt('Childhood');
    });

    test('shows an auditor the same screens, and lets them change nothing', async () => {
      const ines = await enter('ines');
      for (const [place, heading] of [
        ['user-configurations', 'User configurations'],
        ['user-configurations/everyone', 'Everyone'],
        ['block-list', 'Block list'],
        ['questions', 'Questions'],
        ['questions/first-teacher', 'What was the surname of the first teacher you liked?'],
        ['groups', 'Question groups'],
        ['questionnaire', 'Questionnaire'],
        ['branding', 'Branding'],
      ] as const) {
        await ines.goTo(place, heading);
        await ines.reads(/^This is version \d, which is in force\. Your role lets you read it\.$/);
        await ines.look(`${place}, read only`);
        const acts = ines.page.getByRole('main').getByRole('button', {
          name: /save|delete|remove|add|move|archive|block a|create|write|edit|replace|discard/i,
        });
        expect(await acts.allInnerTexts(), place).toEqual([]);
      }
    });

    test('shows whoever publishes second what the first one changed, and loses nothing of either', async () => {
      await discardDraftOf(latchkey, 'ada');
      const pavel = await enter('pavel');
      await pavel.goTo('user-configurations/everyone', 'Everyone');
      await pavel.type('Name', 'All staff');
      await pavel.press('Save to draft');
      await pavel.arrivesAt('All staff');
      await pavel.goTo('questions/lost-thing', 'What did you lose as a child and never find again?');
      await pavel.press('Archive');
      await pavel.press('Archive in draft', pavel.dialog());
      await pavel.reads('Archived: no questionnaire may ask it any more.');
      const ada = await atConsole(browser, latchkey, 'ada');
      await ada.goTo('user-configurations/everyone', 'Everyone');
      await ada.type('Name', 'Everybody');
      await ada.press('Save to draft');
      await ada.arrivesAt('Everybody');
      await ada.goTo('questionnaire', 'Questionnaire');
      await ada.pick('Add a question or a group', /toy you took to bed/);
      await ada.reads('Everybody registers 4 answers.');
      await ada.press('Review and publish');
      await ada.arrivesAt('Review and publish');
      await ada.reads(/^\d+ people have to register again by the date you choose\. Until then/);
      await ada.look('review that asks people to register again');
      await ada.type('Present answers are good until the end of', '2099/03/01');
      await ada.reads('Choose a day from tomorrow to two years from now.');
      await ada.type('Present answers are good until the end of', inAYear());
      await ada.type('Reason', 'Four questions are better');
      await ada.press('Publish');
      await ada.reads('Version 1 is in force.');
      await ada.leave();
      await pavel.goTo('review', 'Review and publish');
      await pavel.reads('Somebody else published while you were at work');
      await pavel.reads(/Version 1 by CORP\\ada.*Four questions are better/);
      await pavel.look('what was published meanwhile');
      expect(await pavel.page.getByRole('button', { name: 'Publish', exact: true }).count()).toBe(0);
      await pavel.page.getByRole('radio', { name: /^Take theirs/ }).check({ force: true });
      await pavel.press('Bring their changes into my draft');
      await pavel.reads('Their changes are in your draft now. Look at it again, then publish.');
      await pavel.type('Reason', 'Nobody remembers what they lost');
      await pavel.press('Publish');
      await pavel.reads('Version 2 is in force.');
      await pavel.arrivesAt('Versions');
      await pavel.goTo('user-configurations', 'User configurations');
      expect(await pavel.rows('In their order')).toEqual([expect.stringMatching(/^1 Everybody/)]);
      await pavel.goTo('questionnaire', 'Questionnaire');
      expect(await pavel.rows('What people register')).toHaveLength(4);
      await pavel.goTo('questions/lost-thing', 'What did you lose as a child and never find again?');
      await pavel.reads('Archived: no questionnaire may ask it any more.');
    });
  },
  JOURNEY_MS,
);
