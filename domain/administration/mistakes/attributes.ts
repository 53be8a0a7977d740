import { holdsSecret, isAttributeName } from '../../policy/attribute-name.ts';
import type { LocalText } from '../../questionnaire/question.ts';
import type { Mistake } from '../mistake.ts';
import { pointer } from './pointer.ts';
import { repeated } from './repeated.ts';
import { textMistakes } from './texts.ts';

/** The mistakes in an attribute that is named somewhere; `where` goes on after it: `of the search form`. */
export function attributeMistakes(attribute: string, path: string, where: string): readonly Mistake[] {
  if (!isAttributeName(attribute))
    return [
      {
        path,
        code: 'unfit-attribute',
        message: `"${attribute}" ${where} is no name of an attribute.`,
        remedy:
          'Write its LDAP display name, such as employeeID: letters, digits and hyphens, beginning with a letter.',
      },
    ];
  if (!holdsSecret(attribute)) return [];
  return [
    {
      path,
      code: 'unfit-attribute',
      message: `Attribute "${attribute}" ${where} holds secrets of the directory.`,
      remedy: 'Use another: whoever is told whether such a value is right could find it out.',
    },
  ];
}

/** The mistakes in a list of attributes that people fill in, each under a label; `where` as above. */
export const labelledAttributeMistakes = (
  fields: readonly { readonly attribute: string; readonly label: LocalText }[],
  path: string,
  where: string,
  defaultLanguage: string,
): readonly Mistake[] => [
  ...fields.flatMap(({ attribute, label }, index) => {
    const at = `${path}${pointer(index)}`;
    const what = `The label of "${attribute}" ${where}`;
    return [
      ...attributeMistakes(attribute, `${at}/attribute`, where),
      ...textMistakes(label, `${at}/label`, what, defaultLanguage),
    ];
  }),
  ...repeated(fields, ({ attribute }) => attribute.toLowerCase()).map(({ item, index, first }): Mistake => ({
    path: `${path}${pointer(index, 'attribute')}`,
    code: 'already-there',
    message: `Attribute "${item.attribute}" is already there ${where}, at ${path}${pointer(first)}.`,
    remedy: 'Nothing is missing; remove one of the two.',
  })),
];
