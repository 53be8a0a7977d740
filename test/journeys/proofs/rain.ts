import { routeSpec } from '../../../lambdas/api.ts';
import type { Alive } from './alive.ts';
import type { Drop } from './any-drop.ts';
import { ask, type Answered, type Asked } from './over-http.ts';
import type { Running } from './running.ts';

/** The request, with what is alive put in. */
export function askedOf(drop: Drop, alive: Alive, origin: string): Asked {
  const { key, parameter, suffix, contentType, operation, extra, honest, body } = drop;
  const [method = '', template = ''] = key.split(' ');
  const form = routeSpec(key).face === 'page' && body !== undefined;
  return {
    method,
    path: template.replace(/\{\w+\}/, parameter === '' ? 'x' : parameter) + suffix,
    headers: {
      ...handleHeaders(drop, alive),
      ...(contentType !== undefined && { 'content-type': contentType }),
      ...(operation !== undefined && { 'idempotency-key': operation }),
      ...(honest && { origin }),
      ...extra,
    },
    ...(body !== undefined && { body: form && honest ? `token=${alive.token}&${body}` : body }),
  };
}

function handleHeaders(
  { key, handle }: Drop,
  { open, proven, session, visit }: Alive,
): Record<string, string> {
  const handles = { open: open.handle, proven: proven.handle, session, none: '', garbage: "x' OR 1=1; --" };
  if (routeSpec(key).face === 'json')
    return handle === 'none' ? {} : { authorization: `Bearer ${handles[handle]}` };
  const kind = handle === 'session' ? 'session' : 'flow';
  return { cookie: `__Host-latchkey-visit=${visit}; __Host-latchkey-${kind}=${handles[handle]}` };
}

/** Stacks, distinguished names, SIDs, tables, files, hosts: what no answer may show. */
const INNARDS =
  /\bat .+\.(ts|js|mjs):\d+|node_modules|\bDC=corp|S-1-5-21-|latchkey-(flows|trail|enrollments|configuration)|SQLITE|ldaps:\/\/|\/tmp\/|TypeError|ZodError|undefined/;

/** What is wrong with an answer to a generated request; undefined when nothing is. */
export function wrongWith(
  { key, body }: Drop,
  { status, headers, body: answered }: Answered,
): string | undefined {
  if (status >= 500) return `${key} answered ${status}: ${answered.slice(0, 300)}`;
  if (status < 200) return `${key} answered ${status}`;
  const innards = INNARDS.exec(answered)?.[0];
  // A page shows a name again as it was typed.
  if (innards !== undefined && !(body ?? '').includes(innards)) return `${key} showed ${innards}`;
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (
    status >= 400 &&
    routeSpec(key).face === 'json' &&
    !/"code":"[a-z0-9-]+"/.test(answered) &&
    status !== 404
  )
    return `${key} answered ${status} without a code: ${type}`;
  if (!headers.some(([name]) => name.toLowerCase() === 'content-security-policy'))
    return `${key} answered ${status} without security headers`;
  return undefined;
}

/** Sends one drop, and answers what is wrong with what came back. */
export async function rain(running: Running, alive: Alive, drop: Drop): Promise<string | undefined> {
  return wrongWith(drop, await ask(running.origin, askedOf(drop, alive, running.origin)));
}
