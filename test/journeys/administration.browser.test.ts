import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { BuiltInTexts } from '../../domain/questionnaire/built-in/ids.ts';
import { BUILT_IN_TEXTS } from '../../domain/questionnaire/built-in/texts.ts';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { atConsole, type AtConsole } from '../console/at-console.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import {
  blockGroup,
  changeQuestionnaire,
  makeGroup,
  makeUserConfiguration,
  publish,
  review,
  revoke,
  writeQuestion,
} from './console-steps.ts';
import { metByAStranger } from './met-by-a-stranger.ts';
import { guestOf, JOURNEY_MS, running, type Guest } from './running.ts';
import { somebody } from './somebody.ts';
import { windowsSays } from './steps.ts';
import { stepsIn, type Answers } from './steps-in.ts';
import { noah } from './travellers.ts';

const textIn =
  (language: string) =>
  (id: keyof BuiltInTexts): string =>
    BUILT_IN_TEXTS[language]?.[id] ?? '';
const en = textIn('en');
const fr = textIn('fr');
const IN_THE_GROUP = ['bedtime-toy', 'lost-thing', 'childhood-friend'] as const;
const MENTOR = {
  'English (en)': 'Who taught you the trade you live on?',
  'French (fr)': 'Qui vous a appris le métier dont vous vivez ?',
};
const BAND = {
  'English (en)': `Which "R&D" <band> did you found, & isn't it 'odd'?`,
  'French (fr)': `Quel groupe <R&D> avez-vous fondé, "l'été" & l'hiver ?`,
};
const SINGLES = {
  [fr('first-concert')]: 'Fela & the “Africa 70” <live>',
  [MENTOR['French (fr)']]: 'Mme Ọlábísí',
};
const PICKED = {
  [fr('lost-thing')]: 'mon cerf-volant',
  [BAND['French (fr)']]: `Les "Ça & là" <'70>`,
};
const REGISTERED = { ...SINGLES, ...PICKED };
const IN_FRENCH = stepsIn('fr');
/** In a month, as a date field takes it. */
const IN_A_MONTH = new Date(Date.now() + 30 * 24 * 60 * 60_000)
  .toISOString()
  .slice(0, 10)
  .replaceAll('-', '/');
const REVOKED_BECAUSE = 'Lost his telephone & <his> notes';

