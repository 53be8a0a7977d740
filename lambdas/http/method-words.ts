import { sendMethod } from '../../domain/policy/methods.ts';
import type { Configuration } from '../../domain/policy/configuration.ts';
import { spokenText, type LocalText, type SpokenText } from '../../domain/questionnaire/question.ts';
import type { MethodName } from '../../domain/verification/method.ts';
import { phrases } from '../../portal/phrase.ts';

/** A method in words. */
export interface MethodWords {
  /** What it is called where people choose how to prove themselves. */
  readonly name: SpokenText;
  /** What is said of it there. */
  readonly hint: SpokenText;
  /** What it is called in a list of what is set up. */
  readonly short: SpokenText;
}

/** A method in a language: the administrators' own words where they gave some, else the product's. */
export function methodWords(
  { document }: Pick<Configuration, 'document'>,
  method: MethodName,
  language: string,
): MethodWords {
  const t = phrases(language);
  const texts = document.methods[method]?.texts;
  const said = saidAs(document, method);
  const own = (text: LocalText | undefined) => spokenText(text ?? {}, language, document.languages.default);
  const ours = (text: string): SpokenText => ({ text, language });
  const name = own(texts?.name);
  return {
    name: name ?? ours(t(`method.${said}`)),
    hint: own(texts?.description) ?? ours(t(`method.${said}-hint`)),
    short: name ?? ours(t(`method-name.${said}`)),
  };
}

/** Whether the administrators gave a method a name of their own. */
export const hasOwnName = ({ document }: Pick<Configuration, 'document'>, method: MethodName): boolean =>
  Object.values(document.methods[method]?.texts?.name ?? {}).some((text) => text !== '');

/** A sent code that goes by one way only is called by that way. */
function saidAs(document: Configuration['document'], method: MethodName): MethodName {
  if (method !== 'sent-code') return method;
  const by = sendMethod(document);
  return by === 'email' ? 'email-code' : by === 'sms' ? 'sms-code' : method;
}
