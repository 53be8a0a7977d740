import { BUILT_IN_IDS, BUILT_IN_TEXTS } from '../../domain/questionnaire/built-in/texts.ts';
import { METHODS, REMOVABLE_METHODS, type MethodName } from '../../domain/verification/method.ts';
import { ASSET_NAMES } from '../../portal/assets/assets.ts';
import { phrases } from '../../portal/phrase.ts';
import * as pages from '../../portal/pages.ts';
import type { Frame, Problems } from '../../portal/pages.ts';
import { ELSEWHERE_PAGES } from './elsewhere-pages.ts';
import { HOLD_PAGES } from './hold-pages.ts';
import { OWN_THINGS_PAGES } from './own-things-pages.ts';

/** A frame as the routes make it. */
export const frame: Frame = {
  basePath: '',
  language: 'en',
  direction: 'ltr',
  organization: 'Example Corporation',
  helpLine: '+44 20 7946 0123',
  demo: false,
  formToken: 'token-of-the-form',
  assets: ASSET_NAMES,
  languages: ['en'],
  path: '/',
};

/** Chosen to be as long as such names get. */
const LONG_NAME = 'CORP\\maximiliane.von-und-zu-oberammergau-schulze';
const ADDRESS = 'maximiliane.von-und-zu-oberammergau@subdomain.private.example.org';
const REFERENCE = 'K7QM-2XHD-9R4T';
export const questions = [
  {
    id: 'first-concert',
    text: 'Who was on stage at the first concert or show you remember?',
    language: 'en',
  },
  {
    id: 'childhood-street',
    text: 'Wie hieß die Straße, in der Sie mit zehn Jahren wohnten?',
    language: 'de',
  },
  { id: 'first-teacher', text: 'What was the surname of the first teacher you liked?', language: 'en' },
];
/** Where capitals count, and where any length is enough. */
const exacting = [
  {
    id: 'lucky-letters',
    text: 'Which letters were on your first door?',
    language: 'en',
    caseSensitive: true,
  },
];
const rules = { minimumLength: 12, complexity: true, history: 24 };
const operation = 'operation-1';
const SUGGESTION = 'KovaTisaBofuNemiLudaRepiSomaWetu-472';
/** For a browser; nothing of it is shown. */
const OPTIONS = { challenge: 'AAAA', allowCredentials: [] };
const OWN_PASSKEY = {
  id: 'AAAA',
  name: 'My telephone of the company, the grey one with the keyboard',
  registeredAt: Date.UTC(2026, 10, 22),
  backedUp: false,
};
const NOON = Date.UTC(2026, 10, 30, 12);

/** One state of one page. */
export interface Shown {
  readonly name: string;
  readonly html: (frame: Frame) => string;
}

const shown = (name: string, html: (frame: Frame) => string): Shown => ({ name, html });

