import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { JOURNEY_MS, running } from './running.ts';
import { somebody } from './somebody.ts';
import { codeTo } from './steps.ts';

interface Answered {
  readonly status: number;
  readonly type: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

describe(
  'a program that speaks JSON',
  () => {
    let latchkey: LocalLatchkey;
    beforeAll(async () => {
      latchkey = await running({ basePath: '/prod' });
    });
    afterAll(() => latchkey?.stop());

    const ask = async (
      route: string,
      body?: object,
      headers: Record<string, string> = {},
    ): Promise<Answered> => {
      const [method = '', path = ''] = route.split(' ');
      const response = await fetch(latchkey.url(path), {
        method,
        headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      });
      expect(response.headers.getSetCookie()).toEqual([]);
      const answered = (await response.json()) as Answered['body'];
      return { status: response.status, type: response.headers.get('content-type'), body: answered };
    };
    const problem = (status: number, code: string, more: object = {}) => ({
      status,
      type: 'application/problem+json; charset=utf-8',
      body: {
        type: 'about:blank',
        title: code.replaceAll('-', ' '),
        status,
        code,
        reference: expect.stringMatching(/^\w{4}-\w{4}$/),
        ...more,
      },
    });
    const spend = (
      action: 'unlock' | 'reset',
      body: object,
      bearer: Record<string, string>,
      key = randomUUID(),
    ) => ask(`POST /api/recovery/${action}`, body, { ...bearer, 'idempotency-key': key });
    const start = async (username: string): Promise<Record<string, string>> => {
      const begun = await ask('POST /api/recovery', { claim: { username }, send: 'email-code' });
      expect(begun).toMatchObject({ status: 201, body: { state: 'open', handle: expect.any(String) } });
      return { authorization: `Bearer ${String(begun.body['handle'])}` };
    };

    test('starts, proves answers and code, and sets a new password once', async () => {
      const alice = somebody('alice');
      const bearer = await start(alice.username);
      const locked = { allowed: false, missing: ['email-code', 'security-answers'] };
      expect((await ask('GET /api/recovery', undefined, bearer)).body).toMatchObject({
        actions: { unlock: locked, reset: locked },
      });

      const wrong = { answers: { ...alice.answers, 'first-teacher': 'Adekunle' } };
      expect(await ask('POST /api/recovery/proofs/security-answers', wrong, bearer)).toEqual(
        problem(403, 'proof-wrong', { triesLeft: 4 }),
      );
      const early = await spend('reset', { newPassword: 'Too-Early-For-This-1' }, bearer);
      expect(early).toMatchObject(
        problem(403, 'proof-missing', { missing: ['email-code', 'security-answers'] }),
      );
      expect(
        await ask('POST /api/recovery/proofs/security-answers', { answers: alice.answers }, bearer),
      ).toMatchObject({ status: 200 });
      const code = await codeTo(latchkey, alice.address);
      expect(await ask('POST /api/recovery/proofs/email-code', { code }, bearer)).toMatchObject({
        status: 200,
        body: { actions: { unlock: { allowed: true }, reset: { allowed: true } } },
      });
      expect((await ask('GET /api/recovery', undefined, bearer)).body).toMatchObject({
        account: { locked: false },
      });

      const short = await spend('reset', { newPassword: 'Short-1' }, bearer);
      expect(short).toMatchObject(
        problem(422, 'password-refused', { changed: 'no', reasons: ['password-too-short'] }),
      );
      const key = randomUUID();
      const reset = await spend('reset', { newPassword: 'Pepper-Cloud-Train-2' }, bearer, key);
      expect(reset).toMatchObject({
        status: 200,
        type: 'application/json; charset=utf-8',
        body: { action: 'reset', result: 'done' },
      });
      expect(latchkey.directory.lookAlike?.isPassword('alice', 'Pepper-Cloud-Train-2')).toBe(true);
      expect(await spend('reset', { newPassword: 'Pepper-Cloud-Train-2' }, bearer, key)).toEqual(reset);
      const again = await spend('reset', { newPassword: 'Another-One-Now-3' }, bearer);
      expect(again).toEqual(problem(409, 'flow-done'));
    });

    test('is told in problem details what it did wrong', async () => {
      expect(await ask('GET /api/recovery')).toEqual(problem(401, 'flow-gone'));
      expect(await ask('GET /api/recovery', undefined, { authorization: 'Bearer nothing' })).toEqual(
        problem(401, 'flow-gone'),
      );
      expect(await ask('POST /api/recovery', { claim: { username: 'bob' }, more: 1 })).toMatchObject({
        status: 400,
        type: 'application/problem+json; charset=utf-8',
      });
      const bearer = await start('bob');
      expect(await ask('POST /api/recovery/unlock', {}, bearer)).toMatchObject(
        problem(400, 'operation-missing'),
      );
      expect(await ask('POST /api/recovery/proofs/email-code', { code: 'abc' }, bearer)).toEqual(
        problem(400, 'code-unreadable', { field: 'code' }),
      );
      const refused = await ask('POST /api/enrollment/session', {
        username: 'lena',
        password: 'Not-Hers-At-All-4',
      });
      expect(refused).toMatchObject({ status: 403, type: 'application/problem+json; charset=utf-8' });
    });

    test('learns that the directory fails, and that nothing was changed', async () => {
      latchkey.directory.lookAlike?.misbehave('cut');
      expect(await ask('POST /api/recovery', { claim: { username: 'alice' } })).toEqual(
        problem(503, 'service-problem', { changed: 'no' }),
      );
      latchkey.directory.lookAlike?.misbehave(undefined);
      await start('alice');
    });
  },
  JOURNEY_MS,
);
