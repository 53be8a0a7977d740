import { describe, expect, it } from 'vitest';
import type { ConfigurationDocument } from '../../../../domain/policy/configuration-document.ts';
import { asking } from '../../../support/configured.ts';
import { found, messages, mistakesIn, nothingAsked } from './found.ts';

describe('a questionnaire', () => {
  const { questions, groups } = asking(['pet', [1, ['car', 'book']], [1, ['film']]]);
  const plan = (items: ConfigurationDocument['questionnaire']['items'], more = {}) => ({
    questions,
    groups,
    questionnaire: { items, minimumAnswers: 1, maskAnswers: true, ...more },
  });

  it("can't ask a question alone and in a group: the single one is offered to be removed", () => {
    const [mistake] = mistakesIn(plan([{ group: 'group-1' }, { question: 'car' }]));
    expect(mistake).toEqual({
      path: '/questionnaire/items/1',
      code: 'question-twice',
      message: 'Question "car" is asked alone and in group "Group 1".',
      remedy: 'Remove the single question: group "Group 1" has it. Or take it out of the group.',
    });
  });

  it("can't ask a question in two of its groups; in a group that it does not ask, it may", () => {
    const both = { ...plan([{ group: 'group-1' }, { group: 'group-2' }]) };
    const shared = both.groups.map((group) => ({ ...group, questions: ['pet', ...group.questions] }));
    expect(found({ ...both, groups: shared })).toEqual(['question-twice /groups/1/questions/0']);
    expect(found({ ...plan([{ group: 'group-1' }]), groups: shared })).toEqual([]);
  });

  it("can't ask the same item twice", () => {
    expect(found(plan([{ question: 'pet' }, { question: 'pet' }]))).toEqual([
      'question-twice /questionnaire/items/1',
    ]);
    expect(found(plan([{ group: 'group-1' }, { group: 'group-1' }]))).toEqual([
      'already-there /questionnaire/items/1',
    ]);
  });

  it("can't ask what does not exist, and is not told to take more answers for that", () => {
    expect(found(plan([{ question: 'cat' }, { group: 'cats' }], { minimumAnswers: 3 }))).toEqual([
      'unknown-question /questionnaire/items/0/question',
      'unknown-group /questionnaire/items/1/group',
    ]);
  });

  it("can't ask what is archived, alone or in a group it asks", () => {
    const archived = questions.map((one) => ({ ...one, archived: true }));
    const document = plan([{ question: 'pet' }, { group: 'group-1' }]);
    expect(found({ ...document, questions: archived })).toEqual([
      'question-archived /questionnaire/items/0/question',
      'question-archived /groups/0/questions/0',
      'question-archived /groups/0/questions/1',
    ]);
  });

  it("can't be empty while security answers are on", () => {
    expect(found(plan([]))).toEqual(['questionnaire-empty /questionnaire/items']);
    expect(found({ ...plan([]), ...nothingAsked })).toEqual([]);
  });

  it('takes no fewer answers than it must, and asks for no more than it takes', () => {
    const items = [{ question: 'pet' }, { group: 'group-1' }];
    expect(found(plan(items, { minimumAnswers: 2, ask: 2 }))).toEqual([]);
    expect(messages(plan(items, { minimumAnswers: 3, ask: 3 }))).toEqual([
      'The questionnaire takes 2 answers, fewer than the 3 it must take.',
      'The questionnaire takes 2 answers, but 3 are asked for at recovery.',
    ]);
    expect(found(plan(items, { ask: 0 }))).toEqual(['out-of-range /questionnaire/ask']);
  });
});
