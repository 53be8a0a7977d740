import {
  GetSecretValueCommand,
  RotateSecretCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { copiedFolder } from '../../cli/trail/copied-folder.ts';
import { FUNCTION_NAMES } from '../../lambdas/environment.ts';
import { clientsOf } from '../../local/aws-place.ts';
import { CAST } from '../../local/people.ts';
import { type LocalLatchkey, startLocal } from '../../local/start-local.ts';
import { callsTable } from './calls-table.ts';
import { notedCalls } from './noted-calls.ts';
import { templateEnvironment } from './template-environment.ts';
import { verified } from '../support/sealed-trail.ts';
import { anEvent } from '../support/stored-records.ts';

const dynamodb = inject('dynamodb');

const NOAHS = CAST.find(({ username }) => username === 'noah')?.password ?? '';

describe.skipIf(!dynamodb)('the built functions, each in a process of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-bundles-'));
  const lines: string[] = [];
  const table = callsTable();
  let latchkey: LocalLatchkey;
  const { call, page, invoke } = notedCalls(() => latchkey, table);

  beforeAll(async () => {
    const running = { endpoint: dynamodb?.endpoint ?? '', accessKeyId: `t${randomBytes(9).toString('hex')}` };
    await untilAnswering(running.endpoint);
    latchkey = await startLocal({
      port: 0,
      dataFolder: join(folder, 'data'),
      store: { kind: 'dynamodb', running },
      basePath: '/prod',
      bundles: templateEnvironment(),
      // Somebody who is no canary: what they are asked for, no program can give.
      canary: { username: 'noah', password: NOAHS },
      take: (line) => lines.push(line),
    });
  }, 120_000);
  afterAll(async () => {
    await latchkey.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are all of them', () => {
    expect(FUNCTION_NAMES.toSorted()).toEqual([
      'admin',
      'announcer',
      'attribute-writer',
      'canary',
      'console',
      'doctor',
      'enroll',
      'federation',
      'outbox-sender',
      'portal',
      'post-actions',
      'pre-flight',
      'reset',
      'rotation',
      'sweeper',
      'trail-sealer',
      'unlock',
      'verify',
    ]);
  });

  it('portal says that it is alive', async () => {
    expect(await call('GET', '/healthz')).toMatchObject({ status: 200, answer: { status: 'ok' } });
  });

  it('federation shows the page that an identity provider leads back to, and offers nothing that it is not joined to', async () => {
    const back = await page('/recover/openid-connect/return?code=a&state=b');
    expect([back.status, await back.text()]).toEqual([200, expect.stringContaining('data-goes-on')]);
    expect(await call('GET', '/api/recovery/proofs/openid-connect')).toMatchObject({
      status: 401,
      answer: { code: 'flow-gone' },
    });
  });

  it('enroll signs a person in by their password', async () => {
    const body = { username: 'noah', password: NOAHS };
    expect(await call('POST', '/api/enrollment/session', body)).toMatchObject({ status: 201 });
  });

  it('unlock and reset refuse a flow that nobody started', async () => {
    const key = { 'idempotency-key': 'one-operation' };
    expect(await call('POST', '/api/recovery/unlock', {}, key)).toMatchObject({ status: 401 });
    const body = { newPassword: 'Violet-Lantern-8-sea' };
    expect(await call('POST', '/api/recovery/reset', body, key)).toMatchObject({ status: 401 });
  });

  it('admin refuses who is nobody, and signs in who may administer', async () => {
    expect(await call('GET', '/api/admin/session')).toMatchObject({
      status: 401,
      answer: { code: 'session-gone' },
    });
    const wrong = { username: 'noah', password: 'certainly-not-it' };
    expect(await call('POST', '/api/admin/session', wrong)).toMatchObject({
      status: 401,
      answer: { code: 'sign-in-refused' },
    });
  });

  it('console hands out its page, compressed, and what the page asks for', async () => {
    const first = await page('/console');
    const html = await first.text();
    expect([first.status, first.headers.get('content-encoding'), first.headers.get('cache-control')]).toEqual(
      [200, 'gzip', 'no-store'],
    );
    const [, script = ''] = /src="([^"]+\.js)"/.exec(html) ?? [];
    const asked = await fetch(new URL(script, first.url));
    expect([asked.status, asked.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ]);
    expect(asked.headers.get('cache-control')).toContain('immutable');
    expect((await asked.text()).length).toBeGreaterThan(10_000);
  });

  it('the announcer, the sender and the sweeper find nothing to do', async () => {
    expect(await invoke('announcer', {})).toMatchObject({ looked: 0, told: 0 });
    expect(await invoke('outbox-sender', {})).toMatchObject({ failed: 0 });
    for (const name of ['post-actions', 'attribute-writer'] as const)
      expect(await invoke(name, {})).toEqual({ done: 0, failed: 0, 'given-up': 0 });
    expect(await invoke('sweeper', {})).toEqual({ settled: 0, waiting: 0 });
  });

  it('trail-sealer seals what is settled into the archive, and signs it', async () => {
    const at = Date.now() - 60 * 60_000;
    await latchkey.ports.trail.append(anEvent({ id: 'an-hour-ago', at }));
    expect(await invoke('trail-sealer', {})).toEqual({ sealed: 1 });
    const archive = join(folder, 'data', 's3', 'latchkey-trail-archive');
    const { pem } = await latchkey.ports.signer.key();
    const { faults, seen } = await verified(copiedFolder(archive), pem);
    expect([faults, seen.events]).toEqual([[], 1]);
  });

  it('the doctor examines the domain when it is woken, and answers nobody who is not signed in', async () => {
    await invoke('doctor', { source: 'aws.events' });
    const { domains = [] } = (await latchkey.ports.health.lastExamination()) ?? {};
    expect(domains.map(({ domain }) => domain)).toEqual(['CORP']);
    const signIns = domains.flatMap(({ findings }) =>
      findings.filter(({ check }) => check.endsWith('-account')),
    );
    expect(new Set(signIns.map(({ check, state }) => `${check} ${state}`))).toEqual(
      new Set(['data-proxy-account fine', 'self-service-account fine']),
    );
    expect(await call('POST', '/api/admin/examination', {})).toMatchObject({ status: 401 });
  });

  it('pre-flight judges everybody in as many wake-ups as it takes', async () => {
    await invoke('pre-flight', {});
    await invoke('pre-flight', {});
    const run = await latchkey.ports.health.finishedPreFlight();
    expect(Object.values(run?.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(10);
    expect(await invoke('pre-flight', {})).toMatchObject({ kind: 'not-due' });
  });

  it('the canary goes through the public door with what its secret says, and tells where it was stopped', async () => {
    expect(await invoke('canary', {})).toEqual({
      kind: 'failed',
      step: 'enroll',
      code: 'policy-not-for-canaries',
    });
    await expect
      .poll(() => latchkey.counts().map(({ metric }) => metric))
      .toEqual(expect.arrayContaining(['CanaryRan', 'CanaryFailed', 'SignedIn']));
  });

  it('rotation touches no secret but those of the domains', async () => {
    const event = { Step: 'createSecret', SecretId: 'somebody-elses', ClientRequestToken: 'one' };
    await expect(invoke('rotation', event)).rejects.toThrow('somebody-elses');
  });

  /** Somebody who has proven themselves by their answers and a code: what goes with each of their requests. */
  async function proven(username: string): Promise<Record<string, string>> {
    const somebody = CAST.find((member) => member.username === username);
    const started = await call('POST', '/api/recovery', { claim: { username }, send: 'email-code' });
    expect(started.status).toBe(201);
    const headers = { authorization: `Bearer ${String(started.answer['handle'])}` };
    await call('POST', '/api/recovery/proofs/security-answers', { answers: somebody?.answers }, headers);
    await latchkey.runSender();
    const letter = latchkey.mailbox.messages().findLast(({ to }) => to === somebody?.personalMail);
    const code = /\b(\d{4} ?\d{4})\b/.exec(letter?.text ?? '')?.[1];
    const held = await call('POST', '/api/recovery/proofs/email-code', { code }, headers);
    expect(held.status).toBe(200);
    return { ...headers, 'idempotency-key': 'one-operation' };
  }

  it('verify, the sender and unlock take a locked person to an open account, and each counts its part', async () => {
    const unlocked = await call('POST', '/api/recovery/unlock', {}, await proven('bob'));
    expect(unlocked.answer).toMatchObject({ action: 'unlock', result: 'done' });
    expect(latchkey.directory.lookAlike?.person('bob')?.locked).toBe(false);
    await expect
      .poll(() => latchkey.counts().map(({ metric }) => metric))
      .toEqual(expect.arrayContaining(['RecoveryStarted', 'ProofAccepted', 'MessageSent', 'Unlocked']));
  });

  it('reset sets the password of somebody who forgot theirs, and writes it into no line', async () => {
    const newPassword = 'Violet-Lantern-8-sea';
    const reset = await call('POST', '/api/recovery/reset', { newPassword }, await proven('alice'));
    expect(reset.answer).toMatchObject({ action: 'reset', result: 'done' });
    expect(latchkey.directory.lookAlike?.isPassword('alice', newPassword)).toBe(true);
    expect(lines.join('\n')).not.toContain(newPassword);
  });

  it('rotation hands a domain over to the account that rested, in the four steps of Secrets Manager', async () => {
    const secrets = new SecretsManagerClient(clientsOf(latchkey.secretsManager));
    const SecretId = 'latchkey/data-proxy';
    const inForce = async () => {
      const { SecretString = '{}' } = await secrets.send(new GetSecretValueCommand({ SecretId }));
      return (JSON.parse(SecretString) as { readonly username?: string }).username;
    };
    const before = await inForce();
    await secrets.send(new RotateSecretCommand({ SecretId }));
    await expect.poll(inForce, { timeout: 10_000 }).not.toBe(before);
    table.note('rotation', `all steps, for \`${SecretId}\``, 'the other account is in force');
  });

  it('write no code and no answer into their lines', () => {
    const bob = CAST.find(({ username }) => username === 'bob');
    const codes = latchkey.mailbox.messages().map(({ text }) => /\b\d{4} ?\d{4}\b/.exec(text)?.[0] ?? '');
    const secrets = [...codes, ...Object.values(bob?.answers ?? {})].filter((secret) => secret !== '');
    expect(secrets.length).toBeGreaterThan(3);
    for (const secret of secrets) expect(lines.join('\n')).not.toContain(secret);
  });

  it('come back after a crash, which fails only the request at work', async () => {
    latchkey.bundles?.crash('portal');
    await expect
      .poll(async () => (await fetch(latchkey.url('/healthz'))).status, { timeout: 10_000 })
      .toBe(200);
    table.note('portal', 'its process is killed', 'another one answers');
  });

  it('are each in the table of what they were called with and what came of it, as docs/function-calls.md has it', async () => {
    expect(table.missing()).toEqual([]);
    await expect(table.markdown()).toMatchFileSnapshot('../../docs/function-calls.md');
  });
});

/** The run's DynamoDB Local may still be starting. */
async function untilAnswering(endpoint: string): Promise<void> {
  const answers = () => fetch(endpoint).then(Boolean, () => false);
  await vi.waitUntil(answers, { timeout: 30_000, interval: 50 });
}
