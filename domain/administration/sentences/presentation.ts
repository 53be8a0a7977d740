import type { Branding, ConfigurationDocument, Role } from '../../policy/configuration-document.ts';
import type { GroupRef } from '../../policy/audience.ts';
import type { Registering } from '../../policy/registering.ts';
import type { LocalText } from '../../questionnaire/question.ts';
import { fingerprint } from './fingerprint.ts';
import { meantSentences } from './user-configuration.ts';
import { counted, languageName, listed, quoted, ROLE_WORDS, spokenIn } from './words.ts';

export const bannedWordSentences = (word: string): readonly string[] => [
  `No new password may have ${quoted(word)} in it, whatever its case, or digits and symbols put for its letters.`,
];

export const registeringSentences = ({ frozenHoursAfterReset }: Registering): readonly string[] => [
  frozenHoursAfterReset === 0
    ? 'What people have registered may be changed right after a reset.'
    : `After a reset, nothing that was registered may be changed for ${counted(frozenHoursAfterReset, 'hour')}.`,
];

export const languageSentences = ({
  default: tag,
  offered,
}: ConfigurationDocument['languages']): readonly string[] => [
  `The default language is ${languageName(tag)}.`,
  offered.length > 0
    ? `Pages and letters are offered in ${listed(offered.map(languageName))}.`
    : 'Pages and letters are offered in no language.',
];

/** One of the customer's own texts; `what` goes on after the language: `the help line says`. */
export const textSentences = (texts: LocalText, what: string, defaultLanguage: string): readonly string[] =>
  Object.keys(texts).length === 0
    ? ['It has no text.']
    : spokenIn(texts, defaultLanguage).map(([language, text]) => `In ${language}, ${what} ${text}.`);

export const logoSentences = (
  { type, base64, alternative }: NonNullable<Branding['logo']>,
  defaultLanguage: string,
): readonly string[] => [
  `The logo is a picture of the type ${type}, with the fingerprint ${fingerprint(base64)}.`,
  ...textSentences(alternative, 'it is described as', defaultLanguage),
];

export const colourSentences = ({
  accent,
  onAccent,
}: NonNullable<Branding['colours']>): readonly string[] => [
  `Buttons and links have the colour ${accent}.`,
  `Text on buttons has the colour ${onAccent}.`,
];

export const accessSentences = (role: Role, groups: readonly GroupRef[]): readonly string[] => {
  const name = quoted(ROLE_WORDS[role]);
  const others = role === 'administrator' ? ' The deployment’s own administrators always have it.' : '';
  return groups.length === 0
    ? [`Nobody is given the role ${name} here.${others}`]
    : [
        `Members of ${listed(groups.map((group) => group.name))} have the role ${name}.${others}`,
        ...meantSentences({ users: [], groups }),
      ];
};
