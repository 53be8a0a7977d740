import { describe, expect, it } from 'vitest';
import {
  needsEarlierUntil,
  nextVersion,
  type Publishing,
} from '../../../domain/administration/next-version.ts';
import type { ConfigurationDocument } from '../../../domain/policy/configuration-document.ts';
import { partsOf, type ConfigurationVersion } from '../../../domain/policy/configuration.ts';
import { aDocument } from '../../support/any-document.ts';
import { aQuestion, asking } from '../../support/configured.ts';

const NOW = Date.UTC(2026, 0, 15);
const DAY = 86_400_000;
const alice = {
  person: { domain: 'CORP', guid: '0b7c2c0e-4f8a-4c39-9a55-1d1f6d0f3a01' },
  name: 'CORP\\alice',
};

const inForce = (
  document: ConfigurationDocument,
  more: Partial<ConfigurationVersion> = {},
): ConfigurationVersion => ({
  version: 7,
  document,
  questionnaireVersion: 3,
  earlierQuestionnaires: [],
  reason: 'Before',
  publishedAt: NOW - DAY,
  ...more,
});
const publishing = (more: Partial<Publishing> = {}): Publishing => ({
  author: alice,
  reason: 'New questions',
  now: NOW,
  answered: new Set(),
  ...more,
});
const before = aDocument(asking(['pet', 'car', [1, ['book', 'film']]]));
const archivedIn = ({ document }: ConfigurationVersion) =>
  document.questions.filter(({ archived }) => archived).map(({ id }) => id);

describe('publishing a document', () => {
  it('makes the next version, with who did it, when and why', () => {
    expect(nextVersion(inForce(before), before, publishing())).toEqual({
      version: 8,
      document: before,
      questionnaireVersion: 3,
      earlierQuestionnaires: [],
      author: alice,
      reason: 'New questions',
      publishedAt: NOW,
    });
  });

  it('leaves enrollments alone when the same is asked in other words or another order', () => {
    const document = {
      ...before,
      questions: before.questions.map((one) => aQuestion(one.id, { texts: { en: 'In other words?' } })),
      questionnaire: { ...before.questionnaire, items: before.questionnaire.items.toReversed() },
    };
    const next = nextVersion(inForce(before), document, publishing({ earlierUntil: NOW + DAY }));
    expect(needsEarlierUntil(inForce(before), document)).toBe(false);
    expect([next.questionnaireVersion, next.earlierQuestionnaires]).toEqual([3, []]);
  });

  it('accepts what was asked before until the date when something else is asked', () => {
    const document = aDocument(asking(['pet', 'street']));
    expect(needsEarlierUntil(inForce(before), document)).toBe(true);
    const next = nextVersion(inForce(before), document, publishing({ earlierUntil: NOW + 30 * DAY }));
    expect(next.questionnaireVersion).toBe(4);
    expect(next.earlierQuestionnaires).toEqual([
      { version: 3, parts: partsOf(before), replacedAt: NOW, acceptedUntil: NOW + 30 * DAY },
    ]);
  });

  it('accepts it no longer when no date is set', () => {
    const next = nextVersion(inForce(before), aDocument(asking(['pet'])), publishing());
    expect(next.earlierQuestionnaires.map(({ acceptedUntil }) => acceptedUntil)).toEqual([NOW]);
  });

  it('forgets what is accepted no longer, and keeps what still is', () => {
    const earlier = (version: number, acceptedUntil: number) => ({
      version,
      parts: partsOf(before),
      replacedAt: NOW - DAY,
      acceptedUntil,
    });
    const current = inForce(before, { earlierQuestionnaires: [earlier(1, NOW), earlier(2, NOW + 1)] });
    const versions = (document: ConfigurationDocument) =>
      nextVersion(current, document, publishing()).earlierQuestionnaires.map(({ version }) => version);
    expect(versions(before)).toEqual([2]);
    expect(versions(aDocument(asking(['pet'])))).toEqual([2, 3]);
  });

  it('archives the questions that are asked no more and that an accepted questionnaire still asks', () => {
    const document = aDocument(asking(['pet', 'street']));
    const next = nextVersion(inForce(before), document, publishing({ earlierUntil: NOW + DAY }));
    expect(archivedIn(next)).toEqual(['car', 'book', 'film']);
    expect(next.document.questions.find(({ id }) => id === 'car')?.texts).toEqual({ en: 'What about car?' });
  });

  it('archives a question that somebody answered, and deletes what nobody knows', () => {
    const current = inForce({
      ...before,
      questions: [...before.questions, aQuestion('old'), aQuestion('older')],
    });
    const next = nextVersion(current, before, publishing({ answered: new Set(['old', 'pet']) }));
    expect(archivedIn(next)).toEqual(['old']);
    expect(next.document.questions.map(({ id }) => id)).toEqual(['pet', 'car', 'book', 'film', 'old']);
  });

  it('accepts no empty questionnaire: whoever answered nothing would have answered it', () => {
    const nothing = inForce(aDocument(asking([])));
    expect(needsEarlierUntil(nothing, before)).toBe(false);
    const next = nextVersion(nothing, before, publishing({ earlierUntil: NOW + DAY }));
    expect([next.questionnaireVersion, next.earlierQuestionnaires]).toEqual([4, []]);
  });
});