const recover: readonly Shown[] = [
  shown('start', pages.startPage),
  shown('start: words of their own', (f) =>
    pages.startPage({
      ...f,
      helpLine: 'the front desk of the main building, or extension +44 20 7946 0123',
      linkWording: 'Locked out of your Example account?',
    }),
  ),
  shown('help', pages.helpPage),
  shown('claim', (f) => pages.claimPage(f)),
  shown('claim: empty', (f) =>
    pages.claimPage(f, { username: LONG_NAME, problem: at('username', 'username-missing') }),
  ),
  shown('methods', (f) => pages.methodsPage(f, { methods: everyMethod(f.language, false) })),
  shown('methods: one proven', (f) =>
    pages.methodsPage(f, { methods: everyMethod(f.language, true), problem: { code: 'proof-missing' } }),
  ),
  shown('answers', (f) => pages.answersPage(f, { questions, masked: true, minutesLeft: 15 })),
  shown('answers: wrong', (f) =>
    pages.answersPage(f, {
      questions,
      masked: false,
      minutesLeft: 1,
      triesLeft: 2,
      problem: { code: 'answers-wrong' },
    }),
  ),
  shown('answers: capitals count', (f) =>
    pages.answersPage(f, { questions: [...questions, ...exacting], masked: true, minutesLeft: 15 }),
  ),
  shown('answers: every built-in question', (f) =>
    pages.answersPage(f, { questions: everyBuiltIn(f.language), masked: true, minutesLeft: 15 }),
  ),
  shown('code', (f) => pages.codePage(f, { method: 'email-code', by: 'email', minutes: 10 })),
  shown('code: wrong', (f) =>
    pages.codePage(f, {
      method: 'sms-code',
      by: 'sms',
      username: LONG_NAME,
      minutes: 10,
      sendsLeft: 2,
      problem: at('code', 'code-wrong'),
    }),
  ),
  shown('code: no more', (f) =>
    pages.codePage(f, {
      method: 'sent-code',
      by: 'either',
      minutes: 10,
      sendsLeft: 0,
      problem: { code: 'no-more-codes' },
    }),
  ),
  shown('code: by the way of their choice', (f) =>
    pages.codePage(f, { method: 'sent-code', by: 'either', choose: true, minutes: 10, sendsLeft: 2 }),
  ),
  shown('send', (f) => pages.sendPage(f, { method: 'sent-code' })),
  shown('passkey', (f) => pages.passkeyPage(f, { options: OPTIONS })),
  shown('passkey: wrong', (f) =>
    pages.passkeyPage(f, { options: OPTIONS, problem: { code: 'passkey-wrong' } }),
  ),
  ...actionPages(),
  shown('new password', (f) => pages.newPasswordPage(f, { username: LONG_NAME, rules, operation })),
  shown('new password: refused', (f) =>
    pages.newPasswordPage(f, {
      username: LONG_NAME,
      rules: { minimumLength: 1, complexity: false, history: 0 },
      operation,
      action: '/recover/reset',
      problem: at('newPassword', 'password-too-short'),
    }),
  ),
  shown('new password: suggested', (f) =>
    pages.newPasswordPage(f, {
      username: LONG_NAME,
      rules: { ...rules, bannedWords: true, unreadable: true },
      operation,
      suggestion: SUGGESTION,
    }),
  ),
  ...(['email', 'sms', 'both'] as const).map((by) =>
    shown(`new password sent by ${by}`, (f) => pages.sendPasswordPage(f, { by, operation })),
  ),
  shown('new password sent: not changed', (f) =>
    pages.sendPasswordPage(f, { by: 'email', operation, problem: { code: 'not-changed' } }),
  ),
  ...[true, false].map((uncertain) =>
    shown(`done: sent${uncertain ? ' uncertain' : ''}`, (f) =>
      pages.donePage(f, { action: 'reset', couldAddMethod: false, uncertain, sent: true }),
    ),
  ),
  shown('working', (f) => pages.workingPage(f, { refresh: '/recover/working' })),
  ...(['reset', 'unlock', 'change'] as const).flatMap((action) =>
    [true, false].map((uncertain) =>
      shown(`done: ${action}${uncertain ? ' uncertain' : ''}`, (f) =>
        pages.donePage(f, { action, couldAddMethod: true, uncertain }),
      ),
    ),
  ),
  shown('done: unlock with an expired password', (f) =>
    pages.donePage(f, { action: 'unlock', couldAddMethod: false, uncertain: false, passwordExpired: true }),
  ),
];

/** A view of the action page in which everything is in order and locked, but for what is said. */
export const actionView = ({
  account,
  ...changes
}: Partial<Omit<pages.ActionView, 'account'>> & {
  readonly account?: Partial<pages.ActionView['account']>;
} = {}): pages.ActionView => ({
  account: { locked: true, password: 'good', outsideLogonHours: false, ...account },
  unlock: 'allowed',
  reset: 'allowed',
  operation,
  ...changes,
});

