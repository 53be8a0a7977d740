import { match } from '@formatjs/intl-localematcher';

/** What a browser tells about the wanted language; each from outside, so each may be anything. */
export interface LanguageWishes {
  /** `?lang=` */
  readonly query?: string | undefined;
  readonly cookie?: string | undefined;
  /** The Accept-Language header (RFC 9110 §12.5.4). */
  readonly acceptLanguage?: string | undefined;
}

const MOST_RANGES = 20;
const LONGEST_TAG = 35;

/**
 * The language to speak: what was picked, then what the picker stored, then the nearest to the browser's list (UTS 35,
 * language matching), then the fallback. `fr-CA` finds `fr`, `ca` finds `es`, `zh-Hant` finds `zh-TW` and never `zh-CN`;
 * a malformed tag finds nothing. Always one of `available`; of these the fallback, else English, else the first.
 */
export function negotiate(wishes: LanguageWishes, available: readonly string[], fallback = 'en'): string {
  const found =
    nearest([wishes.query ?? ''], available) ??
    nearest([wishes.cookie ?? ''], available) ??
    nearest(ranges(wishes.acceptLanguage ?? ''), available);
  return found ?? [fallback, 'en'].find((tag) => available.includes(tag)) ?? available[0] ?? fallback;
}

/** The tags of an Accept-Language header, dearest first; those with q=0 are not wanted. */
function ranges(header: string): readonly string[] {
  return header
    .split(',', MOST_RANGES)
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().split(';');
      const q = parameters
        .map((parameter) => /^\s*q=([\d.]+)\s*$/i.exec(parameter)?.[1])
        .find((found) => found !== undefined);
      return { tag: tag.trim(), q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ tag, q }) => tag !== '' && tag !== '*' && q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ tag }) => tag);
}

const NONE = 'und';

function nearest(wanted: readonly string[], available: readonly string[]): string | undefined {
  const tags = wanted.map((tag) => comparable(tag, available)).filter((tag) => tag !== undefined);
  const found = tags.length === 0 ? NONE : match(tags, available, NONE);
  return found === NONE ? undefined : found;
}

/**
 * The tag in the form that is compared, or nothing for what is no tag or names no language. Nothing that only a stranger
 * could make up stays in it: the matcher remembers every tag it was ever asked for, without end.
 */
function comparable(tag: string, available: readonly string[]): string | undefined {
  const exact = available.find((each) => each.toLowerCase() === tag.toLowerCase());
  if (exact !== undefined) return exact;
  const { language, script, region } = likely(tag) ?? {};
  const own = language === undefined ? undefined : likely(language)?.script;
  if (script === undefined || own === undefined) return undefined;
  const offered = available.map(likelyOffered);
  if (script !== own && !offered.some((each) => each?.script === script)) return undefined;
  const regional = region !== undefined && offered.some((each) => each?.language === language);
  return regional ? `${language}-${script}-${region}` : `${language}-${script}`;
}

/** The tag with its likely script and region (UTS 35), or nothing for what is no tag. */
function likely(tag: string): Intl.Locale | undefined {
  try {
    return tag.length > LONGEST_TAG ? undefined : new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
}

const offeredLocales = new Map<string, Intl.Locale | undefined>();

/** The same for a tag of ours, worked out once. */
function likelyOffered(tag: string): Intl.Locale | undefined {
  const known = offeredLocales.get(tag) ?? likely(tag);
  offeredLocales.set(tag, known);
  return known;
}

/** The made-up language that shows what a page is like from right to left; its tag alone would not say so. */
const MIRRORED_ENGLISH = 'en-XB';

/** Which way a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  if (language === MIRRORED_ENGLISH) return 'rtl';
  return RIGHT_TO_LEFT.has(likely(language)?.script ?? '') ? 'rtl' : 'ltr';
}

/** Scripts that run from right to left (ISO 15924). */
const RIGHT_TO_LEFT = new Set([
  'Adlm',
  'Arab',
  'Avst',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
]);
