import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConfigurationDocument } from '../../domain/policy/configuration-document.ts';
import type { BuiltInTexts } from '../../domain/questionnaire/built-in/ids.ts';
import { BUILT_IN_TEXTS } from '../../domain/questionnaire/built-in/texts.ts';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { pngOf } from '../support/a-logo.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import type { Visitor } from '../support/visitor.ts';
import { guestOf, JOURNEY_MS, running } from './running.ts';
import { lockOut, windowsSays } from './steps.ts';
import { stepsIn } from './steps-in.ts';
import { noah } from './travellers.ts';

const IN_FRENCH = stepsIn('fr');
const { t } = IN_FRENCH;
const text = (id: keyof BuiltInTexts): string => BUILT_IN_TEXTS['fr']?.[id] ?? '';
const PLACES = ['childhood-street', 'school-neighbour', 'teacher-nickname', 'bedtime-toy'] as const;
const SINGLES = { 'first-concert': 'Fela & the “Africa 70” <live>', 'first-teacher': 'Mme Ọlábísí' } as const;
const PICKED = { 'teacher-nickname': 'le Hibou', 'bedtime-toy': 'Ours brun' } as const;

/** A configuration for the group noah is in, with two questions for all and two of four, and looks of its own. */
async function document(latchkey: LocalLatchkey): Promise<ConfigurationDocument> {
  const group = await latchkey.ports.directory.object('group', 'Latchkey-Users');
  if (!group) throw new Error('the cast has lost its group');
  const inForce = latchkey.configuration.document;
  const [everyone] = inForce.userConfigurations;
  if (!everyone) throw new Error('there is no user configuration');
  return {
    ...inForce,
    branding: {
      organization: { en: 'Example Corporation', fr: 'Exemple & Cie' },
      helpLine: { en: 'the front desk', fr: 'l’accueil, bâtiment 2' },
      linkWording: { en: 'Locked out?', fr: 'Bloqué chez {organization} ?' },
      colours: { accent: '#7a1f5c', onAccent: '#ffffff' },
      logo: { type: 'image/png', base64: pngOf(90, 30, '#7a1f5c'), alternative: { fr: 'Une vague' } },
    },
    groups: [{ id: 'enfance', name: 'Enfance', answer: 2, questions: PLACES }],
    questionnaire: {
      items: [...Object.keys(SINGLES).map((question) => ({ question })), { group: 'enfance' }],
      minimumAnswers: 4,
      maskAnswers: true,
    },
    userConfigurations: [
      {
        ...everyone,
        id: 'staff',
        name: 'Staff',
        include: { users: [], groups: [{ name: group.name, sid: group.id }], units: [] },
      },
      {
        ...everyone,
        actions: { ...everyone.actions, unlock: { ...everyone.actions.unlock, offered: false } },
      },
    ],
  };
}

async function publish(latchkey: LocalLatchkey): Promise<void> {
  const { ports, configuration } = latchkey;
  const next = {
    version: configuration.version + 1,
    document: await document(latchkey),
    questionnaireVersion: configuration.questionnaireVersion + 1,
    earlierQuestionnaires: [],
    reason: 'a journey',
    publishedAt: ports.clock.now(),
  };
  const published = await ports.configuration.publish(next, {
    id: randomUUID(),
    at: ports.clock.now(),
    person: { domain: 'CORP', guid: randomUUID() },
    reference: 'AAAA-2222',
    source: '127.0.0.1',
    happening: { kind: 'draft-reviewed', revision: 1 },
  });
  if (!published) throw new Error('it was not published');
}

const SINGLE_ANSWERS = Object.fromEntries(
  Object.entries(SINGLES).map(([id, answer]) => [text(id as keyof typeof SINGLES), answer]),
);
const PICKED_AGAIN = Object.fromEntries(
  Object.entries(PICKED).map(([id, answer]) => [text(id as keyof typeof PICKED), answer.toUpperCase()]),
);

async function registerInFrench(visitor: Visitor, latchkey: LocalLatchkey): Promise<void> {
  const { answer, pick } = IN_FRENCH;
  await visitor.open('/?lang=fr');
  await IN_FRENCH.signIn(visitor, noah);
  await visitor.arrivesAt(t('enroll.title'));
  await visitor.open('/enroll/security-answers');
  await answer(visitor, SINGLE_ANSWERS);
  await pick(visitor, 1, text('teacher-nickname'), PICKED['teacher-nickname']);
  await pick(visitor, 2, text('teacher-nickname'), 'autre chose');
  await visitor.press(t('setup.save'));
  await visitor.arrivesAt(t('setup.title'));
  expect(await visitor.text()).toContain(t('problem.question-twice'));
  await answer(visitor, SINGLE_ANSWERS);
  await visitor.type(t('setup.answer', { number: 1 }), PICKED['teacher-nickname']);
  await pick(visitor, 2, text('bedtime-toy'), PICKED['bedtime-toy']);
  await visitor.press(t('setup.save'));
  await IN_FRENCH.registerAddress(visitor, latchkey, noah.address);
}

async function recoverInFrench(visitor: Visitor, latchkey: LocalLatchkey): Promise<void> {
  await IN_FRENCH.claim(visitor, noah.username, 'Bloqué chez Exemple & Cie ?');
  const answers = { ...SINGLE_ANSWERS, ...PICKED_AGAIN };
  await IN_FRENCH.prove(visitor, latchkey, { address: noah.address, answers });
  await visitor.press(t('action.unlock'));
  await visitor.arrivesAt(t('done.unlock'));
}

describe.skipIf(!hasBrowser())(
  'somebody of a group with a configuration, looks and a questionnaire of its own',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    beforeAll(async () => {
      [browser, latchkey] = await Promise.all([launchBrowser(), running({ basePath: '/prod' })]);
      await publish(latchkey);
    });
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

    test.each([true, false])(
      'registers in French, picks two of four, and recovers; with scripts: %s',
      async (scripts) => {
        const guest = await guestOf(browser, latchkey, { scripts, ...(scripts && { seenByAxe: new Set() }) });
        await registerInFrench(guest, latchkey);
        await lockOut(guest, noah.username);
        await recoverInFrench(guest, latchkey);
        expect(await windowsSays(guest, noah.username, noah.password)).toMatch(/^Welcome/);
        await guest.open('/');
        expect(await guest.page.locator('footer').innerText()).toContain('l’accueil, bâtiment 2');
        expect(await guest.page.getByAltText('Une vague').isVisible()).toBe(true);
        const { subject } = latchkey.mailbox.messages().find(({ to }) => to === noah.address) ?? {
          subject: '',
        };
        expect(subject).toBe(t('letter.address-subject', { organization: 'Exemple & Cie' }));
        await guest.leave();
      },
      JOURNEY_MS,
    );
  },
);
