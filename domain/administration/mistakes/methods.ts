import { isKnownToAll } from '../../policy/attribute-name.ts';
import type { ConfigurationDocument } from '../../policy/configuration-document.ts';
import type { MethodSettings } from '../../policy/methods.ts';
import { METHODS } from '../../verification/method.ts';
import type { Mistake } from '../mistake.ts';
import { labelledAttributeMistakes } from './attributes.ts';
import { countMistakes } from './counts.ts';
import type { Known } from './known.ts';
import { asksNothing, externalMistakes, providerMistakes } from './outside-methods.ts';
import { blankTexts, tagMistakes, unprintable } from './texts.ts';
import { pointer } from './pointer.ts';
import { isKnownMethod, unknownMethod } from './unknown-method.ts';

/** How long a browser may be remembered, in days. */
const REMEMBERED = { least: 1, most: 365 };

type Needs = Pick<ConfigurationDocument, 'methods' | 'textMessages' | 'languages'>;

/** The mistakes in the settings of the methods. */
export const methodMistakes = (document: Needs, { outside }: Pick<Known, 'outside'>): readonly Mistake[] => {
  const { methods, languages } = document;
  return [
    ...Object.keys(methods)
      .filter((method) => !isKnownMethod(method))
      .map((method) => unknownMethod(method, pointer('methods', method))),
    ...ownTextMistakes(methods),
    ...withoutTextMessages(document),
    ...attributeMethodMistakes(methods['ldap-attributes'], languages.default),
    ...externalMistakes(methods['external-responses'], languages.default, outside.externalResponses),
    ...providerMistakes(methods['openid-connect'], outside.identityProvider),
    ...(methods['previous-authentication']
      ? countMistakes(
          methods['previous-authentication'].days,
          pointer('methods', 'previous-authentication', 'days'),
          'The number of days for which a browser is remembered',
          REMEMBERED,
        )
      : []),
  ];
};

/** A text of a method that has none in the default language is the product's own there: only what is there can be wrong. */
const ownTextMistakes = (methods: MethodSettings): readonly Mistake[] =>
  METHODS.flatMap((method) =>
    (['name', 'description'] as const).flatMap((part) => {
      const texts = methods[method]?.texts?.[part] ?? {};
      const path = pointer('methods', method, 'texts', part);
      const what = `The ${part} of method "${method}"`;
      return [
        ...tagMistakes(texts, path, what),
        ...unprintable(texts, path, what),
        ...blankTexts(texts, path, what),
      ];
    }),
  );

function withoutTextMessages({ methods, textMessages }: Needs): readonly Mistake[] {
  if (textMessages) return [];
  const isBlocked = {
    'sms-code': methods['sms-code']?.on,
    'sent-code': methods['sent-code']?.on && methods['sent-code'].send !== 'email',
  };
  return (['sms-code', 'sent-code'] as const)
    .filter((method) => isBlocked[method])
    .map((method) => ({
      path: pointer('methods', method),
      code: 'no-text-messages',
      message: `Method "${method}" is on and sends text messages, but to whom texts may go is set nowhere.`,
      remedy: `Set "textMessages": the countries, and the most codes in an hour and in a day. Or switch "${method}" off.`,
    }));
}

function attributeMethodMistakes(
  setting: MethodSettings['ldap-attributes'],
  defaultLanguage: string,
): readonly Mistake[] {
  if (!setting) return [];
  const path = pointer('methods', 'ldap-attributes', 'attributes');
  const { on, attributes } = setting;
  return [
    ...(on && attributes.length === 0
      ? [
          asksNothing(
            path,
            'ldap-attributes',
            'compares no attribute',
            'Name an attribute that few people know',
          ),
        ]
      : []),
    ...labelledAttributeMistakes(attributes, path, 'of method "ldap-attributes"', defaultLanguage),
    ...attributes.flatMap(({ attribute }, index): readonly Mistake[] =>
      isKnownToAll(attribute)
        ? [
            {
              path: `${path}${pointer(index, 'attribute')}`,
              code: 'unfit-attribute',
              message: `Attribute "${attribute}" of method "ldap-attributes" says what every colleague knows.`,
              remedy: 'Compare one that few people know, such as a number of the payroll, or remove it.',
            },
          ]
        : [],
    ),
  ];
}
