import { chmodSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { somebody } from '../journeys/somebody.ts';
import { atWork } from './deployment-and-shell.ts';
import { passwordOf, shellFor, type Shell } from './shell.ts';

const ADA = ['sign-in', '--username', 'CORP\\ada'];

describe('a visit at the command line', () => {
  const work = atWork();
  const fresh = async (
    use: (shell: Shell) => Promise<void>,
    url = work().latchkey.url(''),
  ): Promise<void> => {
    const shell = shellFor(url);
    try {
      await use(shell);
    } finally {
      shell.leave();
    }
  };

  it('begins with a password that is piped in, and says who is there, as what, and what comes next', () =>
    fresh(async ({ latchkey }) => {
      const { code, out, talk } = await latchkey(ADA, { input: `${passwordOf('ada')}\n` });
      expect([code, out]).toEqual([0, '']);
      expect(talk).toContain('Signed in to Example Corporation as CORP\\ada: administrator.');
      expect(talk).toContain('Next: latchkey config pull');
      expect(await latchkey(['who-am-i'])).toMatchObject({ code: 0, out: 'CORP\\ada: administrator\n' });
    }));

  it('names the commands as npm runs them, and for the deployment that was named', () =>
    fresh(async ({ latchkey }) => {
      const url = work().latchkey.url('');
      const environment = { LATCHKEY_PASSWORD: passwordOf('hugo'), npm_lifecycle_event: 'latchkey' };
      const { talk } = await latchkey(['--url', url, 'sign-in', '--username', 'hugo'], { environment });
      expect(talk).toContain(`Next: npm run -s latchkey -- --url ${url} registrations counts`);
    }));

  it('answers programs without what opens the visit', () =>
    fresh(async ({ latchkey, read }) => {
      const { out } = await latchkey(['--json', ...ADA], { input: passwordOf('ada') });
      const [handle = ''] = Object.values(JSON.parse(read('state/latchkey/visits.json')) as object).map(
        String,
      );
      expect(handle).toHaveLength(43);
      expect(JSON.parse(out)).toMatchObject({ name: 'CORP\\ada', roles: ['administrator'], demo: true });
      expect(out).not.toContain(handle);
    }));

  it('is kept where its owner alone may read it, also where a file was there before', () =>
    fresh(async ({ latchkey, file, signIn }) => {
      await signIn('ada');
      const kept = file('state/latchkey/visits.json');
      expect(statSync(kept).mode & 0o777).toBe(0o600);
      expect(statSync(file('state/latchkey')).mode & 0o777).toBe(0o700);
      chmodSync(kept, 0o644);
      await signIn('ada');
      expect(statSync(kept).mode & 0o777).toBe(0o600);
      expect((await latchkey(['who-am-i'])).code).toBe(0);
    }));

  it('does not begin with a wrong password, which is nowhere to be read: 4', () =>
    fresh(async ({ latchkey }) => {
      const { code, out, talk } = await latchkey(ADA, { input: 'Wrong-Horse-99' });
      expect([code, out]).toEqual([4, '']);
      expect(talk).toMatch(/do not open the administration\. Check both.*Reference \w{4}-\w{4}\.\n$/);
      expect(talk).not.toContain('Wrong-Horse');
      expect(await latchkey(['who-am-i'])).toMatchObject({ code: 4 });
    }));

  it('does not begin for somebody without a role, in the same words: 4', () =>
    fresh(async ({ latchkey }) => {
      const { code, talk } = await latchkey(['sign-in', '--username', 'alice'], {
        input: somebody('alice').password,
      });
      expect(code).toBe(4);
      expect(talk).toContain('do not open the administration');
    }));

  it('takes no password from the command line, and none that is empty: 2', () =>
    fresh(async ({ latchkey }) => {
      expect(await latchkey([...ADA, '--password', 'x'])).toMatchObject({ code: 2 });
      const { code, talk } = await latchkey(ADA);
      expect(code).toBe(2);
      expect(talk).toContain('LATCHKEY_PASSWORD');
    }));

  it('ends at once, there and here, and can be ended twice', () =>
    fresh(async ({ latchkey, read, signIn }) => {
      await signIn('ada');
      const before = read('state/latchkey/visits.json');
      expect(await latchkey(['sign-out'])).toMatchObject({ code: 0, out: '' });
      expect(read('state/latchkey/visits.json')).toBe('{}');
      const { url } = work().latchkey;
      const handle = Object.values(JSON.parse(before) as Record<string, string>)[0] ?? '';
      const answer = await fetch(url('/api/admin/session'), {
        headers: { authorization: `Bearer ${handle}` },
      });
      expect(answer.status).toBe(401);
      expect(await latchkey(['sign-out'])).toMatchObject({ code: 0 });
    }));

  it('is asked for by every command that needs one: 4', () =>
    fresh(async ({ latchkey }) => {
      const { code, out, talk } = await latchkey(['config', 'pull']);
      expect([code, out]).toEqual([4, '']);
      expect(talk).toContain('Run: latchkey sign-in --username NAME');
    }));

  it('allows what the role allows, and names the roles that may do the rest: 4', () =>
    fresh(async ({ latchkey, signIn, write }) => {
      await signIn('hugo');
      expect(await latchkey(['registrations', 'counts'])).toMatchObject({ code: 0 });
      write('any.json', {});
      const { code, talk } = await latchkey(['config', 'plan', 'any.json']);
      expect(code).toBe(4);
      expect(talk).toContain('it takes administrator or policy-editor or auditor. Ask an administrator.');
    }));

  it('is with one deployment: another one does not know it', () =>
    fresh(async ({ latchkey, signIn }) => {
      await signIn('ada');
      const other = work().latchkey.url('').replace('localhost', '127.0.0.1');
      expect(await latchkey(['--url', other, 'who-am-i'])).not.toMatchObject({ code: 0 });
    }));

  it('needs somebody who answers: 1', () =>
    fresh(async ({ latchkey }) => {
      const { code, talk } = await latchkey(['who-am-i']);
      expect(code).toBe(1);
      expect(talk).toContain('http://localhost:1 could not be reached. Is it running');
    }, 'http://localhost:1'));

  it('is not begun with something that is no Latchkey: 1', () =>
    fresh(
      async ({ latchkey }) => {
        const { code, talk } = await latchkey(['who-am-i']);
        expect(code).toBe(1);
        expect(talk).toContain('not as the administration API does');
      },
      work().latchkey.url('/demo').replace('/prod/demo', '/elsewhere'),
    ));

  it('is never had over a wire that others can read: 2', () =>
    fresh(async ({ latchkey }) => {
      const { code, talk } = await latchkey(ADA, { input: passwordOf('ada') });
      expect(code).toBe(2);
      expect(talk).toContain('is not encrypted. Give an https address.');
    }, 'http://reset.example.com'));
});

describe('the command line', () => {
  const work = atWork();

  it('says what it takes when asked: 0', async () => {
    const { code, out, talk } = await work().shell.latchkey(['--help']);
    expect([code, talk]).toEqual([0, '']);
    expect(out).toContain('Exit codes: 0 done');
    for (const verb of ['config', 'block-list', 'registrations', 'versions', 'trail'])
      expect(out).toContain(verb);
  });

  it.each([
    [[], 'Usage: latchkey'],
    [['dance'], "unknown command 'dance'"],
    [['config'], 'Usage: latchkey config'],
    [['config', 'apply', 'x.json'], "required option '--reason <text>' not specified"],
    [['versions', 'restore', 'two', '--reason', 'x'], 'It is a whole number.'],
    [['registrations', 'report', '--status', 'lost'], 'Allowed choices are registered'],
    [['registrations', 'report', '--csv', '--json'], 'Choose --csv or --json.'],
    [['registrations', 'report', '--since', '2026-02-30'], '"2026-02-30" is none'],
    [['block-list', 'add', '--reason', 'x'], 'Say whom'],
    [['block-list', 'add', '--user', 'a', '--group', 'b', '--reason', 'x'], 'cannot be used with'],
    [['registrations', 'revoke', '--reason', 'x'], 'Name at least one user'],
    [['registrations', 'remind', '--file', 'nowhere.txt'], 'nowhere.txt could not be read'],
    [['--outputs', 'nowhere.json', 'who-am-i'], 'nowhere.json could not be read'],
  ])('does not take %j: 2', async (args, words) => {
    const { code, out, talk } = await work().shell.latchkey(args);
    expect([code, out]).toEqual([2, '']);
    expect(talk).toContain(words);
  });

  it('finds the deployment in what cdk deploy wrote', async () => {
    const { shell, latchkey } = work();
    shell.write('outputs.json', {
      Watch: { DashboardUrl: 'x' },
      Portal: { PortalUrl: 'https://people.example' },
      Administration: { ConsoleUrl: latchkey.url('/console') },
    });
    const { talk } = await shell.latchkey(['--outputs', 'outputs.json', 'who-am-i'], {
      environment: { LATCHKEY_URL: 'https://elsewhere.example' },
    });
    expect(talk).toContain(`Not signed in to ${latchkey.url('')}, or the visit has ended.`);
    expect(talk).toContain('Run: latchkey --outputs outputs.json sign-in');
  });
});
