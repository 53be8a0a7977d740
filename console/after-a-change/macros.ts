/** What the text of a post action may name: what it stands for, and a made-up value. No password, code or answer is among them. */
export const MACROS: readonly { readonly name: string; readonly means: string; readonly sample: string }[] = [
  { name: 'username', means: 'the name of the account, without its domain', sample: 'asmith' },
  { name: 'domain', means: 'the NetBIOS name of the domain', sample: 'CORP' },
  { name: 'displayName', means: 'as the directory has it; empty where it has none', sample: 'Alex Smith' },
  { name: 'mail', means: 'likewise', sample: 'alex.smith@example.com' },
  { name: 'action', means: 'unlock or reset', sample: 'reset' },
  { name: 'at', means: 'when it was done: ISO 8601, in UTC', sample: '2026-11-22T12:05:00.000Z' },
  { name: 'reference', means: 'of the recovery, by which the trail finds it', sample: 'K7PM-3QRT' },
  {
    name: 'userConfiguration',
    means: 'the name of the user configuration the person was under',
    sample: 'Everyone',
  },
  {
    name: 'organization',
    means: 'the organisation’s name in the default language',
    sample: 'Example Corporation',
  },
];

const SAMPLES: ReadonlyMap<string, string> = new Map(MACROS.map(({ name, sample }) => [name, sample]));
const BETWEEN_PERCENTS = /%([A-Za-z]+)%/g;

/** As it is written in a text. */
export const macroText = (name: string): string => `%${name}%`;

/** What stands between percent signs in a text and for nothing at all. */
export const unknownMacros = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(BETWEEN_PERCENTS)].map(([, name = '']) => name).filter((name) => !SAMPLES.has(name)),
  ),
];

/** A text with made-up values in it. */
export const withSamples = (text: string): string =>
  text.replaceAll(BETWEEN_PERCENTS, (written, name: string) => SAMPLES.get(name) ?? written);
