/** What a browser tells about the wanted language; each from outside, so each may be anything. */
export interface LanguageWishes {
  /** `?lang=` */
  readonly query?: string | undefined;
  readonly cookie?: string | undefined;
  /** The Accept-Language header (RFC 9110 §12.5.4). */
  readonly acceptLanguage?: string | undefined;
}

const MOST_RANGES = 20;

/**
 * The language to speak: what was picked, then what the picker stored, then the browser's list, then English.
 * `fr-CA` finds `fr`, `zh-Hant` finds `zh-TW`; a malformed tag finds nothing. Always one of `available`, or `en`.
 */
export function negotiate(wishes: LanguageWishes, available: readonly string[]): string {
  const wanted = [wishes.query, wishes.cookie, ...ranges(wishes.acceptLanguage ?? '')];
  for (const tag of wanted) {
    const found = tag === undefined ? undefined : match(tag, available);
    if (found !== undefined) return found;
  }
  return 'en';
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

function match(tag: string, available: readonly string[]): string | undefined {
  const exact = available.find((each) => each.toLowerCase() === tag.toLowerCase());
  if (exact !== undefined) return exact;
  const wanted = likely(tag);
  if (!wanted) return undefined;
  return available.find((each) => {
    const offered = likely(each);
    return offered?.language === wanted.language && offered.script === wanted.script;
  });
}

/** The tag with its likely script and region (UTS 35), or nothing for what is no tag. */
function likely(tag: string): Intl.Locale | undefined {
  try {
    return tag.length > 35 ? undefined : new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
}

const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'ur', 'yi']);

/** Which way a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(language.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
