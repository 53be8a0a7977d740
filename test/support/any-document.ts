import * as fc from 'fast-check';
import type { Audience, GroupRef, UserRef } from '../../domain/policy/audience.ts';
import type { BlockEntry } from '../../domain/policy/block-list.ts';
import type { Branding, ConfigurationDocument } from '../../domain/policy/configuration-document.ts';
import { LOGO_TYPES } from '../../domain/policy/configuration-document.ts';
import { deployedConfiguration } from '../../domain/policy/deployed-configuration.ts';
import type { UserConfiguration } from '../../domain/policy/user-configuration.ts';
import { METHODS } from '../../domain/verification/method.ts';
import { anyMethods, anyRisks, anySentPassword, anySettings } from './any-settings.ts';

const DEPLOYED = deployedConfiguration({
  organization: { name: 'Example Ltd', helpDeskPhone: '+44 20 7946 0000' },
  defaultDomain: 'CORP',
  eligibility: { bases: ['OU=Staff,DC=corp,DC=example'], ownAccounts: [] },
}).document;

/** A document without a mistake: what a deployment starts with, but for what is said. */
export const aDocument = (changes: Partial<ConfigurationDocument> = {}): ConfigurationDocument => ({
  ...DEPLOYED,
  ...changes,
});

/** The smallest PNG: one white dot. */
export const A_LOGO =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';

/** Well-formed text of any kind: markup, quotes, other scripts, marks that turn the direction, emoji. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('a', '&', '<', '>', '"', "'", '{', '}', '\u200f', 'ש', '💩', '語', '/', '~', ' '),
    maxLength: 8,
  }),
  fc.constantFrom('Sales', 'Everyone', 'What was your first concert?', 'Call {organization}', ''),
);
const tag = fc.constantFrom('en', 'en', 'de', 'fr', 'zh-CN', 'ar', 'no_such');
const texts = fc.dictionary(tag, words, { maxKeys: 3 });
// Few, so that things meet: the same id twice, a reference that leads somewhere, a change of the same thing.
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'first-concert', 'Not an id');
const count = fc.integer({ min: -1, max: 6 });

const guids = [
  '0b7c2c0e-4f8a-4c39-9a55-1d1f6d0f3a01',
  '0b7c2c0e-4f8a-4c39-9a55-1d1f6d0f3a02',
  '0b7c2c0e-4f8a-4c39-9a55-1d1f6d0f3a03',
];
const user: fc.Arbitrary<UserRef> = fc.record({
  name: fc.constantFrom('CORP\\asmith', 'CORP\\svc.print', 'CORP\\bjones'),
  guid: fc.constantFrom(...guids),
});
const group: fc.Arbitrary<GroupRef> = fc.record({
  name: fc.constantFrom('CORP\\Sales', 'CORP\\Contractors', 'CORP\\Help Desk'),
  sid: fc.constantFrom('S-1-5-21-1-2-3-1105', 'S-1-5-21-1-2-3-1106', 'S-1-5-21-1-2-3-1107'),
});

const audience: fc.Arbitrary<Audience> = fc.record(
  {
    everyone: fc.boolean(),
    users: fc.array(user, { maxLength: 3 }),
    groups: fc.array(group, { maxLength: 3 }),
    units: fc.array(
      fc.constantFrom('OU=Staff,DC=corp,DC=example', 'ou=staff, dc=corp, dc=example', 'OU=Lab,DC=corp', ''),
      {
        maxLength: 3,
      },
    ),
    filter: fc.constantFrom('(department=Sales)', '(broken'),
  },
  { requiredKeys: ['users', 'groups', 'units'] },
);

const methods = fc.array(fc.constantFrom(...METHODS), { maxLength: 3 });
const action = { offered: fc.boolean(), required: methods, optional: methods, minimumOptional: count };
const always = ['offered', 'required', 'optional', 'minimumOptional'] as const;
const unlock = fc.record({ ...action, evenWhenExpired: fc.boolean() }, { requiredKeys: [...always] });
const reset = fc.record(
  {
    ...action,
    notWhileLocked: fc.boolean(),
    notBeforeMinimumAge: fc.boolean(),
    sentPassword: anySentPassword,
  },
  { requiredKeys: [...always] },
);

const userConfiguration: fc.Arbitrary<UserConfiguration> = fc.record(
  {
    id,
    name: words,
    include: audience,
    exclude: audience,
    actions: fc.record({ unlock, reset }),
    acceptedRisks: anyRisks({ words }),
  },
  { requiredKeys: ['id', 'name', 'include', 'exclude', 'actions'] },
);

const ending = {
  reason: words,
  until: fc.constantFrom('2027-01-31T00:00:00Z', '2020-02-29T17:30:00+01:00', '2027-02-30T00:00:00Z', 'soon'),
};
const blockEntry: fc.Arbitrary<BlockEntry> = fc.oneof(
  fc.record({ user, ...ending }, { requiredKeys: ['user', 'reason'] }),
  fc.record({ group, ...ending }, { requiredKeys: ['group', 'reason'] }),
);

const colour = fc.constantFrom('#0b5cad', '#ffffff', '#777777', '#FFEE00', 'red');
const branding: fc.Arbitrary<Branding> = fc.record(
  {
    organization: texts,
    helpLine: texts,
    linkWording: texts,
    logo: fc.record({
      type: fc.constantFrom(...LOGO_TYPES),
      base64: fc.constantFrom(A_LOGO, 'AAAA', 'no base64', ''),
      alternative: texts,
    }),
    colours: fc.record({ accent: colour, onAccent: colour }),
  },
  { requiredKeys: ['organization', 'helpLine'] },
);

const question = fc.record(
  {
    id,
    texts,
    minimumLength: count,
    caseSensitive: fc.boolean(),
    guessability: fc.constantFrom('low' as const, 'medium' as const, 'high' as const),
    archived: fc.boolean(),
  },
  { requiredKeys: ['id', 'texts', 'minimumLength', 'caseSensitive'] },
);

const word = fc.constantFrom('acme', 'Acme', 'Acmé', 'northwind', 'ab', '', '💩💩💩');

const groupsOf = fc.array(group, { maxLength: 2 });

/**
 * Any document of the right shape, mistakes and all: references that lead nowhere, ids given twice, dates that are none. It
 * comes back the same from JSON.
 */