describe.skipIf(!hasBrowser())(
  'from the first question to the last report',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    let ada: AtConsole | undefined;
    let guest: Guest | undefined;
    /** As the review said. */
    let mustRegisterAgain = 0;
    beforeAll(async () => {
      [browser, latchkey] = await Promise.all([launchBrowser(), running()]);
    });
    afterEach(async () => {
      const leaving = [ada, guest].filter((one) => one !== undefined).map((one) => one.leave());
      ada = undefined;
      guest = undefined;
      await Promise.all(leaving);
    });
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

    const enter = async (): Promise<AtConsole> => (ada = await atConsole(browser, latchkey, 'ada'));
    const visit = async (options: Parameters<typeof guestOf>[2] = {}): Promise<Guest> =>
      (guest = await guestOf(browser, latchkey, options));
    /** The rows of the registrations report with that status. */
    const report = async (at: AtConsole, status: string): Promise<readonly string[]> => {
      await at.goTo('overview', 'Overview');
      await at.goTo(`registrations?status=${status}`, 'Registrations');
      await at.reads(/ shown\. This is all\.$/);
      return (await at.rows('People')).filter((row) => row.includes('CORP\\'));
    };
    /** The pages that somebody at a browser in that language meets under a name. */
    const met = async (locale: string, username: string, knows: Answers): Promise<readonly string[]> => {
      const one = await guestOf(browser, latchkey, { scripts: false, locale });
      const pages = await metByAStranger(one, locale, { username, knows });
      await one.leave();
      return pages;
    };
    const lettersTo = async (address: string) => {
      await latchkey.runSender();
      return latchkey.mailbox.messages().filter(({ to }) => to === address);
    };

    test('an administrator builds a user configuration for a group and a questionnaire with a group 2 of 4, and publishes them', async () => {
      const at = await enter();
      await writeQuestion(at, MENTOR);
      await writeQuestion(at, BAND);
      await makeGroup(at, {
        name: 'Childhood & after',
        answer: 2,
        questions: [...IN_THE_GROUP.map((id) => en(id)), BAND['English (en)']],
      });
      await changeQuestionnaire(at, {
        out: [en('childhood-street'), en('first-teacher')],
        into: [MENTOR['English (en)'], 'Childhood & after'],
      });
      await at.reads('Everybody registers 4 answers.');
      expect(await at.rows('What people register')).toEqual([
        expect.stringContaining(en('first-concert')),
        expect.stringContaining(MENTOR['English (en)']),
        expect.stringContaining('2 of its 4 questions'),
      ]);
      await makeUserConfiguration(at, { name: 'Staff', group: 'CORP\\Latchkey-Users' });
      await blockGroup(at, { group: 'CORP\\VIPs', reason: 'The board calls the help desk' });
      await review(at);
      await at.reads(/^New: User configuration “Staff”/);
      const warning = /^(\d+) people have to register again by the date you choose\./;
      mustRegisterAgain = Number(warning.exec(await at.page.getByText(warning).innerText())?.[1]);
      expect(mustRegisterAgain).toBeGreaterThan(1);
      await publish(at, { reason: 'Two own questions & a choice', goodUntil: IN_A_MONTH });
      expect(await at.rows('Versions')).toEqual([
        expect.stringMatching(/^Version 1 \(in force\) Two own questions & a choice .*ada/),
        expect.stringMatching(/^Version 0/),
      ]);
      await latchkey.runAnnouncer();
      expect((await lettersTo(somebody('alice').address)).map(({ subject }) => subject)).toEqual([
        expect.stringMatching(/^Please set up again/),
      ]);
    });

    test('somebody of the group registers in French, answers two of four, and recovers with a new password', async () => {
      const { t, pick, answer } = IN_FRENCH;
      const seen = await visit({ locale: 'fr-FR', seenByAxe: new Set() });
      await IN_FRENCH.signIn(seen, noah);
      await seen.arrivesAt(t('enroll.title'));
      await seen.open('/enroll/security-answers');
      await answer(seen, SINGLES);
      for (const [index, [question, text]] of Object.entries(PICKED).entries())
        await pick(seen, index + 1, question, text);
      await seen.press(t('setup.save'));
      await IN_FRENCH.registerAddress(seen, latchkey, noah.address);
      expect(await seen.text()).toContain(t('method-name.security-answers'));

      await IN_FRENCH.claim(seen, noah.username);
      await IN_FRENCH.prove(seen, latchkey, { address: noah.address, answers: REGISTERED });
      await seen.follow(t('action.reset'));
      await seen.type(t('password.label'), noah.newPassword);
      await seen.press(t('password.save'));
      await seen.arrivesAt(t('done.reset'));
      expect(await windowsSays(seen, noah.username, noah.newPassword)).toMatch(/^Welcome/);
      expect(await windowsSays(seen, noah.username, noah.password)).toMatch(/incorrect/);
    });

    test('somebody of the blocked group meets the same pages as a name nobody has, with all their answers right', async () => {
      const victor = somebody('victor');
      const knows = Object.fromEntries(
        (['first-concert', 'childhood-street', 'first-teacher'] as const).map((id) => [
          en(id),
          victor.answers[id] ?? '',
        ]),
      );
      const blocked = await met('en', 'victor', knows);
      expect(blocked[2]).toContain('You can try 4 more times.');
      expect(blocked).toEqual(await met('en', 'nobody.at.all', knows));
      expect(await lettersTo(victor.address)).toEqual([]);

      const seen = await visit();
      await stepsIn('en').signIn(seen, victor);
      await seen.arrivesAt('We can’t finish this here');
      expect(await seen.text()).toContain('does not offer this service for your account');
      expect(await seen.page.locator('a[href*="/enroll"]').count()).toBe(0);
      await seen.open('/enroll/methods');
      await seen.arrivesAt('Sign in');
    });

    test('whoever is revoked with a reason is told by mail, and is a stranger from then on', async () => {
      const at = await enter();
      expect(await report(at, 'registered')).toEqual([
        expect.stringMatching(/^CORP\\noah Noah Adeyemi Registered Staff Security answers,? Code by e-mail/),
      ]);
      await at.look('the one who is registered');
      await revoke(at, { username: 'noah', displayName: 'Noah Adeyemi', reason: REVOKED_BECAUSE });
      const { subject, text } = (await lettersTo(noah.address)).at(-1) ?? { subject: '', text: '' };
      expect(subject).toBe(IN_FRENCH.t('letter.revoked-subject', { organization: 'Example Corporation' }));
      expect(text).not.toContain(REVOKED_BECAUSE);
      const before = (await lettersTo(noah.address)).length;
      const revoked = await met('fr', 'noah', REGISTERED);
      expect(revoked).toEqual(await met('fr', 'nobody.either', REGISTERED));
      expect(await lettersTo(noah.address)).toHaveLength(before);
    });

    test('the report and the trail show all of it', async () => {
      const at = await enter();
      expect(await report(at, 'registered')).toEqual([]);
      expect(await report(at, 'never')).toContainEqual(
        expect.stringMatching(/^CORP\\noah Noah Adeyemi Never registered Staff –/),
      );
      expect(await report(at, 'blocked')).toEqual([
        expect.stringMatching(/^CORP\\chen .* Blocked/),
        expect.stringMatching(/^CORP\\victor .* Blocked/),
      ]);
      const outOfDate = await report(at, 'out-of-date');
      expect(outOfDate).toHaveLength(mustRegisterAgain);
      expect(outOfDate).toContainEqual(expect.stringMatching(/^CORP\\alice .* Answers good until .* Staff/));
      await at.look('people out of date');

      await at.goTo('overview', 'Overview');
      await at.reads(/people counted$/);
      expect(await at.rows('People by registration')).toEqual(
        expect.arrayContaining(['Registered 0', `Out of date ${mustRegisterAgain}`, 'Blocked 2']),
      );
      await at.look('overview');

      await at.goTo('trail?username=noah', 'Trail');
      await at.reads('This is all.');
      const told = [
        `What they had registered (security answers and a code by e-mail) was revoked: ${REVOKED_BECAUSE} CORP\\ada`,
        'A new password was set. Themselves',
        'A new password was about to be set on',
        'Registered a code by e-mail. Themselves',
        'Registered security answers. Themselves',
        'Signed in to their own registration. Themselves',
      ];
      expect(await at.rows('Events')).toEqual(told.map((one) => expect.stringContaining(one)));
      await at.look('trail of one person');
      await at.goTo('trail?kinds=configuration-published', 'Trail');
      await at.reads(/Published version 1/);
      expect(await at.rows('Events')).toEqual([
        expect.stringMatching(/CORP\\ada Published version 1: Two own questions & a choice/),
      ]);
    });
  },
  JOURNEY_MS,
);
