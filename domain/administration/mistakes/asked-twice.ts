import type { ConfigurationDocument } from '../../policy/configuration-document.ts';
import type { Mistake } from '../mistake.ts';
import { pointer } from './pointer.ts';

type Part = Pick<ConfigurationDocument, 'questionnaire' | 'groups'>;

/** The mistakes of a questionnaire that could ask one person one question twice: alone, in a group, or in two of them. */
export const askedTwice = (document: Part): readonly Mistake[] => [
  ...repeatedItems(document),
  ...aloneAndInAGroup(document),
  ...inTwoGroups(document),
];

const itemPath = (index: number) => pointer('questionnaire', 'items', index);

function repeatedItems({ questionnaire: { items } }: Part): readonly Mistake[] {
  return items.flatMap(({ question, group }, index): readonly Mistake[] => {
    const first = items.findIndex((item) => item.question === question && item.group === group);
    if (first === index) return [];
    const alone = question !== undefined;
    return [
      {
        path: itemPath(index),
        code: alone ? 'question-twice' : 'already-there',
        message: `${alone ? `Question "${question}"` : `Question group "${group}"`} is already in the questionnaire, at ${itemPath(first)}.`,
        remedy: 'Remove one of the two.',
      },
    ];
  });
}

function aloneAndInAGroup(document: Part): readonly Mistake[] {
  const holder = new Map<string, string>();
  for (const { name, questions } of usedGroups(document))
    for (const id of questions) if (!holder.has(id)) holder.set(id, name);
  return document.questionnaire.items.flatMap(({ question }, index): readonly Mistake[] => {
    const group = question === undefined ? undefined : holder.get(question);
    return group !== undefined && question !== undefined
      ? [
          {
            path: itemPath(index),
            code: 'question-twice',
            message: `Question "${question}" is asked alone and in group "${group}".`,
            remedy: `Remove the single question: group "${group}" has it. Or take it out of the group.`,
          },
        ]
      : [];
  });
}

function inTwoGroups(document: Part): readonly Mistake[] {
  const holder = new Map<string, string>();
  return usedGroups(document).flatMap(({ name, at, questions }) =>
    [...new Set(questions)].flatMap((id): readonly Mistake[] => {
      const other = holder.get(id);
      if (other === undefined) {
        holder.set(id, name);
        return [];
      }
      return [
        {
          path: pointer('groups', at, 'questions', questions.indexOf(id)),
          code: 'question-twice',
          message: `Question "${id}" is in groups "${other}" and "${name}", and the questionnaire asks both.`,
          remedy: 'Take it out of one of the two groups, or remove one of them from the questionnaire.',
        },
      ];
    }),
  );
}

/** The groups that the questionnaire asks, each once, with its place. */
function usedGroups({ questionnaire, groups }: Part) {
  const used = new Set(questionnaire.items.map(({ group }) => group));
  // Where two have one id, the first is the one that is asked.
  return groups.map((group, at) => ({ ...group, at })).filter(({ id }) => used.delete(id));
}
