import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { revoke } from '../../cli/commands/registrations.ts';
import { EXIT } from '../../cli/exit-codes.ts';
import { refusal, scriptedSetting } from './scripted-setting.ts';

describe('what is done to very many people', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'latchkey-many-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const names = Array.from({ length: 250 }, (_, index) => `p${index}`);
  /** A directory of those people; the service revokes so many batches and is gone then. */
  const settingThatEndsAfter = (batches: number) => {
    let left = batches;
    return scriptedSetting({
      'GET /api/admin/directory': ({ query }) => ({
        objects: names
          .filter((name) => name.startsWith(String(query?.['beginning'])))
          .map((name) => ({
            kind: 'user',
            name: `CORP\\${name}`,
            id: name,
            distinguishedName: '',
            displayName: '',
          })),
      }),
      'POST /api/admin/registrations/revoke': ({ body }) => {
        if (left === 0) throw refusal('session-gone', 401);
        left -= 1;
        const people = body?.['people'] as { guid: string }[];
        return { results: people.map((person) => ({ person, result: 'revoked' })) };
      },
    });
  };
  const run = (setting: ReturnType<typeof settingThatEndsAfter>) => {
    const errors = path.join(folder, 'errors.csv');
    return revoke(setting, names, { reason: 'x', yes: true, dryRun: false, errors }).then(
      () => undefined,
      (error: unknown) => error,
    );
  };

  it('is done a hundred at a time, with a line of progress each tenth part', async () => {
    const setting = settingThatEndsAfter(3);
    expect(await run(setting)).toBeUndefined();
    expect(setting.called.filter((key) => key.startsWith('POST'))).toHaveLength(3);
    expect(setting.said.talk).toContain('Looking names up: 80 of 250\n');
    expect(setting.said.talk.split('\n').filter((line) => line.startsWith('Looking'))).toHaveLength(10);
    expect(setting.said.out.trimEnd().split('\n')).toHaveLength(251);
  });

  it('that ends half-way leaves word of everybody who was not reached', async () => {
    const end = await run(settingThatEndsAfter(1));
    expect(end).toMatchObject({ exitCode: EXIT.partly, message: expect.stringContaining('150 of 250') });
    const rows = readFileSync(path.join(folder, 'errors.csv'), 'utf8').trimEnd().split('\r\n');
    expect(rows).toHaveLength(151);
    expect(rows[1]).toBe(',CORP\\p100,not reached: ApiProblem: 401 session-gone');
  });

  it('that cannot even begin is what it is: nothing was done, and nothing is written', async () => {
    expect(await run(settingThatEndsAfter(0))).toMatchObject({ code: 'session-gone' });
  });

  it('is about the account of just that name, not about one that begins so', async () => {
    const setting = settingThatEndsAfter(1);
    await revoke(setting, ['p1'], { reason: 'x', yes: true, dryRun: false });
    expect(setting.said.out).toContain('CORP\\p1  revoked');
    expect(setting.said.out).not.toContain('p10');
  });
});
