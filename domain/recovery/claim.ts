/**
 * What somebody typed to say who they are. A claim resolves to one person or to none; it is never a key.
 * `name`, `upn` and `values` are NFKC, trimmed and lower-cased, so that every spelling of a name is one claim.
 */
export type Claim =
  | NameClaim
  /** What was typed into a search form, by attribute (search-claim.ts). */
  | { readonly kind: 'attributes'; readonly values: Readonly<Record<string, string>> };

/** A claim by a name. */
export type NameClaim =
  | { readonly kind: 'account-name'; readonly domain?: string; readonly name: string }
  | { readonly kind: 'user-principal-name'; readonly upn: string };

const LONGEST = 256;

/**
 * Reads `user`, `DOMAIN\user` or `user@suffix`. Answers undefined for what can name nobody: empty, over
 * 256 characters, control characters, lone surrogates, or an empty part beside the separator.
 */
export function readClaim(typed: string): NameClaim | undefined {
  const text = readName(typed);
  if (text === undefined) return undefined;
  const slash = text.indexOf('\\');
  if (slash >= 0) return inDomain(text.slice(0, slash), text.slice(slash + 1));
  if (text.includes('@'))
    return /^[^@]+@[^@]+$/.test(text) ? { kind: 'user-principal-name', upn: text } : undefined;
  return { kind: 'account-name', name: text };
}

/** The one spelling of something by which people are found; undefined where it is empty, too long or no text. */
export function readName(typed: string): string | undefined {
  if (typed.length > LONGEST * 2 || /\p{Cc}|\p{Cs}/u.test(typed)) return undefined;
  const text = typed
    .normalize('NFKC')
    .replace(/\p{White_Space}+/gu, ' ')
    .trim()
    .toLowerCase()
    // Some letters are composed only when they are small (ẖ, ǰ).
    .normalize('NFKC');
  return text === '' || text.length > LONGEST ? undefined : text;
}

const inDomain = (domain: string, name: string): NameClaim | undefined =>
  domain.trim() === '' || name.trim() === '' || name.includes('\\')
    ? undefined
    : { kind: 'account-name', domain: domain.trim().toUpperCase().normalize('NFKC'), name: name.trim() };

/** One text per claim, for the steady decoy of a name that resolves to nobody. */
export function claimText(claim: Claim): string {
  switch (claim.kind) {
    case 'user-principal-name':
      return claim.upn;
    case 'account-name':
      return `${claim.domain ?? ''}\\${claim.name}`;
    case 'attributes':
      // No name has a line break: these are never the same text as one.
      return Object.entries(claim.values)
        .map(([attribute, value]) => `\n${attribute.toLowerCase()}\n${value}`)
        .toSorted()
        .join('\n');
  }
}
