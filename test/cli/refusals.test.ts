import { describe, expect, it } from 'vitest';
import { carryOut } from '../../cli/carry-out.ts';
import { deploymentOf } from '../../cli/deployment.ts';
import { endOf } from '../../cli/end-of.ts';
import { EXIT } from '../../cli/exit-codes.ts';
import { ApiProblem } from '../../client/client.ts';
import { refusal, scriptedSetting } from './scripted-setting.ts';

const place = { base: 'https://reset.example.com', command: (verb: string) => `latchkey ${verb}` };

describe('what the API refuses', () => {
  it.each([
    ['role-missing', 403, EXIT.notAllowed],
    ['slow-down', 429, EXIT.failed],
    ['configuration-changed-meanwhile', 409, EXIT.failed],
    ['document-mistakes', 422, EXIT.found],
    ['service-problem', 503, EXIT.failed],
    ['something-new', 409, EXIT.failed],
    ['something-forbidden', 403, EXIT.notAllowed],
  ])('%s (%i) ends with %i, in a sentence with the reference', (code, status, exitCode) => {
    const end = endOf(refusal(code, status), place);
    expect(end.exitCode).toBe(exitCode);
    expect(end.message).toMatch(/^[A-Zh].+[.] Reference K7Q2-M9XD\.$/s);
  });

  it('names the domain controller that was the trouble', () => {
    const problem = {
      type: 'about:blank',
      title: '',
      status: 503,
      reference: '',
      code: 'service-problem',
    } as const;
    const end = endOf(new ApiProblem({ ...problem, detail: 'No domain controller of NORD answers' }), place);
    expect(end.message).toMatch(/^No domain controller of NORD answers\.\n.*look whether it was done/s);
  });

  it('says how long to wait, and lists what is wrong', () => {
    const problem = { type: 'about:blank', title: '', status: 429, reference: '' } as const;
    const waiting = new ApiProblem({ ...problem, code: 'slow-down', retryAfterSeconds: 840 });
    expect(endOf(waiting, place).message).toContain('Try again in 14 minutes.');
    const mistakes = [{ path: '', code: 'x', message: 'It is wrong.', remedy: 'Put it right.' }];
    const wrong = new ApiProblem({ ...problem, code: 'document-mistakes', mistakes });
    expect(endOf(wrong, place).message).toContain('\n/: It is wrong. Put it right.');
  });

  it('is not what a mistake of our own is taken for', () => {
    expect(() => endOf(new TypeError('x is undefined'), place)).toThrow('x is undefined');
  });
});

describe('a change whose answer is lost', () => {
  const draft = { revision: 2 };
  const answers = {
    'GET /api/admin/configuration': () => ({ version: 7 }),
    'POST /api/admin/plan': () => ({
      mistakes: [],
      warnings: [],
      changes: [{ section: 'branding', id: '', name: 'Branding', kind: 'changed', before: [], after: [] }],
      needsEarlierUntil: false,
    }),
    'GET /api/admin/draft': () => ({ draft: null }),
    'PUT /api/admin/draft': () => ({ revision: 1 }),
    'POST /api/admin/draft/review': () => ({ draft }),
    'DELETE /api/admin/draft': () => ({ ended: true }),
  } as const;
  const document = {} as never;
  const wish = { document, what: 'x.json', reason: 'x', impact: false, yes: true, dryRun: false };

  it('is not said to have failed: it may be in force', async () => {
    const setting = scriptedSetting({
      ...answers,
      'POST /api/admin/draft/publish': () => {
        throw refusal('unreachable');
      },
    });
    await expect(carryOut(setting, wish)).rejects.toThrow(
      'The answer was lost: it may be in force or not. See: latchkey versions list',
    );
  });

  it('publishes the revision that was reviewed, which is another one where names were looked up', async () => {
    let published: unknown;
    const setting = scriptedSetting({
      ...answers,
      'POST /api/admin/draft/publish': ({ body }) => {
        published = body?.['revision'];
        return { version: 8 };
      },
    });
    expect(await carryOut(setting, wish)).toBe(8);
    expect(published).toBe(2);
    expect(setting.called).not.toContain('DELETE /api/admin/draft');
  });

  it('leaves no draft behind when it is refused', async () => {
    const setting = scriptedSetting({
      ...answers,
      'POST /api/admin/draft/publish': () => {
        throw refusal('configuration-changed-meanwhile', 409);
      },
    });
    await expect(carryOut(setting, wish)).rejects.toMatchObject({ code: 'configuration-changed-meanwhile' });
    expect(setting.called.at(-1)).toBe('DELETE /api/admin/draft');
  });
});

describe('the address of a deployment', () => {
  it.each([
    ['https://reset.example.com', 'https://reset.example.com'],
    [
      'https://x.execute-api.eu-west-1.amazonaws.com/prod/',
      'https://x.execute-api.eu-west-1.amazonaws.com/prod',
    ],
    ['http://localhost:3000/', 'http://localhost:3000'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('%s is taken', async (url, base) => {
    expect(await deploymentOf({ url }, {})).toBe(base);
  });

  it.each([
    'http://reset.example.com',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'reset.example.com',
    'ftp://localhost',
    'https://ada:secret@reset.example.com',
    'https://reset.example.com/?x=1',
  ])('%s is not', async (url) => {
    await expect(deploymentOf({ url }, {})).rejects.toMatchObject({ exitCode: EXIT.usage });
  });

  it('is the one on this machine where nothing is said', async () => {
    expect(await deploymentOf({}, { LATCHKEY_URL: '' })).toBe('http://localhost:3000');
  });
});
