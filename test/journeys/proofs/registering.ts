import { askJson } from './json-client.ts';
import { jsonIn, type Answered } from './over-http.ts';
import type { Running } from './running.ts';

type At = Pick<Running, 'origin'>;

/** Somebody at their own registration, over JSON. */
export interface AtRegistration {
  readonly stands: () => Promise<Readonly<Record<string, unknown>>>;
  readonly answer: (answers: Readonly<Record<string, string>>) => Promise<Answered>;
  readonly propose: (address: string) => Promise<Answered>;
  readonly confirm: (code: string) => Promise<Answered>;
}

/** Signs somebody in to their registration. Fails when that is refused. */
export async function atRegistration(
  running: At,
  { username, password }: { readonly username: string; readonly password: string },
  language = 'en',
): Promise<AtRegistration> {
  const signedIn = await trySignIn(running, { username, password });
  const { handle } = jsonIn(signedIn);
  if (typeof handle !== 'string') throw new Error(`${username} could not sign in: ${signedIn.body}`);
  const headers = { authorization: `Bearer ${handle}`, 'accept-language': language };
  const put = (method: string, body: object) =>
    askJson(running, 'PUT', `/api/enrollment/${method}`, body, headers);
  return {
    stands: async () => jsonIn(await askJson(running, 'GET', '/api/enrollment', undefined, headers)),
    answer: (answers) => put('security-answers', { answers }),
    propose: (address) => put('email-code', { address }),
    confirm: (code) => put('email-code', { code }),
  };
}

export const trySignIn = (
  running: At,
  who: { readonly username: string; readonly password: string },
): Promise<Answered> =>
  askJson(running, 'POST', '/api/enrollment/session', { username: who.username, password: who.password });
