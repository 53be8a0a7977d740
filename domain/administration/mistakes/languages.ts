import type { ConfigurationDocument } from '../../policy/configuration-document.ts';
import type { Mistake } from '../mistake.ts';
import type { Known } from './known.ts';
import { pointer } from './pointer.ts';
import { repeated } from './repeated.ts';

/** The mistakes in the languages that are offered. */
export function languageMistakes(
  { languages }: ConfigurationDocument,
  known: Pick<Known, 'languages'>,
): readonly Mistake[] {
  const list = known.languages.join(', ');
  const unknown = languages.offered.flatMap((tag, index): readonly Mistake[] =>
    known.languages.includes(tag)
      ? []
      : [
          {
            path: pointer('languages', 'offered', index),
            code: 'unknown-language',
            message: `The portal does not speak "${tag}".`,
            remedy: `Offer only languages that come with this version: ${list}.`,
          },
        ],
  );
  const twice = repeated(languages.offered, (tag) => tag.toLowerCase()).map(
    ({ item, index, first }): Mistake => ({
      path: pointer('languages', 'offered', index),
      code: 'already-there',
      message: `Language "${item}" is already offered, at ${pointer('languages', 'offered', first)}.`,
      remedy: 'Remove one of the two.',
    }),
  );
  return [...defaultMistakes(languages), ...unknown, ...twice];
}

function defaultMistakes({ default: tag, offered }: ConfigurationDocument['languages']): readonly Mistake[] {
  if (offered.includes(tag)) return [];
  return [
    {
      path: pointer('languages', 'default'),
      code: 'unknown-language',
      message: `The default language, "${tag}", is not among the languages offered.`,
      remedy: `Offer "${tag}" too, or make one of the offered languages the default.`,
    },
  ];
}