function actionPages(): readonly Shown[] {
  const choices = ['allowed', 'missing', 'not-offered'] as const;
  const states = ['good', 'expired', 'must-change'] as const;
  const everyState = [true, false].flatMap((locked) =>
    states.flatMap((password) =>
      choices.map((choice) =>
        shown(`action: ${[locked ? 'locked' : '', password, choice].join(' ')}`, (f) =>
          pages.actionPage(f, actionView({ account: { locked, password }, unlock: choice, reset: choice })),
        ),
      ),
    ),
  );
  const all = {
    lockedSince: NOON,
    lockEndsAt: NOON,
    password: 'expires-soon',
    passwordExpiresAt: NOON,
    accountExpiresAt: NOON,
    outsideLogonHours: true,
  } as const;
  return [
    ...everyState,
    shown('action: all there is to know', (f) => pages.actionPage(f, actionView({ account: all }))),
    shown('action: an unlock would not help', (f) =>
      pages.actionPage(
        f,
        actionView({ account: { password: 'expired' }, unlock: { because: 'password-expired' } }),
      ),
    ),
    shown('action: a reset has to wait', (f) =>
      pages.actionPage(f, actionView({ reset: { because: 'minimum-age', until: NOON } })),
    ),
    shown('action: an unlock comes first', (f) =>
      pages.actionPage(f, actionView({ reset: { because: 'locked', until: NOON } })),
    ),
  ];
}

const HINDRANCES = ['password-expired', 'locked', 'minimum-age'] as const;
const REASONS: readonly pages.CannotReason[] = [
  'disabled',
  'account-expired',
  'smart-card',
  'cannot-change-password',
  'not-permitted',
  'protected',
  'gone',
  'not-offered',
  'no-way-for-password',
  'nothing-offered',
  'self-service-frozen',
];

const endings: readonly Shown[] = [
  ...REASONS.map((reason) =>
    shown(`cannot: ${reason}`, (f) => pages.cannotPage(f, { reason, reference: REFERENCE })),
  ),
  shown('cannot: account-expired, and when', (f) =>
    pages.cannotPage(f, { reason: 'account-expired', reference: REFERENCE, since: NOON }),
  ),
  ...HINDRANCES.map((because) =>
    shown(`not now: ${because}`, (f) => pages.notNowPage(f, { because, until: NOON })),
  ),
  shown('another change', (f) =>
    pages.anotherChangePage(f, { again: '/recover/action', reference: REFERENCE }),
  ),
  shown('not confirmed', (f) => pages.notConfirmedPage(f, { reference: REFERENCE })),
  shown('slow down', (f) => pages.slowDownPage(f, { minutes: 15 })),
  shown('timed out', pages.timedOutPage),
  shown('problem: unchanged', (f) => pages.problemPage(f, { changed: 'no', reference: REFERENCE })),
  shown('problem: unknown', (f) => pages.problemPage(f, { changed: 'unknown', reference: REFERENCE })),
  shown('bad request', (f) => pages.badRequestPage(f, { why: 'page-expired' })),
  shown('not found', pages.notFoundPage),
];

