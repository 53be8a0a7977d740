import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { JOURNEY_MS, running } from '../journeys/running.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { atConsole, type AtConsole } from './at-console.ts';
import { discardDraftOf } from './discard-draft.ts';

/** A picture of one pixel. */
const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

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
      expect(await ada.part('Exclude').innerText()).not.toMatch(/block ?list/i);
      await ada.find('Groups to exclude', 'Contr', /Contractors/);
      await ada.reads(/Group CORP\\Contractors is on the block list too \(“As deployed”\)/);
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
        /It applies to CORP\\hanako, to members of CORP\\Sales-EMEA, to everyone under OU=Sales,.* and to everyone found by the filter \(department=Sales\), but not to members of CORP\\Contractors\./,
      );
      await ada.reads('You have unpublished changes');
      await ada.look('user configuration, saved');
    });

    test('puts user configurations in order with the keyboard, sees who falls under which and why, and deletes one', async () => {
      await ada.goTo('user-configurations/_new', 'New user configuration');
      await ada.type('Name', 'Sales');
      await ada.find('Groups to include', 'Sales', 'CORP\\Sales');
      await ada.set('They may unlock their account', false);
      await ada.press('Save to draft');
      await ada.arrivesAt('Sales');
      await ada.goTo('user-configurations', 'User configurations');
      await ada.arrivesAt('User configurations');
      expect(await ada.rows('In their order')).toEqual([
        expect.stringMatching(/^1 Sales Members of CORP\\Sales Not offered/),
        expect.stringMatching(/^2 Everyone/),
      ]);
      await ada.type('User', 'alice');
      await ada.press('Preview match');
      await ada.reads(/Sales: in the group "CORP\\Sales"/);
      await ada.look('match with another one that would match too');
      await ada.page.getByRole('button', { name: 'Move Sales down' }).focus();
      await ada.page.keyboard.press('Enter');
      await ada.hears('Sales is now number 2 of 2.');
      expect(await ada.focused()).toBe('Move Sales up');
      expect(await ada.rows('In their order')).toEqual([
        expect.stringMatching(/^1 Everyone/),
        expect.stringMatching(
          /^2 Sales .*Nobody falls under it: “Everyone” comes before it and takes everyone/,
        ),
      ]);
      await ada.press('Preview match');
      await ada.reads(/Everyone: it is for everyone/);
      await ada.type('User', 'chen');
      await ada.press('Preview match');
      await ada.reads(/Blocked through the group "CORP\\Contractors"/);
      await ada.look('match of somebody blocked');
      await ada.type('User', 'nobody.at.all');
      await ada.press('Preview match');
      await ada.reads('Nobody is found by “nobody.at.all”');
      await ada.look('match of nobody');
      await ada.type('Filter: In their order', 'there is no such thing');
      await ada.reads('Nothing matches the filter.');
      await ada.look('user configurations, nothing matches');
      await ada.press('Clear filter');
      await ada.follow('Sales');
      await ada.press('Delete');
      await ada.look('deleting a user configuration');
      await ada.press('Delete from draft', ada.dialog());
      await ada.arrivesAt('User configurations');
      expect(await ada.rows('In their order')).toEqual([expect.stringMatching(/^1\s+Everyone/)]);
    });

    test('blocks somebody with a reason and an end, is told who is blocked already, and unblocks', async () => {
      await ada.goTo('block-list', 'Block list');
      await ada.look('block list');
      await ada.press('Block a user or group');
      await ada.press('Save to draft');
      await ada.reads('Find a user or a group first.');
      await ada.reads('Write down why.');
      await ada.look('block form with what is missing');
      await ada.page.getByLabel('A group, with everybody in it').check({ force: true });
      await ada.find('Group', 'Contr', /Contractors/);
      await ada.reads(
        'Group CORP\\Contractors is already on the block list, for good: “As deployed”. Edit that entry instead.',
      );
      await ada.look('block form with who is there already');
      await ada.page.getByLabel('A user', { exact: true }).check({ force: true });
      await ada.find('User', 'lena', /lena/);
      await ada.reads('Chosen: CORP\\lena');
      await ada.type('Reason', 'On leave <until> "spring" & away');
      await ada.type('End date (optional)', '2039/03/01');
      await ada.press('Save to draft');
      await ada.reads('Until 2039-03-01');
      expect(await ada.rows('Blocked')).toEqual([
        expect.stringMatching(/Contractors/),
        expect.stringMatching(/^CORP\\lena\s+User\s+On leave <until> "spring" & away\s+Until 2039-03-01/),
      ]);
      await ada.press('Edit the block of CORP\\lena');
      await ada.type('End date (optional)', '2020/03/01');
      await ada.press('Save to draft');
      await ada.reads('Ended on 2020-03-01: blocks no one');
      await ada.reads(/The block of "CORP\\lena" would have ended already/);
      await ada.look('block list with one that has ended');
      await ada.press('Remove CORP\\lena from the block list');
      await ada.look('removing from the block list');
      await ada.press('Remove from draft', ada.dialog());
      await ada.press('Remove CORP\\Contractors from the block list');
      await ada.press('Remove from draft', ada.dialog());
      await ada.reads('No one is blocked.');
      await ada.look('empty block list');
    });

    test('words a question better, replaces another one, writes one and drops it again', async () => {
      await ada.goTo('questions', 'Questions');
      await ada.look('questions');
      await ada.follow('What was the surname of the first teacher you liked?');
      await ada.look('a question');
      await ada.press('Edit text');
      await ada.reads(/If the meaning changes, answers already given become wrong: use Replace\./);
      await ada.type('Question in English (en)', 'What was the family name of the first teacher you liked?');
      await ada.type('Question in German (de)', '');
      await ada.look('editing a text');
      await ada.press('Save text to draft');
      await ada.arrivesAt('What was the family name of the first teacher you liked?');
      await ada.press('Replace question');
      await ada.reads(
        /The new question takes its place \(Questionnaire, number 3\)\. Whoever answered it has to register again/,
      );
      await ada.press('Replace in draft');
      await ada.reads('Write it in English (en), the default language.');
      await ada.look('replacing a question without a text');
      await ada.type('Question in English (en)', 'Who is <b>"R&D"</b>? 🦉');
      await ada.press('Replace in draft');
      await ada.arrivesAt('Who is <b>"R&D"</b>? 🦉');
      await ada.reads('Questionnaire, number 3');
      await ada.goTo('questions', 'Questions');
      expect((await ada.rows('Question store')).filter((row) => /5 missing/.test(row))).toEqual([
        expect.stringMatching(/^Who is/),
      ]);
      await ada.set('Show archived (1)', true);
      await ada.look('questions with archived ones');
      await ada.follow('What was the family name of the first teacher you liked?');
      expect(await ada.page.getByRole('button', { name: 'Delete' }).count()).toBe(0);
      await ada.press('Take out of the archive');
      await ada.reads(
        'Out of the archive in your draft. It is asked once the questionnaire or a group holds it.',
      );
      await ada.press('Archive');
      await ada.look('archiving a question');
      await ada.press('Archive in draft', ada.dialog());
      await ada.reads('Archived: no questionnaire may ask it any more.');
      await ada.goTo('questions/_new', 'New question');
      await ada.look('new question');
      await ada.type('Question in English (en)', 'What was your first bicycle called?');
      await ada.pick('Guessability', 'Hard to guess');
      await ada.press('Save to draft');
      await ada.arrivesAt('What was your first bicycle called?');
      await ada.press('Delete');
      await ada.press('Delete from draft', ada.dialog());
      await ada.arrivesAt('Questions');
      await ada.type('Filter: Question store', 'bicycle');
      await ada.reads('Nothing matches the filter.');
    });

    test('makes a group 2 of 4 and a questionnaire of it, in order, and sees both in French', async () => {
      await ada.goTo('groups', 'Question groups');
      await ada.reads('There are no question groups. Without one, everybody answers the same questions.');
      await ada.look('no question groups');
      await ada.press('Create a group');
      await ada.type('Name', 'Childhood');
      await ada.reads('Add questions first: nobody can answer a question of an empty group.');
      for (const question of [
        /toy you took to bed/,
        /childhood friend/,
        /lose as a child/,
        /the street where/,
      ])
        await ada.pick('Add a question', question);
      await ada.type('Questions to answer', '5');
      await ada.press('Save to draft');
      await ada.reads('The group has 4 questions: ask for 1 to 4 of them, or add questions.');
      await ada.look('group that asks too much');
      await ada.type('Questions to answer', '2');
      await ada.press('Save to draft');
      await ada.arrivesAt('Childhood');
      await ada.reads(
        '“What was the name of the street where you lived when you were ten?” also stands alone in the questionnaire',
      );
      await ada.look('group with a question that stands alone');
      await ada.press('Remove the single question');
      await ada.reads(/no longer stands alone in the questionnaire of your draft/);
      await ada.goTo('questionnaire', 'Questionnaire');
      await ada.pick('Add a question or a group', /Childhood/);
      await ada.reads(/Group: 2 of its 4 questions/);
      await ada.press('Move Childhood up');
      await ada.hears('Childhood is now number 2 of 3.');
      expect(await ada.rows('What people register')).toEqual([
        expect.stringMatching(/concert/),
        expect.stringMatching(/^2\s+Childhood/),
        expect.stringMatching(/teacher/),
      ]);
      await ada.reads('Everybody registers 4 answers.');
      await ada.pick('Language', 'French (fr)');
      await ada.reads('Choose and answer 2 of these 4:');
      await ada.reads('Qui était sur scène lors du premier concert ou spectacle dont vous vous souvenez ?');
      await ada.page.getByLabel('Some of them').check({ force: true });
      await ada.type('Number asked', '9');
      await ada.reads('Type a whole number from 1 to 4.');
      await ada.look('questionnaire that asks too much');
      await ada.type('Number asked', '3');
      await ada.set('Hide answers while they are typed', false);
      await ada.press('Save to draft');
      await ada.reads('How the questionnaire is asked is saved in your draft.');
    });

    test('brands the portal, and is refused what cannot be read', async () => {
      await ada.goTo('branding', 'Branding');
      await ada.look('branding');
      await ada.type('Name in English (en)', '');
      await ada.set('Use our own colours', true);
      await ada.type('Buttons and links', '#ffcc00');
      await ada.reads('1.51 : 1 on white');
      await ada.press('Save to draft');
      await ada.reads('Put right what is marked on this screen first.');
      await ada.reads('Write it in English (en), the default language.');
      await ada.reads('Under 4.5 : 1 on white, links can’t be read. Choose a darker colour.');
      await ada.look('branding with what is wrong');
      await ada.type('Name in English (en)', 'Nord & Söhne');
      await ada.type('Help line in English (en)', '{organization}, 4242');
      await ada.type('Link in English (en)', 'Locked out of {organisation}?');
      await ada.type('Buttons and links', '#7a1f1f');
      await ada.page
        .locator('input[type=file]')
        .setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') });
      await ada.reads('“logo.svg” is no PNG, JPEG or WebP. Choose a file of these types.');
      await ada.page
        .locator('input[type=file]')
        .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.alloc(40_000) });
      await ada.reads('“logo.png” weighs 40 KB. Make it 32 KB or less: fewer pixels, or fewer colours.');
      await ada.page
        .locator('input[type=file]')
        .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(DOT, 'base64') });
      await ada.page.getByAltText('The logo as it is now').waitFor();
      await ada.press('Save to draft');
      await ada.reads(/The wording of the link in "en" has \{organisation\}, which stands for nothing\./);
      await ada.look('branding with a mistake that the service found');
      await ada.type('Link in English (en)', 'Locked out of {organization}?');
      await ada.press('Save to draft');
      await ada.reads('Locked out of Nord & Söhne?');
      await ada.look('branding, saved');
    });

    test('bans words of new passwords, many at once, and reads in the review what that means', async () => {
      await ada.goTo('passwords', 'Passwords');
      await ada.reads('No words are banned.');
      await ada.look('passwords');
      await ada.press('Ban words');
      await ada.press('Save to draft');
      await ada.reads('Type a word first.');
      await ada.type('Words', 'Example\n  Märkte \n\nMARKTE\nab\n');
      await ada.look('words to ban');
      await ada.press('Save to draft');
      await ada.reads('3 words are added to your draft; 1 was there already.');
      await ada.reads(/The banned word "ab" has 2 letters that count\. Give it 3 to 64, or remove it/);
      await ada.look('a banned word that is too short');
      await ada.press('Remove ab from the banned words');
      await ada.reads('“ab” is off the list in your draft. It stays banned until you publish.');
      expect(await ada.rows('Banned words')).toEqual(['Example Remove', 'Märkte Remove']);
      await ada.press('Ban words');
      await ada.type('Words', 'example');
      await ada.press('Save to draft');
      await ada.reads('All of that is banned already.');
      await ada.press('Cancel');
      await ada.follow('Review and publish');
      await ada.arrivesAt('Review and publish');
      await ada.reads(
        /No new password may have “Example” in it, whatever its case, or digits and symbols put for its letters\./,
      );
    });

    test('shows the banned words to an auditor, who changes nothing', async () => {
      const ines = await atConsole(browser, latchkey, 'ines');
      await ines.goTo('passwords', 'Passwords');
      await ines.reads('No words are banned.');
      await ines.reads(/Your role lets you read it\./);
      expect(await ines.page.getByRole('button', { name: 'Ban words' }).count()).toBe(0);
      await ines.leave();
    });
  },
  JOURNEY_MS,
);
