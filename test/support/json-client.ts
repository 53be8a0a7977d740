import { type Answer, type FrontDoor, jsonOf } from './front-door.ts';

/** Somebody who speaks JSON, with the handle they were given. */
export interface JsonClient {
  call(
    method: string,
    path: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** Starts a flow, keeps its handle, and answers what came back. */
  start(username: string, more?: object): Promise<Answer>;
  /** Signs in, keeps the session's handle, and answers what came back. */
  signIn(username: string, password: string): Promise<Answer>;
  handle(): string;
}

export function jsonClient(door: FrontDoor, from?: string): JsonClient {
  let handle = '';
  const call: JsonClient['call'] = (method, path, body, headers = {}) =>
    door.ask({
      method,
      path,
      headers: {
        ...(handle !== '' && { authorization: `Bearer ${handle}` }),
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
      ...(from !== undefined && { from }),
    });
  const keeping = async (answer: Promise<Answer>): Promise<Answer> => {
    const done = await answer;
    if (done.status === 201) handle = String(jsonOf(done)['handle']);
    return done;
  };
  return {
    call,
    start: (username, more = {}) => keeping(call('POST', '/api/recovery', { claim: { username }, ...more })),
    signIn: (username, password) => keeping(call('POST', '/api/enrollment/session', { username, password })),
    handle: () => handle,
  };
}
