import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copiedFolder } from '../../cli/trail/copied-folder.ts';
import { startLookAlike } from '../../local/directory/look-alike.ts';
import { CAST, DOMAIN } from '../../local/people.ts';
import { type LocalLatchkey, startLocal } from '../../local/start-local.ts';
import { verified } from '../support/sealed-trail.ts';
import { anEvent } from '../support/stored-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-local-'));
const lines: string[] = [];
let latchkey: LocalLatchkey;

beforeAll(async () => {
  latchkey = await startLocal({
    port: 0,
    dataFolder: join(folder, 'data'),
    take: (line) => lines.push(line),
  });
});
afterAll(async () => {
  await latchkey.stop();
  rmSync(folder, { recursive: true });
});

const get = async (path: string) => (await fetch(latchkey.url(path))).text();
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(latchkey.url(path), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const submit = (path: string, fields: Record<string, string>, origin = latchkey.origin) =>
  fetch(latchkey.url(path), { method: 'POST', headers: { origin }, body: new URLSearchParams(fields) });

const cast = (username: string) => {
  const member = CAST.find((each) => each.username === username);
  if (!member) throw new Error(`no ${username} in the cast`);
  return member;
};
const codeSentTo = (address: string | undefined) =>
  /\b(\d{4} ?\d{4})\b/.exec(
    latchkey.mailbox.messages().findLast(({ to }) => to === address)?.text ?? '',
  )?.[1];

describe('the local server', () => {
  it('serves the start page, which says that it is a demo', async () => {
    expect(await get('/')).toContain('class="demo"');
  });

  it('listens on one loopback address and nowhere else', async () => {
    const port = Number(new URL(latchkey.origin).port);
    const refusal = await new Promise((resolve) => {
      connect(port, '127.0.0.2')
        .once('connect', () => resolve(undefined))
        .once('error', resolve);
    });
    expect(refusal).toMatchObject({ syscall: 'connect' });
  });

  it('does not answer to another host name', async () => {
    const status = await new Promise((resolve, reject) => {
      const url = latchkey.url('/').replace('localhost', '127.0.0.1');
      httpRequest(url, { headers: { host: 'evil.example:80' } }, (response) => {
        resolve(response.statusCode);
        response.resume();
      })
        .once('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });

  it('seals the trail into its data folder, where it can be verified', async () => {
    const at = Date.now() - 60 * 60_000;
    await latchkey.ports.trail.append(anEvent({ id: 'an-hour-ago', at }));
    await latchkey.runTrailSealer();
    const archive = join(folder, 'data', 's3', 'latchkey-trail-archive');
    const [key = ''] = readdirSync(join(archive, 'keys'));
    const { faults, seen } = await verified(
      copiedFolder(archive),
      readFileSync(join(archive, 'keys', key), 'utf8'),
    );
    expect([faults, seen]).toMatchObject([[], { events: 1, roots: 1 }]);
  });

  it('goes on when a client leaves in the middle of a request', async () => {
    const socket = connect(Number(new URL(latchkey.origin).port), '127.0.0.1');
    const gone = new Promise((resolve) => socket.once('close', resolve));
    socket.write('POST /api/recovery HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{', () =>
      socket.destroy(),
    );
    await gone;
    expect((await fetch(latchkey.url('/healthz'))).status).toBe(200);
  });

  it('says in one sentence that a port is taken', async () => {
    const port = Number(new URL(latchkey.origin).port);
    await expect(startLocal({ port, dataFolder: join(folder, 'other') })).rejects.toThrow('--port');
  });

  it('answers unknown paths with a page, and with problem details below /api', async () => {
    expect((await fetch(latchkey.url('/nowhere'))).headers.get('content-type')).toContain('text/html');
    const response = await fetch(latchkey.url('/api/nowhere'));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'route-unknown' });
  });

  it('describes its API', async () => {
    expect(JSON.parse(await get('/api/openapi.json'))).toMatchObject({ openapi: '3.1.0' });
  });
});

describe('recovering in the demo', () => {
  it('takes an enrolled person from the forgotten password to a new one that opens Windows', async () => {
    const { answers, personalMail } = cast('hanako');
    const start = await post('/api/recovery', { claim: { username: 'hanako' }, send: 'email-code' });
    const { handle } = (await start.json()) as { handle: string };
    const authorization = { authorization: `Bearer ${handle}` };
    await post('/api/recovery/proofs/security-answers', { answers }, authorization);
    await latchkey.runSender();
    const code = codeSentTo(personalMail);
    expect(await get('/demo/mailbox')).toContain(code);
    await post('/api/recovery/proofs/email-code', { code }, authorization);
    const reset = await post(
      '/api/recovery/reset',
      { newPassword: 'Lantern-Violet-7-hill' },
      { ...authorization, 'idempotency-key': 'one-operation' },
    );
    expect(await reset.json()).toMatchObject({ action: 'reset', result: 'done' });
    const signedIn = await submit('/demo/sign-in', {
      username: 'hanako@example.com',
      password: 'Lantern-Violet-7-hill',
    });
    expect(await signedIn.text()).toContain('Welcome');
    expect(await get('/demo/metrics')).toContain('PasswordReset');
  });

  it('writes no password, answer, code or handle into a line', async () => {
    expect(lines.length).toBeGreaterThan(0);
    const secrets = [
      'Lantern-Violet-7-hill',
      codeSentTo(cast('hanako').personalMail) ?? '',
      ...Object.values(cast('hanako').answers ?? {}),
    ];
    for (const secret of secrets) expect(lines.join('\n')).not.toContain(secret);
  });

  it('begins with an empty mailbox, and with everyone enrolled who is said to be', async () => {
    const enrolled: string[] = [];
    for await (const { person } of latchkey.ports.enrollments.all()) enrolled.push(person.guid);
    const said = CAST.filter((member) => member.enrolled).map(({ username }) =>
      latchkey.directory.lookAlike?.guidOf(username),
    );
    expect(enrolled).toHaveLength(said.length);
    expect(new Set(enrolled)).toEqual(new Set(said));
    expect(latchkey.mailbox.messages().every(({ to }) => to === cast('hanako').personalMail)).toBe(true);
  });

  it('knows everyone again after a restart, without registering anybody a second time', async () => {
    const dataFolder = join(folder, 'restarted');
    const versions = async (): Promise<readonly number[]> => {
      const server = await startLocal({ port: 0, dataFolder });
      const found: number[] = [];
      for await (const { version } of server.ports.enrollments.all()) found.push(version);
      await server.stop();
      return found;
    };
    const first = await versions();
    expect(first.length).toBeGreaterThan(0);
    expect(await versions()).toEqual(first);
  });
});

describe('the demo sign-in', () => {
  it('locks an account after as many wrong tries as the domain allows', async () => {
    const { username, password } = cast('priya');
    const tries = DOMAIN.rules.lockoutThreshold;
    for (let n = 0; n < tries; n += 1) {
      expect(latchkey.directory.lookAlike?.person(username)?.locked).toBe(false);
      await submit('/demo/sign-in', { username, password: `wrong-${n}` });
    }
    const answer = await submit('/demo/sign-in', { username, password });
    expect(await answer.text()).toContain('currently locked out');
  });

  it('locks an account at one push of a button', async () => {
    await submit('/demo/lock-out', { locked: 'lena' });
    expect(latchkey.directory.lookAlike?.person('lena')?.locked).toBe(true);
  });

  it.each([
    ['dawit', 'disabled'],
    ['erin', 'expired'],
    ['farid', 'must be changed'],
    ['grace', 'has expired and must be changed'],
  ])('tells %s, as Windows would, that it is %s', async (username, words) => {
    const answer = await submit('/demo/sign-in', { username, password: cast(username).password });
    expect(await answer.text()).toContain(words);
  });

  it('sends no empty password, which AD would say yes to', async () => {
    const answer = await submit('/demo/sign-in', { username: 'alice', password: '' });
    expect(await answer.text()).toContain('incorrect');
  });

  it('takes no form from another site', async () => {
    const answer = await submit('/demo/lock-out', { locked: 'alice' }, 'https://evil.example');
    expect(answer.status).toBe(403);
    expect(latchkey.directory.lookAlike?.person('alice')?.locked).toBe(false);
  });
});

describe('under a base path', () => {
  it('serves everything below it, and only there', async () => {
    const staged = await startLocal({ port: 0, dataFolder: join(folder, 'staged'), basePath: '/prod' });
    try {
      const page = await (await fetch(staged.url('/'))).text();
      const sheet = /href="([^"]+\.css)"/.exec(page)?.[1] ?? '';
      expect(sheet.startsWith('/prod/assets/')).toBe(true);
      expect((await fetch(staged.origin + sheet)).status).toBe(200);
      expect((await fetch(staged.url('/demo/sign-in'))).status).toBe(200);
      expect((await fetch(`${staged.origin}/healthz`)).status).toBe(404);
    } finally {
      await staged.stop();
    }
  });
});

describe('beside a domain of one’s own', () => {
  it('shows and enrolls nobody of the demonstration, locks nobody, and writes no credential to disk', async () => {
    const real = await startLookAlike();
    const caFile = join(folder, 'lab-ca.pem');
    writeFileSync(caFile, real.ca);
    const dataFolder = join(folder, 'lab');
    const { reader, resetter, base, netbios } = DOMAIN;
    const lab = await startLocal({
      port: 0,
      dataFolder,
      directory: {
        kind: 'lab',
        urls: [real.url],
        baseDn: base,
        netbiosName: netbios,
        upnSuffixes: [],
        caFile,
        bases: [base],
        administrators: [DOMAIN.roleGroups.administrator],
        dataProxy: { username: reader.upn, password: reader.password },
        selfService: { username: resetter.upn, password: resetter.password },
      },
    });
    try {
      const enrolled: unknown[] = [];
      for await (const enrollment of lab.ports.enrollments.all()) enrolled.push(enrollment);
      expect(enrolled).toEqual([]);
      expect(await (await fetch(lab.url('/demo'))).text()).not.toContain('alice');
      const headers = { origin: lab.origin };
      const body = new URLSearchParams({ locked: 'alice' });
      expect((await fetch(lab.url('/demo/lock-out'), { method: 'POST', headers, body })).status).toBe(403);
      const start = await fetch(lab.url('/api/recovery'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ claim: { username: 'alice' } }),
      });
      expect(start.status).toBe(201);
      const files = readdirSync(dataFolder).map((name) => readFileSync(join(dataFolder, name), 'latin1'));
      expect(files.join('\n')).not.toContain(reader.password);
    } finally {
      await lab.stop();
      await real.stop();
    }
  });
});
