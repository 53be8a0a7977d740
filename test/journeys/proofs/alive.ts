import type { CastMember } from '../../../local/people.ts';
import { FIRST_PASSWORD } from './fresh-people.ts';
import { askJson, provenFlow, startedWithCode, type JsonFlow } from './json-client.ts';
import { ask, headerIn, jsonIn } from './over-http.ts';
import type { Running } from './running.ts';

/** What is alive while it rains: flows, a session, a visit with its token. Requests come with them or without. */
export interface Alive {
  readonly open: JsonFlow;
  readonly proven: JsonFlow;
  readonly session: string;
  readonly visit: string;
  readonly token: string;
}

/** Opens a flow, proves another, signs in and visits a page; takes two people. */
export async function aliveIn(
  running: Running,
  [one, other]: readonly [CastMember, CastMember],
): Promise<Alive> {
  const open = await startedWithCode(running, one.username);
  const proven = await provenFlow(running, other);
  const signIn = { username: one.username, password: FIRST_PASSWORD };
  const signed = await askJson(running, 'POST', '/api/enrollment/session', signIn);
  const page = await ask(running.origin, { method: 'GET', path: '/recover' });
  const cookie = headerIn(page, 'set-cookie') ?? '';
  return {
    open,
    proven,
    session: String(jsonIn(signed)['handle']),
    visit: /=([^;]*)/.exec(cookie)?.[1] ?? '',
    token: /name="token" value="([^"]*)"/.exec(page.body)?.[1] ?? '',
  };
}
