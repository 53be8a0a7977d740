import type { ConfigurationDocument } from '../policy/configuration-document.ts';
import { MOST_MISTAKES, type Mistake } from './mistake.ts';
import { accessMistakes } from './mistakes/access.ts';
import { blockListMistakes } from './mistakes/block-list.ts';
import { brandingMistakes } from './mistakes/branding.ts';
import type { Known } from './mistakes/known.ts';
import { languageMistakes } from './mistakes/languages.ts';
import { methodMistakes } from './mistakes/methods.ts';
import { passwordMistakes } from './mistakes/passwords.ts';
import { postActionMistakes } from './mistakes/post-actions.ts';
import { questionnaireMistakes } from './mistakes/questionnaire.ts';
import { groupMistakes, questionMistakes } from './mistakes/questions.ts';
import { registeringMistakes } from './mistakes/registering.ts';
import { searchFormMistakes } from './mistakes/search-form.ts';
import { textMessageMistakes } from './mistakes/text-messages.ts';
import { userConfigurationMistakes } from './mistakes/user-configurations.ts';

/**
 * Everything that is wrong with a document of the right shape, all at once and in its order (the first 1,000); empty when it
 * may be published. Whether users, groups and OUs exist is for the directory to say. Never throws; pure.
 */
export const documentMistakes = (document: ConfigurationDocument, known: Known): readonly Mistake[] =>
  [
    ...languageMistakes(document, known),
    ...brandingMistakes(document),
    ...methodMistakes(document, known),
    ...textMessageMistakes(document),
    ...searchFormMistakes(document, known),
    ...registeringMistakes(document),
    ...postActionMistakes(document, known),
    ...passwordMistakes(document),
    ...questionMistakes(document),
    ...groupMistakes(document),
    ...questionnaireMistakes(document),
    ...userConfigurationMistakes(document, known),
    ...blockListMistakes(document, known),
    ...accessMistakes(document),
  ].slice(0, MOST_MISTAKES);
