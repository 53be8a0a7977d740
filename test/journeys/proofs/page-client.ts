import { ask, headerIn, type Answered } from './over-http.ts';
import type { Running } from './running.ts';

/** Somebody at a browser without scripts: keeps cookies, and posts the forms of the page last seen. */
export interface PageClient {
  readonly get: (path: string) => Promise<Answered>;
  /** Posts fields with the token (and operation) of the page last seen. */
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<Answered>;
}

export function pageClient({ origin }: Pick<Running, 'origin'>): PageClient {
  const cookies = new Map<string, string>();
  let seen = '';
  const keep = (answer: Answered): Answered => {
    for (const [name, value] of answer.headers)
      if (name.toLowerCase() === 'set-cookie') keepCookie(cookies, value);
    if (answer.body.includes('name="token"')) seen = answer.body;
    return answer;
  };
  const headers = () => ({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  return {
    get: async (path) => keep(await ask(origin, { method: 'GET', path, headers: headers() })),
    post: async (path, fields) =>
      keep(
        await ask(origin, {
          method: 'POST',
          path,
          headers: { ...headers(), origin, 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ token: tokenIn(seen), ...fields }).toString(),
        }),
      ),
  };
}

function keepCookie(cookies: Map<string, string>, header: string): void {
  const [pair = ''] = header.split(';');
  const cut = pair.indexOf('=');
  cookies.set(pair.slice(0, cut), pair.slice(cut + 1));
}

const tokenIn = (page: string): string => /name="token" value="([^"]*)"/.exec(page)?.[1] ?? '';

/** Where a post leads. */
export const leadsTo = (answer: Answered): string => headerIn(answer, 'location') ?? '';
