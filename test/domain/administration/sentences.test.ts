import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentSentences, userConfigurationSentences } from '../../../domain/administration/sentences.ts';
import type { ConfigurationDocument } from '../../../domain/policy/configuration-document.ts';
import { aDocument, anyDocument } from '../../support/any-document.ts';
import {
  anAudience,
  aQuestion,
  asking,
  aUserConfiguration,
  EVERYONE,
  notOffered,
  offered,
} from '../../support/configured.ts';
import { editsOf } from '../../support/edits.ts';

const sales = aUserConfiguration('sales', {
  include: anAudience({
    groups: [{ name: 'CORP\\Sales', sid: 'S-1-5-21-1-2-3-1105' }],
    units: ['OU=Staff,DC=corp,DC=example'],
  }),
  exclude: anAudience({ users: [{ name: 'CORP\\svc.print', guid: '0b7c2c0e-4f8a-4c39-9a55-1d1f6d0f3a01' }] }),
  actions: { unlock: offered(['email-code', 'security-answers']), reset: notOffered },
});
const everyone = aUserConfiguration('everyone');

const told = (document: ConfigurationDocument, section: string, id = section): readonly string[] =>
  documentSentences(document).find((one) => one.section === section && one.id === id)?.sentences ?? [];

describe('a user configuration in plain English', () => {
  it('says to whom it applies, what they may do, what they must prove, and where it stands', () => {
    expect(userConfigurationSentences(sales, aDocument({ userConfigurations: [everyone, sales] }))).toEqual([
      'It applies to members of CORP\\Sales and to everyone under OU=Staff,DC=corp,DC=example, but not to CORP\\svc.print.',
      'They may unlock their account. For that they must give a code by e-mail and their security answers.',
      'They may not reset their password.',
      'It comes second: whoever matches an earlier user configuration is not affected.',
    ]);
  });

  it('says what a choice of proofs is', () => {
    const choosy = aUserConfiguration('choosy', {
      include: EVERYONE,
      actions: {
        unlock: offered([], ['email-code', 'security-answers'], 1),
        reset: offered(['email-code'], ['security-answers'], 0),
      },
    });
    expect(userConfigurationSentences(choosy, aDocument({ userConfigurations: [choosy] }))).toEqual([
      'It applies to everyone.',
      'They may unlock their account. For that they must give at least 1 of these: a code by e-mail, their security answers.',
      'They may reset their password. For that they must give a code by e-mail. They may also give their security answers, but need not.',
    ]);
  });
});

describe('the settings of what a user configuration offers, in plain English', () => {
  it('say when an action is offered that otherwise is not, or the other way round; and nothing where it is not offered', () => {
    const answers = offered(['security-answers']);
    const strict = aUserConfiguration('strict', {
      actions: {
        unlock: { ...answers, evenWhenExpired: true },
        reset: { ...answers, notWhileLocked: true, notBeforeMinimumAge: true },
      },
    });
    expect(
      userConfigurationSentences(strict, aDocument({ userConfigurations: [strict] })).slice(1, 3),
    ).toEqual([
      'They may unlock their account. That is offered even when their password has expired. For that they must give their security answers.',
      'They may reset their password. That is not offered while their account is locked. That is not offered before the minimum age of their password has passed. For that they must give their security answers.',
    ]);
    const off = { ...strict.actions.reset, offered: false };
    const none = { ...strict, actions: { ...strict.actions, reset: off } };
    expect(userConfigurationSentences(none, aDocument({ userConfigurations: [none] }))[2]).toBe(
      'They may not reset their password.',
    );
  });
});

describe('a document in plain English', () => {
  it('says who is blocked, until when and why', () => {
    const group = { name: 'CORP\\Contractors', sid: 'S-1-5-21-1-2-3-1106' };
    const entry = { group, reason: 'left the company', until: '2027-01-31T00:00:00Z' };
    expect(told(aDocument({ blockList: [entry] }), 'blockList', group.sid.toLowerCase())).toEqual([
      'CORP\\Contractors (a group) is blocked until 31 January 2027: “left the company”.',
      'CORP\\Contractors is the group S-1-5-21-1-2-3-1106.',
    ]);
    const later = aDocument({ blockList: [{ ...entry, until: '2027-01-31T18:30:00+01:00' }] });
    expect(told(later, 'blockList', group.sid.toLowerCase())[0]).toContain(
      'until 31 January 2027, 17:30 UTC:',
    );
  });

  it('says what the questionnaire asks, in the words of the questions', () => {
    const parts = asking(['pet', [2, ['car', 'book', 'film', 'song']]], { ask: 2, minimumAnswers: 3 });
    expect(told(aDocument(parts), 'questionnaire')).toEqual([
      'Everyone answers “What about pet?” (pet).',
      'Everyone picks and answers 2 of the 4 questions of “Group 1” (group-1).',
      'At recovery, 2 of somebody’s answers are asked for.',
      'It must take at least 3 answers.',
      'Answers are hidden while they are typed, with a Show button beside.',
    ]);
  });

  it('says a question in each of its languages, the default first', () => {
    const questions = [aQuestion('pet', { texts: { de: 'Wie hieß es?', en: 'What was it called?' } })];
    expect(told(aDocument({ questions }), 'questions', 'pet')).toEqual([
      'In English (en) it asks: “What was it called?”',
      'In German (de) it asks: “Wie hieß es?”',
      'An answer needs at least 3 characters.',
      'Capitals do not count.',
    ]);
  });

  it('has a sentence for every fact: whatever is changed about a document, it reads differently', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const said = JSON.stringify(documentSentences(document));
        const unsaid = editsOf(document).filter(
          ({ edited }) => JSON.stringify(documentSentences(edited)) === said,
        );
        expect(unsaid.map(({ path }) => path)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('never fails, whatever it is given', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const { sentences, section } of documentSentences(document))
          expect(sentences.length, section).toBeGreaterThan(0);
      }),
    );
  });
});
