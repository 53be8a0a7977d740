import type { SearchForm } from '../../policy/search-form.ts';
import { quoted, spokenIn } from './words.ts';

/** What people may type to say who they are, and how they are found by it. */
export const searchFormSentences = (
  { besidesName, fields, filter }: SearchForm,
  defaultLanguage: string,
): readonly string[] => [
  besidesName
    ? 'People may type their name, or fill in these fields instead.'
    : 'People fill in these fields; a name is not asked for.',
  ...(fields.length === 0 ? ['There is no field.'] : []),
  ...fields.flatMap(({ attribute, label }) => [
    `There is a field for the attribute ${quoted(attribute)}.`,
    ...spokenIn(label, defaultLanguage).map(
      ([language, text]) => `In ${language}, the field for ${quoted(attribute)} is called ${text}.`,
    ),
  ]),
  `Whoever the filter ${quoted(filter)} finds, and only when it finds one, is meant.`,
];
