/** What every reader of tags must take (RFC 5646 §4.4.1). */
const LONGEST = 35;

/**
 * Whether a text is a language tag (BCP 47, RFC 5646). The language itself has two or three letters in every tag that was
 * ever registered, so that `english` is none.
 */
export function isLanguageTag(tag: string): boolean {
  if (tag.length > LONGEST || !/^[a-z]{2,3}(-|$)/i.test(tag)) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
