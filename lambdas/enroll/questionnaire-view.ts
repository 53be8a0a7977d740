import type { Configuration } from '../../domain/policy/configuration.ts';
import { answersTaken } from '../../domain/questionnaire/questionnaire.ts';
import { putQuestions } from '../http/asked-questions.ts';

/** How many of a person's answers a recovery asks for; undefined when it is all of them. */
export function askedOfAll({ questionnaire, document }: Configuration): number | undefined {
  const { ask } = document.questionnaire;
  return ask !== undefined && ask < answersTaken(questionnaire) ? ask : undefined;
}

/** The questionnaire in force as JSON clients see it: what to answer, in which words, and what an answer needs. */
export function questionnaireView(configuration: Configuration, language: string): object {
  const { questionnaire, document } = configuration;
  const asked = askedOfAll(configuration);
  return {
    version: questionnaire.version,
    ...(asked !== undefined && { asked }),
    masked: document.questionnaire.maskAnswers,
    parts: questionnaire.parts.flatMap((part): readonly object[] =>
      part.kind === 'single'
        ? putQuestions(configuration, [part.question], language).map((question) => ({
            kind: 'single',
            question,
          }))
        : [
            {
              kind: 'group',
              group: part.group,
              answer: part.answer,
              questions: putQuestions(configuration, part.questions, language),
            },
          ],
    ),
  };
}
