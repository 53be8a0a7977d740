import { ROLES, type ConfigurationDocument } from '../policy/configuration-document.ts';
import { bannedWordsOf } from '../policy/banned-words.ts';
import type { Section } from './change.ts';
import { blockId, keyedItems, ownId } from './keyed-items.ts';
import { blockedName, blockSentences } from './sentences/block-list.ts';
import { methodsTold, textMessagesSentences } from './sentences/methods.ts';
import { postActionSentences } from './sentences/post-action.ts';
import * as presentation from './sentences/presentation.ts';
import {
  groupSentences,
  questionName,
  questionnaireSentences,
  questionSentences,
  type Wording,
} from './sentences/questionnaire.ts';
import { searchFormSentences } from './sentences/search-form.ts';
import { meantSentences, ruleSentences } from './sentences/user-configuration.ts';
import { METHOD_NAMES } from './sentences/words.ts';

/** One thing of a document, in words. */
export interface Told {
  readonly section: Section;
  readonly id: string;
  readonly name: string;
  /** Whether its name is a fact of its own, and not made from its other facts. */
  readonly isNamed: boolean;
  readonly sentences: readonly string[];
}

/** Every thing of a document, in words; all but the order of the user configurations. */
export const toldThings = (document: ConfigurationDocument, wording: Wording = document): readonly Told[] => [
  ...toldUserConfigurations(document),
  ...toldBlocks(document),
  ...toldQuestions(document, wording),
  ...toldGroups(document, wording),
  told(
    'questionnaire',
    'questionnaire',
    'Questionnaire',
    questionnaireSentences(document.questionnaire, wording),
  ),
  ...toldMethods(document),
  ...toldSettings(document),
  ...toldPostActions(document),
  ...toldBannedWords(document),
  told('languages', 'languages', 'Languages', presentation.languageSentences(document.languages)),
  ...toldBranding(document, wording),
  ...toldAccess(document),
];

const told = (
  section: Section,
  id: string,
  name: string,
  sentences: readonly string[],
  isNamed = false,
): Told => ({ section, id, name, isNamed, sentences });

const toldUserConfigurations = ({ userConfigurations }: ConfigurationDocument) =>
  [...keyedItems(userConfigurations, ownId)].map(([id, one]) =>
    told(
      'userConfigurations',
      id,
      one.name,
      [...ruleSentences(one), ...meantSentences(one.include), ...meantSentences(one.exclude)],
      true,
    ),
  );

const toldBlocks = ({ blockList }: ConfigurationDocument) =>
  [...keyedItems(blockList, blockId)].map(([id, entry]) =>
    told('blockList', id, blockedName(entry), blockSentences(entry)),
  );

const toldQuestions = ({ questions }: ConfigurationDocument, wording: Wording) =>
  [...keyedItems(questions, ownId)].map(([id, question]) =>
    told(
      'questions',
      id,
      questionName(question.id, { ...wording, questions: [question] }),
      questionSentences(question, wording),
    ),
  );

const toldGroups = ({ groups }: ConfigurationDocument, wording: Wording) =>
  [...keyedItems(groups, ownId)].map(([id, group]) =>
    told('groups', id, group.name, groupSentences(group, wording), true),
  );

const toldMethods = ({ methods, languages }: ConfigurationDocument) =>
  methodsTold(methods, languages.default).map(({ method, sentences }) =>
    told('methods', method, METHOD_NAMES[method], sentences),
  );

function toldSettings({ textMessages, searchForm, registering, languages }: ConfigurationDocument) {
  const one = (section: Section, name: string, sentences: readonly string[]) =>
    told(section, section, name, sentences);
  return [
    ...(textMessages ? [one('textMessages', 'Text messages', textMessagesSentences(textMessages))] : []),
    ...(searchForm
      ? [one('searchForm', 'Search form', searchFormSentences(searchForm, languages.default))]
      : []),
    ...(registering
      ? [one('registering', 'Registering', presentation.registeringSentences(registering))]
      : []),
  ];
}

const toldPostActions = ({ postActions }: ConfigurationDocument) =>
  [...keyedItems(postActions ?? [], ownId)].map(([id, action]) =>
    told('postActions', id, action.name, postActionSentences(action), true),
  );

const toldBannedWords = (document: ConfigurationDocument) =>
  [...keyedItems(bannedWordsOf(document), (word) => word)].map(([id, word]) =>
    told('passwords', id, word, presentation.bannedWordSentences(word)),
  );

function toldBranding({ branding }: ConfigurationDocument, { languages }: Wording): readonly Told[] {
  const { organization, helpLine, linkWording, logo, colours } = branding;
  const spoken = (texts: typeof organization, what: string) =>
    presentation.textSentences(texts, what, languages.default);
  return [
    told(
      'branding',
      'organization',
      'Name of the organisation',
      spoken(organization, 'the organisation is called'),
    ),
    told('branding', 'helpLine', 'Help line', spoken(helpLine, 'the help line says')),
    ...(linkWording
      ? [told('branding', 'linkWording', 'Wording of the link', spoken(linkWording, 'the link says'))]
      : []),
    ...(logo ? [told('branding', 'logo', 'Logo', presentation.logoSentences(logo, languages.default))] : []),
    ...(colours ? [told('branding', 'colours', 'Colours', presentation.colourSentences(colours))] : []),
  ];
}

const ROLE_NAMES = {
  administrator: 'Administrators',
  'policy-editor': 'Policy editors',
  'help-desk': 'Help desk',
  auditor: 'Auditors',
};

const toldAccess = ({ access }: ConfigurationDocument) =>
  ROLES.map((role) =>
    told('access', role, ROLE_NAMES[role], presentation.accessSentences(role, access[role])),
  );
