import type { FunctionName } from '../lambdas/environment.ts';
import type { AwsStandIns } from '../local/aws/start-aws-stand-ins.ts';
import { eventOf } from './invoke.ts';
import { ANSWERS } from './people.ts';
import { rotationCalls } from './rotation-calls.ts';
import type { RunningFunction } from './running-function.ts';

/** One call, and the CPU it took, in milliseconds. */
export interface Called {
  readonly name: FunctionName;
  readonly call: string;
  readonly cpuMs: number;
}

/** What is asked of a function that no person needs first. */
const ALONE: Readonly<Partial<Record<FunctionName, readonly [string, object]>>> = {
  portal: ['the start page', eventOf('GET', '/')],
  federation: ['the page that is led back to', eventOf('GET', '/recover/openid-connect/return')],
  admin: [
    'a sign-in that is refused',
    eventOf('POST', '/api/admin/session', { body: { username: 'person0', password: 'no' } }),
  ],
  console: ['the page', eventOf('GET', '/console')],
  announcer: ['a run', {}],
  'post-actions': ['a run', {}],
  'attribute-writer': ['a run', {}],
  sweeper: ['a run', {}],
  doctor: ['an examination', { source: 'aws.events' }],
  'pre-flight': ['a run', {}],
  'trail-sealer': ['a run', {}],
  canary: ['a run without a canary', {}],
};
const ROUNDS = 8;

/** Has people registered and helped, and calls what nobody needs for that. */
export async function eachCalled(
  people: number,
  begin: (name: FunctionName) => Promise<RunningFunction>,
  { mailbox, secrets }: Pick<AwsStandIns, 'mailbox' | 'secrets'>,
): Promise<readonly Called[]> {
  const calls: Called[] = [];
  const counted = async <T>(
    name: FunctionName,
    call: string,
    act: (it: RunningFunction) => Promise<T>,
  ): Promise<T> => {
    const it = await begin(name);
    const before = await it.usage();
    const answer = await act(it);
    const after = await it.usage();
    calls.push({ name, call, cpuMs: after.cpuMs - before.cpuMs });
    return answer;
  };
  const ask = <T>(name: FunctionName, call: string, event: object): Promise<T> =>
    counted(name, call, (it) => it.ask<T>(event));
  const send = async (): Promise<string> => {
    mailbox.clear();
    await counted('outbox-sender', 'a letter', (it) => it.invoke({}));
    return mailbox.messages().flatMap(({ text }) => /\b\d{8}\b/.exec(text) ?? [])[0] ?? 'no code came';
  };
  for (let i = 0; i < people; i += 1) {
    await registered(`person${i}`, ask, send);
    await helped(`person${i}`, i % 2 === 0 ? 'unlock' : 'reset', ask, send);
  }
  for (const [name, [call, event]] of Object.entries(ALONE) as [FunctionName, readonly [string, object]][])
    for (let i = 0; i < ROUNDS; i += 1) await counted(name, call, (it) => it.invoke(event));
  // Last: from then on another account is in force.
  for (let i = 0; i < ROUNDS; i += 1)
    for (const [call, event] of rotationCalls(secrets))
      await counted('rotation', call, (it) => it.invoke(event));
  return calls;
}

type Ask = <T>(name: FunctionName, call: string, event: object) => Promise<T>;
type Send = () => Promise<string>;
const bearer = (handle: string) => ({ headers: { authorization: `Bearer ${handle}` } });

async function registered(username: string, ask: Ask, send: Send): Promise<void> {
  const own = { username, password: 'Start-Passw0rd-1' };
  const session = eventOf('POST', '/api/enrollment/session', { body: own });
  const { handle } = await ask<{ handle: string }>('enroll', 'a sign-in', session);
  const put = (method: string, body: object) =>
    eventOf('PUT', `/api/enrollment/${method}`, { ...bearer(handle), body });
  await ask('enroll', 'answers that are registered', put('security-answers', { answers: ANSWERS }));
  await ask('enroll', 'an address', put('email-code', { address: `${username}@mail.example.test` }));
  await ask('enroll', 'a code', put('email-code', { code: await send() }));
}

async function helped(username: string, action: 'unlock' | 'reset', ask: Ask, send: Send): Promise<void> {
  const start = eventOf('POST', '/api/recovery', { body: { claim: { username }, send: 'email-code' } });
  const { handle } = await ask<{ handle: string }>('verify', 'a start', start);
  const flow = bearer(handle);
  const prove = (method: string, body: object) =>
    eventOf('POST', `/api/recovery/proofs/${method}`, { ...flow, body });
  await ask('verify', 'answers that are checked', prove('security-answers', { answers: ANSWERS }));
  await ask('verify', 'a code', prove('email-code', { code: await send() }));
  const headers = { ...flow.headers, 'idempotency-key': `bench-${username}` };
  const body = action === 'reset' ? { newPassword: 'Quiet-Lantern-4417' } : {};
  await ask(
    action,
    action === 'reset' ? 'a reset' : 'an unlock',
    eventOf('POST', `/api/recovery/${action}`, { headers, body }),
  );
}
