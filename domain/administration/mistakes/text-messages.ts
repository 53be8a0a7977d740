import { isCountry } from '../../policy/country.ts';
import type { ConfigurationDocument } from '../../policy/configuration-document.ts';
import type { Mistake } from '../mistake.ts';
import { countMistakes } from './counts.ts';
import { pointer } from './pointer.ts';
import { repeated } from './repeated.ts';

/** The most codes that anybody would send by text in a day. */
const MOST_TEXTS = 1_000_000;

/** The mistakes in to whom texts may go, and how many. */
export function textMessageMistakes({
  textMessages,
}: Pick<ConfigurationDocument, 'textMessages'>): readonly Mistake[] {
  if (!textMessages) return [];
  const { countries, perHour, perDay } = textMessages;
  const bounds = { least: 1, most: MOST_TEXTS };
  return [
    ...countryMistakes(countries),
    ...countMistakes(
      perHour,
      pointer('textMessages', 'perHour'),
      'The number of codes by text in an hour',
      bounds,
    ),
    ...countMistakes(
      perDay,
      pointer('textMessages', 'perDay'),
      'The number of codes by text in a day',
      bounds,
    ),
    ...(perDay < perHour ? [dayBelowHour(perHour, perDay)] : []),
  ];
}

function countryMistakes(countries: readonly string[]): readonly Mistake[] {
  const at = (index: number) => pointer('textMessages', 'countries', index);
  if (countries.length === 0)
    return [
      {
        path: pointer('textMessages', 'countries'),
        code: 'unknown-country',
        message: 'Text messages are set up and may go to no country: nobody could be sent one.',
        remedy:
          'List the countries whose numbers your people have, such as "DE"; the first is that of numbers without a code. Or leave "textMessages" out.',
      },
    ];
  return [
    ...countries.flatMap((country, index): readonly Mistake[] =>
      isCountry(country)
        ? []
        : [
            {
              path: at(index),
              code: 'unknown-country',
              message: `"${country}" is no country that texts could go to.`,
              remedy: 'Write its code of two capital letters (ISO 3166-1), such as DE, GB or US.',
            },
          ],
    ),
    ...repeated(countries, (country) => country).map(({ item, index, first }): Mistake => ({
      path: at(index),
      code: 'already-there',
      message: `Country "${item}" is already listed, at ${at(first)}.`,
      remedy: 'Nothing is missing; remove one of the two.',
    })),
  ];
}

const dayBelowHour = (perHour: number, perDay: number): Mistake => ({
  path: pointer('textMessages', 'perDay'),
  code: 'out-of-range',
  message: `Fewer codes may go out by text in a day (${String(perDay)}) than in an hour (${String(perHour)}).`,
  remedy: 'Raise the number for a day, or lower the one for an hour.',
});
