import type { KnownDomain } from '../../domain/policy/known-domain.ts';

/** Where a listing of several domains begins. */
export interface ListPlace {
  /** Position among the domains. */
  readonly at: number;
  /** The user name in that domain after which to begin. */
  readonly after: string;
}

/** Reads `CORP\asmith`; a text without a known domain's name before a backslash is a user name of the first domain. */
export function listPlace(text: string, domains: readonly Pick<KnownDomain, 'netbiosName'>[]): ListPlace {
  const slash = text.indexOf('\\');
  const domain = text.slice(0, Math.max(slash, 0)).toUpperCase();
  const at = domains.findIndex(({ netbiosName }) => netbiosName === domain);
  return at < 0 ? { at: 0, after: text } : { at, after: text.slice(slash + 1) };
}
