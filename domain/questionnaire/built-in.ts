import type { Questionnaire } from './questionnaire.ts';

/**
 * The questionnaire every installation starts with. Everyone answers all of it and is asked all of it, so that
 * the questions tell a stranger nothing about the person. Chosen for answers that stay and that colleagues do not know.
 */
export const BUILT_IN_QUESTIONNAIRE: Questionnaire = {
  version: 1,
  questions: [
    {
      id: 'first-concert',
      version: 1,
      minimumLength: 3,
      texts: { en: 'Who was on stage at the first concert or show you remember?' },
    },
    {
      id: 'childhood-street',
      version: 1,
      minimumLength: 3,
      texts: { en: 'What was the name of the street where you lived when you were ten?' },
    },
    {
      id: 'first-teacher',
      version: 1,
      minimumLength: 3,
      texts: { en: 'What was the surname of the first teacher you liked?' },
    },
  ],
};
