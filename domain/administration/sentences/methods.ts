import {
  sendMethod,
  type MethodSetting,
  type MethodSettings,
  type SendMethod,
  type TextMessages,
} from '../../policy/methods.ts';
import type { LocalText } from '../../questionnaire/question.ts';
import { METHODS, type MethodName } from '../../verification/method.ts';
import { counted, countryName, listed, METHOD_NAMES, METHOD_WORDS, quoted, spokenIn } from './words.ts';

/** A method of a document, in words. */
export interface MethodTold {
  readonly method: MethodName;
  readonly sentences: readonly string[];
}

/** Every method that a document has settings for, in words; texts of the administrators' own in the default language first. */
export const methodsTold = (methods: MethodSettings, defaultLanguage: string): readonly MethodTold[] =>
  METHODS.flatMap((method) => {
    const setting = methods[method];
    if (!setting) return [];
    const own = textsSentences(setting, defaultLanguage);
    return [
      {
        method,
        sentences: [onSentence(method, setting), ...(OWN[method]?.(methods, defaultLanguage) ?? []), ...own],
      },
    ];
  });

const onSentence = (method: MethodName, { on }: MethodSetting): string =>
  on
    ? `People may prove themselves by ${METHOD_WORDS[method].replace(/^their /, '')}.`
    : `${METHOD_NAMES[method]} ${METHOD_NAMES[method].endsWith('s') ? 'are' : 'is'} switched off.`;

const inTheirWords = (texts: LocalText, what: string, defaultLanguage: string): readonly string[] =>
  spokenIn(texts, defaultLanguage).map(([language, text]) => `In ${language}, ${what} ${text}.`);

const textsSentences = ({ texts }: MethodSetting, defaultLanguage: string): readonly string[] => [
  ...(texts ? ['It has texts of its own; what they leave out is told in the product’s words.'] : []),
  ...(texts?.name
    ? ['It has a name of its own.', ...inTheirWords(texts.name, 'it is called', defaultLanguage)]
    : []),
  ...(texts?.description
    ? [
        'It has a description of its own.',
        ...inTheirWords(texts.description, 'it is described as', defaultLanguage),
      ]
    : []),
];

/** What only one of the methods has to say. */
const OWN: Partial<
  Record<MethodName, (methods: MethodSettings, defaultLanguage: string) => readonly string[]>
> = {
  'email-code': (methods) => [ADDRESSES[methods['email-code'].addresses]],
  'sent-code': (methods) => [SENT[sendMethod({ methods })]],
  'authenticator-app': (methods) => [SET_UP[methods['authenticator-app']?.setUp ?? 'voluntary']],
  'openid-connect': (methods) => demanded(methods['openid-connect']),
  'external-responses': (methods, language) =>
    prompted(methods['external-responses']?.prompts ?? [], language),
  'ldap-attributes': (methods, language) => compared(methods['ldap-attributes']?.attributes ?? [], language),
  'previous-authentication': (methods) => [
    `A browser is remembered for ${counted(methods['previous-authentication']?.days ?? 0, 'day')}.`,
  ],
};

const ADDRESSES = {
  confirmed: 'Codes go to addresses that people have confirmed, and to no others.',
  'confirmed-or-directory':
    'Codes go to addresses that people have confirmed; to those without one, at the address in Active Directory.',
} as const;

const SENT: Readonly<Record<SendMethod, string>> = {
  email: 'The code is sent by e-mail.',
  sms: 'The code is sent by text message.',
  both: 'The same code is sent by e-mail and by text message.',
  'email-first': 'The code is sent by e-mail; to those who have no address, by text message.',
  'sms-first': 'The code is sent by text message; to those who have no number, by e-mail.',
  choice: 'People choose whether the code is sent by e-mail or by text message.',
};

const SET_UP = {
  voluntary: 'Nobody is asked to set one up; whoever wants one finds it among their methods.',
  skippable: 'Whoever signs in to their methods is asked to set one up first, and may skip that.',
  forced: 'Whoever signs in to their methods must set one up first.',
} as const;

const demanded = (setting: MethodSettings['openid-connect']): readonly string[] => [
  ...(setting?.acr.length
    ? [`It must say that one of these was met (acr): ${setting.acr.map(quoted).join(', ')}.`]
    : []),
  ...(setting?.amr.length
    ? [`It must say that all of these were used (amr): ${setting.amr.map(quoted).join(', ')}.`]
    : []),
];

const prompted = (
  prompts: NonNullable<MethodSettings['external-responses']>['prompts'],
  defaultLanguage: string,
): readonly string[] =>
  prompts.flatMap(({ id, label }) => [
    `People are asked for ${quoted(id)}, which the service judges.`,
    ...inTheirWords(label, `${quoted(id)} is called`, defaultLanguage),
  ]);

const compared = (
  attributes: NonNullable<MethodSettings['ldap-attributes']>['attributes'],
  defaultLanguage: string,
): readonly string[] =>
  attributes.flatMap(({ attribute, label }) => [
    `People must give the value of their attribute ${quoted(attribute)}.`,
    ...inTheirWords(label, `${quoted(attribute)} is called`, defaultLanguage),
  ]);

/** To whom texts may go, and how many. */
export const textMessagesSentences = ({
  countries,
  numbers,
  perHour,
  perDay,
}: TextMessages): readonly string[] => [
  countries.length === 0
    ? 'Texts may go to no country.'
    : `Texts may go to numbers of ${listed(countries.map(countryName))}; a number without a country code is taken as one of ${countryName(countries[0] ?? '')}.`,
  NUMBERS[numbers],
  `At the most ${counted(perHour, 'code')} go out by text in an hour and ${String(perDay)} in a day, everybody’s together.`,
];

const NUMBERS = {
  confirmed: 'They go to numbers that people have confirmed, and to no others.',
  'confirmed-or-directory':
    'They go to numbers that people have confirmed; to those without one, at the mobile number in Active Directory.',
} as const;
