/** A cookie to set; `value` undefined ends it. */
export interface Cookie {
  readonly name: CookieName;
  readonly value: string | undefined;
  readonly maxAgeSeconds?: number;
}

/** `__Host-`: only over TLS, only this host, never a parent domain (RFC 6265bis §4.1.3). */
export const COOKIES = {
  flow: '__Host-latchkey-flow',
  session: '__Host-latchkey-session',
  admin: '__Host-latchkey-admin',
  visit: '__Host-latchkey-visit',
  language: '__Host-latchkey-language',
  browser: '__Host-latchkey-browser',
} as const;
export type CookieName = (typeof COOKIES)[keyof typeof COOKIES];

export const setCookie = ({ name, value, maxAgeSeconds }: Cookie): string =>
  [
    `${name}=${value ?? ''}`,
    'Path=/',
    'Secure',
    'HttpOnly',
    'SameSite=Strict',
    ...(value === undefined
      ? ['Max-Age=0']
      : maxAgeSeconds === undefined
        ? []
        : [`Max-Age=${maxAgeSeconds}`]),
  ].join('; ');

/** The cookies of a Cookie header. A name that comes twice counts as absent: nobody honest sends that. */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const pair of (header ?? '').split(';')) {
    const cut = pair.indexOf('=');
    if (cut < 0) continue;
    const name = pair.slice(0, cut).trim();
    if (found.has(name)) twice.add(name);
    found.set(name, pair.slice(cut + 1).trim());
  }
  for (const name of twice) found.delete(name);
  return found;
}
