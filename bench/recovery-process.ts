import argon2 from 'argon2';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { ask, eventOf, type Handler } from './invoke.ts';
import { bareRecovery } from './bare-ldap.ts';
import { ANSWERS } from './people.ts';

/** The measured process: the built verify, reset and enroll bundles, and nothing of what is around them. */
const load = async (folder: string | undefined): Promise<Handler> =>
  ((await import(pathToFileURL(path.join(folder ?? '', 'index.mjs')).href)) as { handler: Handler }).handler;
const [verify, reset, enroll] = [
  await load(process.argv[2]),
  await load(process.argv[3]),
  await load(process.argv[4]),
];

/** What the other side sends: a step to take, or a code that arrived. */
type Order =
  | { readonly do: 'enroll' | 'recover'; readonly username: string }
  | { readonly do: 'hash' }
  | { readonly do: 'ldap'; readonly username: string; readonly url: string; readonly ca: string };
const nextCode = () =>
  new Promise<string>((resolve) => process.once('message', (code) => resolve(code as string)));
const bearer = (handle: string) => ({ headers: { authorization: `Bearer ${handle}` } });

async function register(username: string): Promise<void> {
  const body = { username, password: 'Start-Passw0rd-1' };
  const { handle } = await ask<{ handle: string }>(
    enroll,
    eventOf('POST', '/api/enrollment/session', { body }),
  );
  const with_ = bearer(handle);
  await ask(
    enroll,
    eventOf('PUT', '/api/enrollment/security-answers', { ...with_, body: { answers: ANSWERS } }),
  );
  await ask(
    enroll,
    eventOf('PUT', '/api/enrollment/email-code', {
      ...with_,
      body: { address: `${username}@mail.example.test` },
    }),
  );
  process.send?.('code, please');
  await ask(
    enroll,
    eventOf('PUT', '/api/enrollment/email-code', { ...with_, body: { code: await nextCode() } }),
  );
}

/** Start, three answers, code, reset; the wait for the code costs this process nothing. */
async function recover(username: string): Promise<void> {
  const start = { body: { claim: { username }, send: 'email-code' } };
  const { handle } = await ask<{ handle: string }>(verify, eventOf('POST', '/api/recovery', start));
  const flow = bearer(handle);
  await ask(
    verify,
    eventOf('POST', '/api/recovery/proofs/security-answers', { ...flow, body: { answers: ANSWERS } }),
  );
  process.send?.('code, please');
  await ask(
    verify,
    eventOf('POST', '/api/recovery/proofs/email-code', { ...flow, body: { code: await nextCode() } }),
  );
  const headers = { ...flow.headers, 'idempotency-key': `bench-${username}` };
  await ask(
    reset,
    eventOf('POST', '/api/recovery/reset', { headers, body: { newPassword: 'Quiet-Lantern-4417' } }),
  );
}

async function hashes(): Promise<void> {
  for (const answer of Object.values(ANSWERS))
    await argon2.hash(answer, {
      type: argon2.argon2id,
      memoryCost: 19456,
      timeCost: 2,
      parallelism: 1,
      raw: true,
    });
}

async function act(order: Order): Promise<void> {
  switch (order.do) {
    case 'enroll':
      return register(order.username);
    case 'recover':
      return recover(order.username);
    case 'hash':
      return hashes();
    case 'ldap':
      return bareRecovery(order);
  }
}

process.on('message', (order: Order | string) => {
  if (typeof order === 'string') return;
  const before = process.cpuUsage();
  act(order).then(
    () => {
      const { user, system } = process.cpuUsage(before);
      process.send?.({ cpu: user + system });
    },
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
