import type { ConfigurationDocument } from '../../domain/policy/configuration-document.ts';

/** A document with one fact of it changed. */
export interface Edit {
  /** Where, for whoever reads a failure. */
  readonly path: string;
  readonly edited: ConfigurationDocument;
}

/**
 * Every document that differs from this one in one fact: a text, a number, a switch, one thing more or less in a list, one
 * thing left out; but for what cannot matter: the format, and what would be asked for an action that is not offered.
 */
export const editsOf = (document: ConfigurationDocument): readonly Edit[] =>
  variants(document, '').map(({ path, value }) => ({ path, edited: value as ConfigurationDocument }));

interface Variant {
  readonly path: string;
  readonly value: unknown;
}

/** Texts of which there are only some. */
const KINDS: readonly (readonly string[])[] = [
  ['confirmed', 'confirmed-or-directory'],
  ['low', 'medium', 'high'],
  ['image/png', 'image/jpeg', 'image/webp'],
  ['security-answers', 'email-code'],
  ['email', 'sms', 'both', 'email-first', 'sms-first'],
  ['voluntary', 'skippable', 'forced'],
  ['unlock', 'reset'],
  ['answers-alone', 'sent-passwords'],
  ['sent', 'sent-and-expired'],
];
/** What it is decides what else it has. */
const FIXED = /\/postActions\/\d+\/kind$/;
const REQUIRED =
  /\/(id|name|users|groups|units|guid|sid|reason|organization|helpLine|default|offered|on|addresses|type|base64|alternative|accent|onAccent|answer|questions|items|question|group|user|minimum\w+|caseSensitive|maskAnswers|required|optional|texts|format|languages|branding|methods|passwords|bannedWords|questionnaire|userConfigurations|blockList|access|include|exclude|actions|unlock|reset|security-answers|email-code|administrator|policy-editor|help-desk|auditor|send|setUp|acr|amr|prompts|attributes|attribute|label|days|countries|numbers|perHour|perDay|besidesName|fields|filter|after|kind|endpoint|text|value|frozenHoursAfterReset|risk|mode|by|acceptedRisks|postActions)$/;
const LOCAL_TEXTS =
  /\/(texts|organization|helpLine|linkWording|alternative|label|texts\/name|texts\/description)$/;

/** Left out, these say the same as false. */
const SWITCHES = new Set([
  'everyone',
  'archived',
  'evenWhenExpired',
  'notWhileLocked',
  'notBeforeMinimumAge',
]);

function variants(value: unknown, path: string): readonly Variant[] {
  if (path === '/format' || FIXED.test(path)) return [];
  if (typeof value === 'boolean') return [{ path, value: !value }];
  if (typeof value === 'number') return [{ path, value: value + 1 }];
  if (typeof value === 'string') return [{ path, value: anotherText(value, path) }];
  if (Array.isArray(value)) return arrayVariants(value, path);
  return typeof value === 'object' && value !== null ? objectVariants(value, path) : [];
}

function anotherText(text: string, path: string): string {
  if (path.endsWith('/until')) return '2031-07-01T08:15:00Z';
  const kinds = KINDS.find((some) => some.includes(text) && !LOCAL_TEXTS.test(path.replace(/\/[^/]*$/, '')));
  return kinds?.find((kind) => kind !== text) ?? `${text}x`;
}

const arrayVariants = (items: readonly unknown[], path: string): readonly Variant[] => [
  ...items.map((_, at) => ({ path: `${path}/${String(at)} left out`, value: items.toSpliced(at, 1) })),
  ...items.flatMap((item, at) =>
    variants(item, `${path}/${String(at)}`).map((one) => ({
      path: one.path,
      value: items.with(at, one.value),
    })),
  ),
];

function objectVariants(value: object, path: string): readonly Variant[] {
  return Object.entries(value).flatMap(([key, held]) => {
    const here = `${path}/${key}`;
    if ('offered' in value && 'required' in value && !value.offered && key !== 'offered') return [];
    const inText = LOCAL_TEXTS.test(path);
    const { [key]: _left, ...rest } = value as Record<string, unknown>;
    const same = held === false && SWITCHES.has(key);
    const without =
      !same && (inText || !REQUIRED.test(here)) ? [{ path: `${here} left out`, value: rest }] : [];
    return [
      ...without,
      ...variants(held, here).map((one) => ({ path: one.path, value: { ...value, [key]: one.value } })),
    ];
  });
}