export const anyDocument: fc.Arbitrary<ConfigurationDocument> = fc.record(
  {
    format: fc.constant(1 as const),
    languages: fc.record({ default: tag, offered: fc.array(tag, { maxLength: 4 }) }),
    branding,
    methods: anyMethods({ words, texts, id, count }),
    ...anySettings({ words, texts, id, count }),
    passwords: fc.record({ bannedWords: fc.array(word, { maxLength: 3 }) }),
    questions: fc.array(question, { maxLength: 5 }),
    groups: fc.array(
      fc.record({ id, name: words, answer: count, questions: fc.array(id, { maxLength: 4 }) }),
      {
        maxLength: 3,
      },
    ),
    questionnaire: fc.record(
      {
        items: fc.array(fc.oneof(fc.record({ question: id }), fc.record({ group: id })), { maxLength: 4 }),
        ask: count,
        minimumAnswers: count,
        maskAnswers: fc.boolean(),
      },
      { requiredKeys: ['items', 'minimumAnswers', 'maskAnswers'] },
    ),
    userConfigurations: fc.array(userConfiguration, { maxLength: 4 }),
    blockList: fc.array(blockEntry, { maxLength: 4 }),
    access: fc.record({
      administrator: groupsOf,
      'policy-editor': groupsOf,
      'help-desk': groupsOf,
      auditor: groupsOf,
    }),
  },
  {
    requiredKeys: [
      'format',
      'languages',
      'branding',
      'methods',
      'questions',
      'groups',
      'questionnaire',
      'userConfigurations',
      'blockList',
      'access',
    ],
  },
);