const enroll: readonly Shown[] = [
  shown('sign in', (f) => pages.signInPage(f)),
  shown('sign in: refused', (f) =>
    pages.signInPage(f, { username: LONG_NAME, problem: { code: 'sign-in-refused' } }),
  ),
  shown('recovery methods: none', (f) =>
    pages.recoveryMethodsPage(f, {
      displayName: 'Maximiliane von und zu Oberammergau-Schulze',
      methods: METHODS.map((method) => ({
        method,
        name: short(f.language, method),
        status: 'not-set-up' as const,
      })),
      neededForAnything: true,
    }),
  ),
  shown('recovery methods: all', (f) =>
    pages.recoveryMethodsPage(f, {
      displayName: 'Alice Smith',
      methods: [
        {
          method: 'security-answers',
          name: short(f.language, 'security-answers'),
          status: 'needs-attention',
          changedAt: Date.UTC(2026, 10, 22),
          count: 3,
          goodUntil: Date.UTC(2026, 11, 24, 9, 30),
        },
        ...(['email-code', 'sms-code', 'passkey', 'recovery-code', 'previous-authentication'] as const).map(
          (method) => ({
            method,
            name: short(f.language, method),
            status: 'set-up' as const,
            changedAt: Date.UTC(2026, 10, 22),
            count: 1,
          }),
        ),
      ],
      neededForAnything: false,
    }),
  ),
  shown('recovery methods: answers no longer good', (f) =>
    pages.recoveryMethodsPage(f, {
      displayName: 'Alice Smith',
      methods: [
        {
          method: 'security-answers',
          name: { text: 'Fragen der Nordwind AG', language: 'de' },
          status: 'needs-attention',
        },
      ],
      neededForAnything: true,
    }),
  ),
  shown('answers set-up', (f) => pages.answersSetupPage(f, { parts: singles(questions), masked: true })),
  shown('answers set-up: a group', (f) =>
    pages.answersSetupPage(f, {
      parts: [...singles(exacting), aGroup(f.language)],
      asked: 2,
      masked: true,
      problem: at('choice.childhood.2', 'choose-more'),
    }),
  ),
  shown('answers set-up: two refused', (f) =>
    pages.answersSetupPage(f, {
      parts: singles(questions),
      masked: false,
      problem: [
        { code: 'answer-too-short', field: 'answer.first-concert' },
        { code: 'answer-says-name', field: 'answer.first-teacher' },
      ],
    }),
  ),
  shown('e-mail set-up', (f) => pages.emailSetupPage(f)),
  shown('e-mail set-up: company', (f) =>
    pages.emailSetupPage(f, { warnCompanyDomain: true, address: ADDRESS }),
  ),
  shown('e-mail set-up: invalid', (f) =>
    pages.emailSetupPage(f, { address: 'x', problem: at('address', 'address-invalid') }),
  ),
  shown('e-mail confirm', (f) => pages.emailConfirmPage(f, { address: ADDRESS, minutes: 10 })),
  shown('e-mail confirm: expired', (f) =>
    pages.emailConfirmPage(f, { address: ADDRESS, minutes: 10, problem: at('code', 'code-expired') }),
  ),
  shown('telephone set-up', (f) => pages.phoneSetupPage(f)),
  shown('telephone set-up: of another country', (f) =>
    pages.phoneSetupPage(f, {
      number: '+881 6 2341 2345',
      countries: 'United Kingdom, Germany, Switzerland',
      problem: at('number', 'number-country'),
    }),
  ),
  shown('telephone confirm', (f) => pages.phoneConfirmPage(f, { number: '+49 … 42', minutes: 10 })),
  shown('telephone confirm: wrong', (f) =>
    pages.phoneConfirmPage(f, { number: '+49 … 42', minutes: 10, problem: at('code', 'code-wrong') }),
  ),
  shown('passkeys', (f) => pages.passkeySetupPage(f, { passkeys: [], options: OPTIONS })),
  shown('passkeys: two', (f) =>
    pages.passkeySetupPage(f, {
      passkeys: [OWN_PASSKEY, { ...OWN_PASSKEY, id: 'BBBB', name: '', backedUp: true }],
      options: OPTIONS,
      name: 'x'.repeat(61),
      problem: at('name', 'passkey-name-too-long'),
    }),
  ),
  shown('passkeys: as many as there can be', (f) => pages.passkeySetupPage(f, { passkeys: [OWN_PASSKEY] })),
  shown('remove a passkey', (f) => pages.passkeyRemovePage(f, { passkey: OWN_PASSKEY })),
  ...REMOVABLE_METHODS.map((method) =>
    shown(`remove ${method}`, (f) => pages.removeMethodPage(f, { method })),
  ),
  shown('remove: by a name of the administrators’', (f) =>
    pages.removeMethodPage(f, { method: 'passkey', name: { text: 'Company key', language: 'en' } }),
  ),
  shown('remove answers', (f) => pages.removeMethodPage(f, { method: 'security-answers' })),
  shown('remove e-mail: wrong password', (f) =>
    pages.removeMethodPage(f, {
      method: 'email-code',
      problem: at('currentPassword', 'current-password-wrong'),
    }),
  ),
  shown('enrolled', (f) =>
    pages.enrolledPage(f, { methods: METHODS.map((method) => short(f.language, method)) }),
  ),
];

