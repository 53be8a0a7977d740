import { says } from '../parts/local-text.ts';
import type { Method } from '../parts/method-words.ts';
import type { OwnTexts, Settings } from './settings.ts';

/** What is typed of a method: its settings, and its texts apart. Its switch is not among it: that is kept at once. */
export interface Typed<M extends Method> extends OwnTexts {
  readonly setting: Settings[M];
}

/** A method's settings as a form holds them. */
export const typedOf = <M extends Method>(setting: Settings[M]): Typed<M> => ({
  setting: { ...setting, on: true, texts: undefined },
  name: setting.texts?.name ?? {},
  description: setting.texts?.description ?? {},
});

/** How long a browser may be remembered, in days. */
export const REMEMBERED = { least: 1, most: 365 } as const;

/** Whether what is typed can be kept at all; what else may be wrong with it is for the service to say. */
export function isFit(setting: Settings[Method], defaultLanguage: string): boolean {
  if ('days' in setting) return setting.days >= REMEMBERED.least && setting.days <= REMEMBERED.most;
  if ('prompts' in setting)
    return setting.prompts.every(({ id, label }) => id !== '' && says(label, defaultLanguage));
  if ('attributes' in setting)
    return setting.attributes.every(
      ({ attribute, label }) => attribute !== '' && says(label, defaultLanguage),
    );
  return true;
}
