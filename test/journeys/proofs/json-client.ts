import { randomUUID } from 'node:crypto';
import type { Running } from './running.ts';
import { ask, jsonIn, type Answered } from './over-http.ts';

/** One recovery over JSON, in the hands of who holds its handle. */
export interface JsonFlow {
  readonly handle: string;
  stands(): Promise<Answered>;
  send(): Promise<Answered>;
  answers(answers: Readonly<Record<string, string>>): Promise<Answered>;
  code(code: string): Promise<Answered>;
  unlock(operation?: string): Promise<Answered>;
  /** Without a password none is said at all. */
  reset(newPassword?: string, operation?: string): Promise<Answered>;
}

/** Sends JSON, with a handle when there is one. */
export function askJson(
  { origin }: Pick<Running, 'origin'>,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  if (body === undefined) return ask(origin, { method, path, headers });
  const json = { 'content-type': 'application/json', ...headers };
  return ask(origin, { method, path, headers: json, body: JSON.stringify(body) });
}

export const startJson = (
  running: Pick<Running, 'origin'>,
  username: string,
  more: object = {},
): Promise<Answered> => askJson(running, 'POST', '/api/recovery', { claim: { username }, ...more });

/** The flow of a start that was let in. */
export function flowOf(running: Pick<Running, 'origin'>, started: Answered): JsonFlow {
  const { handle } = jsonIn(started);
  if (started.status !== 201 || typeof handle !== 'string')
    throw new Error(`not started: ${started.status} ${started.body}`);
  const bearer = { authorization: `Bearer ${handle}` };
  const post = (path: string, body: unknown, more: Record<string, string> = {}) =>
    askJson(running, 'POST', `/api/recovery/${path}`, body, { ...bearer, ...more });
  return {
    handle,
    stands: () => askJson(running, 'GET', '/api/recovery', undefined, bearer),
    send: () => post('proofs/email-code/send', {}),
    answers: (answers) => post('proofs/security-answers', { answers }),
    code: (code) => post('proofs/email-code', { code }),
    unlock: (operation = randomUUID()) => post('unlock', {}, { 'idempotency-key': operation }),
    reset: (newPassword, operation = randomUUID()) =>
      post('reset', { newPassword }, { 'idempotency-key': operation }),
  };
}

/** Starts a flow and has a code sent to who it is about. */
export async function startedWithCode(running: Running, username: string): Promise<JsonFlow> {
  return flowOf(running, await startJson(running, username, { send: 'email-code' }));
}

/** Lets the sender run until nothing is due: one run takes so many and no more. */
export async function sendAll({ ports, functions }: Running): Promise<void> {
  while ((await ports.outbox.due(ports.clock.now(), 1)).length > 0) await functions.send();
}

/** The newest code in the mailbox of an address, once everything due is sent. */
export async function codeFor(running: Running, address: string): Promise<string> {
  await sendAll(running);
  const texts = running.mailbox.messages().flatMap(({ to, text }) => (to === address ? [text] : []));
  const code = texts.toReversed().flatMap((text) => /\b\d{8}\b/.exec(text) ?? [])[0];
  if (code === undefined) throw new Error(`no code came to ${address}`);
  return code;
}

/** A flow in which everything was proven, over HTTP. */
export async function provenFlow(
  running: Running,
  member: {
    readonly username: string;
    readonly personalMail?: string;
    readonly answers?: Readonly<Record<string, string>>;
  },
): Promise<JsonFlow> {
  const flow = await startedWithCode(running, member.username);
  const code = await flow.code(await codeFor(running, member.personalMail ?? ''));
  const answers = await flow.answers(member.answers ?? {});
  if (code.status !== 200 || answers.status !== 200)
    throw new Error(`${member.username} could not prove it: ${code.body} ${answers.body}`);
  return flow;
}