const change: readonly Shown[] = [
  shown('change', (f) => pages.changePasswordPage(f, { operation })),
  shown('change: must', (f) =>
    pages.changePasswordPage(f, { operation, username: LONG_NAME, because: 'must-change', rules }),
  ),
  shown('change: expired, refused', (f) =>
    pages.changePasswordPage(f, {
      operation,
      because: 'expired',
      rules,
      problem: at('newPassword', 'password-used-before'),
    }),
  ),
  shown('change: suggested', (f) =>
    pages.changePasswordPage(f, { operation, username: LONG_NAME, rules, suggestion: SUGGESTION }),
  ),
  shown('change: too soon', (f) =>
    pages.changePasswordPage(f, {
      operation,
      username: LONG_NAME,
      rules: { ...rules, minimumAgeHours: 24 },
      changeableFrom: NOON,
      problem: at('newPassword', 'password-too-soon'),
    }),
  ),
];

/** Every page in every state that looks different. */
export const EVERY_PAGE: readonly Shown[] = [
  ...recover,
  ...endings,
  ...enroll,
  ...change,
  ...OWN_THINGS_PAGES,
  ...ELSEWHERE_PAGES,
  ...HOLD_PAGES,
];

function at(field: string, code: pages.ProblemCode): Problems {
  return { code, field };
}

/** All methods there are, the first proven or not; one is called by the administrators' own name, in German. */
function everyMethod(language: string, proven: boolean): readonly pages.MethodChoice[] {
  const t = phrases(language);
  return METHODS.map((method, index) => ({
    method,
    proven: index === 0 && proven,
    sends: method === 'email-code' ? ('at-once' as const) : undefined,
    name:
      method === 'passkey' && proven
        ? { text: 'Firmenschlüssel', language: 'de' }
        : { text: t(`method.${method}`), language },
    hint: { text: t(`method.${method}-hint`), language },
  }));
}

const short = (language: string, method: MethodName) => ({
  text: phrases(language)(`method-name.${method}`),
  language,
});

function singles(some: readonly pages.AskedQuestion[]) {
  return some.map((question) => ({
    kind: 'single' as const,
    question: { ...question, minimumLength: 3 },
  }));
}

/** Two of four, of which the first is picked; one of them minds its capitals. */
function aGroup(language: string) {
  const some = everyBuiltIn(language).slice(3, 7);
  return {
    kind: 'group' as const,
    group: 'childhood',
    answer: 2,
    questions: some.map((each, index) => ({ ...each, minimumLength: 3, caseSensitive: index === 3 })),
    chosen: [some[0]?.id ?? '', ''],
  };
}

/** The questions that come with the product, in a language or, where they are not in it, in English. */
function everyBuiltIn(language: string): readonly pages.AskedQuestion[] {
  const spoken = BUILT_IN_TEXTS[language] === undefined ? 'en' : language;
  return BUILT_IN_IDS.map((id) => ({ id, text: BUILT_IN_TEXTS[spoken]?.[id] ?? '', language: spoken }));
}

/** One page of each structure; those that differ in their words only would be the same work again. */
export const EVERY_LOOK: readonly Shown[] = [
  ...new Map(EVERY_PAGE.map((each) => [each.html(frame).replace(/(?<=>)[^<]+/g, ''), each])).values(),
];
