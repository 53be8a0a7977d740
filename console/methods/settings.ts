import type { Document } from '../draft.tsx';
import { written, type LocalText } from '../parts/local-text.ts';
import type { Method } from '../parts/method-words.ts';

type Given = Document['methods'];
type Whole<T> = Required<Omit<T, 'texts'>> & Pick<T, Extract<keyof T, 'texts'>>;

/** Everything that is set of each method, nothing but its texts left out. */
export type Settings = { readonly [M in Method]: Whole<NonNullable<Given[M]>> };

/** What holds of a method that the document says nothing of. */
const DEFAULTS: Settings = {
  'security-answers': { on: false },
  'email-code': { on: false, addresses: 'confirmed' },
  'sms-code': { on: false },
  'sent-code': { on: false, send: 'email' },
  'authenticator-app': { on: false, setUp: 'voluntary' },
  passkey: { on: false },
  'recovery-code': { on: false },
  'openid-connect': { on: false, acr: [], amr: [] },
  'external-responses': { on: false, prompts: [] },
  'ldap-attributes': { on: false, attributes: [] },
  'previous-authentication': { on: false, days: 90 },
};

/** What is set of a method, the defaults where nothing is. */
export const settingOf = <M extends Method>(document: Document, method: M): Settings[M] => ({
  ...DEFAULTS[method],
  ...document.methods[method],
});

/** Whether people may prove themselves by a method at all. */
export const isOn = (document: Document, method: Method): boolean => document.methods[method]?.on ?? false;

/** The administrators' own words for a method, in every language; what is left out is told in the product's. */
export interface OwnTexts {
  readonly name: LocalText;
  readonly description: LocalText;
}

/** The document with a method set; whether it is on stays as it is. */
export const withSettings = <M extends Method>(
  document: Document,
  method: M,
  setting: Settings[M],
  texts: OwnTexts,
): Document => ({
  ...document,
  methods: {
    ...document.methods,
    [method]: { ...setting, on: isOn(document, method), texts: keptTexts(texts) },
  },
});

/** Without languages that say nothing; undefined, which is left out, where there is no text at all. */
function keptTexts(texts: OwnTexts): Partial<OwnTexts> | undefined {
  const [name, description] = [written(texts.name), written(texts.description)];
  const kept = {
    ...(Object.keys(name).length > 0 && { name }),
    ...(Object.keys(description).length > 0 && { description }),
  };
  return Object.keys(kept).length > 0 ? kept : undefined;
}

/**
 * The document with a method switched on or off; what is set of it stays. One that is off, as it came and not in force anyway
 * is left out again: nothing changed.
 */
export function switched(document: Document, method: Method, on: boolean, inForce: Document): Document {
  const setting = { ...settingOf(document, method), on };
  const isUntouched =
    inForce.methods[method] === undefined && JSON.stringify(setting) === JSON.stringify(DEFAULTS[method]);
  return { ...document, methods: { ...document.methods, [method]: isUntouched ? undefined : setting } };
}
