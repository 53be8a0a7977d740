import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ConfigurationDocument } from '../../client/api-types.ts';
import { atWork } from './deployment-and-shell.ts';

const EVERY_MISTAKE = readFileSync(
  path.join(import.meta.dirname, '..', 'support', 'every-mistake.json'),
  'utf8',
);

describe('the configuration as a file', () => {
  const work = atWork('ada');
  const inForce = async () =>
    work()
      .latchkey.ports.configuration.versions(1)
      .then(([newest]) => newest?.version);
  const pulled = async (name: string): Promise<ConfigurationDocument> => {
    const { shell } = work();
    expect(await shell.latchkey(['config', 'pull', name])).toMatchObject({ code: 0, out: '' });
    return JSON.parse(shell.read(name)) as ConfigurationDocument;
  };
  const withHelpLine = (document: ConfigurationDocument, en: string): ConfigurationDocument => ({
    ...document,
    branding: { ...document.branding, helpLine: { ...document.branding.helpLine, en } },
  });
  /** Another question in the questionnaire: everybody who has answered is asked for more. */
  const asksMore = (document: ConfigurationDocument): ConfigurationDocument => ({
    ...document,
    questionnaire: {
      ...document.questionnaire,
      items: [...document.questionnaire.items, { question: 'teacher-nickname' }],
      minimumAnswers: document.questionnaire.items.length + 1,
    },
  });
  let before: number | undefined;
  beforeEach(async () => {
    before = await inForce();
  });

  it('is pulled to a file, and to standard output as the same bytes', async () => {
    const { shell } = work();
    const document = await pulled('pulled.json');
    expect(document.format).toBe(1);
    const { code, out } = await shell.latchkey(['config', 'pull']);
    expect([code, out]).toEqual([0, shell.read('pulled.json')]);
    expect((await shell.latchkey(['config', 'plan', 'pulled.json', '--check'])).out).toMatch(
      /^No changes\.\nWarning: In "Everyone", nobody can unlock or reset without security answers[^\n]*\n$/,
    );
  });

  it('is pulled, changed, planned and applied, and comes back with that change and no other byte', async () => {
    const { shell } = work();
    await pulled('a.json');
    const changed = shell.read('a.json').replace('+44 20 7946 0123', 'Call 5555, or come to room 12');
    shell.write('a.json', changed);

    const planned = await shell.latchkey(['config', 'plan', 'a.json']);
    expect(planned.code).toBe(0);
    expect(planned.out).toContain('update branding');
    expect(planned.out).toContain('Call 5555, or come to room 12');
    expect(planned.out).toContain('0 to create, 1 to update, 0 to remove.\nIt touches 0 of 34 people.');
    expect(planned.talk).toContain(`config apply a.json --based-on ${before ?? 0} --reason "…"`);
    expect(await inForce()).toBe(before);

    const { code, out, talk } = await shell.latchkey([
      'config',
      'apply',
      'a.json',
      '--reason',
      'Moved',
      '--yes',
    ]);
    expect([code, out]).toEqual([0, '']);
    expect(talk).toContain(`Version ${(before ?? 0) + 1} is in force`);
    await pulled('b.json');
    expect(shell.read('b.json')).toBe(changed);
    const [newest] = await work().latchkey.ports.configuration.versions(1);
    expect(newest).toMatchObject({ author: { name: 'CORP\\ada' }, reason: 'Moved' });
  });

  it('comes back whole with texts that programs like to break', async () => {
    const { shell } = work();
    const document = await pulled('a.json');
    const hard = `& < > " ' \\ ملاحظة \u200f 😀 e\u0301`;
    const questions = [...document.questions, aQuestion('hard', hard)];
    shell.write('hard.json', { ...document, questions });
    expect(await shell.latchkey(['config', 'apply', 'hard.json', '--reason', hard, '--yes'])).toMatchObject({
      code: 0,
    });
    expect((await pulled('back.json')).questions.at(-1)).toEqual(aQuestion('hard', hard));
    expect((await shell.latchkey(['versions', 'list'])).out).toContain(hard);
  });

  it('says that nothing needs to be done when it is in force already: 0', async () => {
    const { shell } = work();
    await pulled('same.json');
    const { code, talk } = await shell.latchkey(['config', 'apply', 'same.json', '--reason', 'x', '--yes']);
    expect(code).toBe(0);
    expect(talk).toContain('same.json says what is in force already: nothing has been changed.');
    expect(await inForce()).toBe(before);
  });

  it('with every mistake there is, is told all of them with place and remedy, and changes nothing: 3', async () => {
    const { shell } = work();
    shell.write('wrong.json', EVERY_MISTAKE);
    for (const args of [
      ['config', 'plan', 'wrong.json'],
      ['config', 'apply', 'wrong.json', '--reason', 'x', '--yes'],
      ['config', 'apply', 'wrong.json', '--reason', 'x', '--dry-run'],
    ]) {
      const { code, out, talk } = await shell.latchkey(args);
      expect(code).toBe(3);
      const lines = out.trimEnd().split('\n');
      expect(lines).toHaveLength(30);
      // Place, mistake, remedy: a pointer and at least two sentences.
      for (const line of lines) expect(line).toMatch(/^\/\S+: \S.+[.)] [A-Z].+[.?]$/);
      expect(lines.join('\n')).toContain(
        '/userConfigurations/0/include/groups/0: Group "CORP\\Nobody knows"',
      );
      expect(talk).toBe('latchkey: wrong.json has 30 mistakes. Nothing has been changed.\n');
    }
    expect(await inForce()).toBe(before);
    expect((await shell.latchkey(['draft', 'discard'])).talk).toBe('You have no draft.\n');
  });

  it('with mistakes tells programs the same', async () => {
    const { shell } = work();
    shell.write('wrong.json', EVERY_MISTAKE);
    const { code, out } = await shell.latchkey(['--json', 'config', 'plan', 'wrong.json']);
    expect(code).toBe(3);
    const { mistakes } = JSON.parse(out) as { mistakes: object[] };
    expect(mistakes).toHaveLength(30);
    expect(Object.keys(mistakes[0] ?? {}).toSorted()).toEqual(['code', 'message', 'path', 'remedy']);
  });

  it('that is no JSON, or no document, or not there, is said to be so', async () => {
    const { shell } = work();
    shell.write('half.json', '{ "format": 1,');
    shell.write('list.json', '[]');
    const plan = (name: string) => shell.latchkey(['config', 'plan', name]);
    expect(await plan('half.json')).toMatchObject({ code: 3, talk: expect.stringContaining('is not JSON') });
    expect(await plan('list.json')).toMatchObject({
      code: 3,
      out: expect.stringContaining('This is no conf'),
    });
    expect(await plan('none.json')).toMatchObject({
      code: 2,
      talk: expect.stringContaining('could not be read'),
    });
  });

  it('that asks something else of people needs a date, and names how many must register again: 3', async () => {
    const { shell } = work();
    shell.write('more.json', asksMore(await pulled('a.json')));
    const apply = ['config', 'apply', 'more.json', '--reason', 'x', '--yes'];
    const { code, talk } = await shell.latchkey(apply);
    expect(code).toBe(3);
    const counted = JSON.parse((await shell.latchkey(['--json', 'registrations', 'counts'])).out) as {
      byStatus: { registered: number };
    };
    expect(counted.byStatus.registered).toBeGreaterThan(10);
    expect(talk).toContain(`${counted.byStatus.registered} people must register again. Say until when`);
    expect(await inForce()).toBe(before);

    const past = await shell.latchkey([...apply, '--earlier-until', '2020-01-01']);
    expect(past).toMatchObject({ code: 3, talk: expect.stringContaining('a day to come within two years') });
    expect(await inForce()).toBe(before);
    expect((await shell.latchkey([...apply, '--earlier-until', 'soon'])).code).toBe(2);

    const nextYear = `${new Date().getUTCFullYear() + 1}-03-31`;
    expect(await shell.latchkey([...apply, '--earlier-until', nextYear])).toMatchObject({ code: 0 });
    const now = await work().latchkey.ports.configuration.versions(1);
    expect(now[0]?.earlierQuestionnaires.at(-1)?.acceptedUntil).toBe(Date.parse(`${nextYear}T23:59:59.000Z`));
    // The old questionnaire again: those who answered it need do nothing.
    const back = ['config', 'apply', 'a.json', '--reason', 'Back', '--yes', '--earlier-until', nextYear];
    expect(await shell.latchkey(back)).toMatchObject({ code: 0 });
  });

  it('is not put in force by a dry run, by a pipe nobody answers, or without a reason', async () => {
    const { shell } = work();
    shell.write('c.json', withHelpLine(await pulled('a.json'), 'Dry'));
    const dry = await shell.latchkey(['config', 'apply', 'c.json', '--reason', 'x', '--dry-run']);
    expect(dry).toMatchObject({ code: 0, out: expect.stringContaining('update branding') });
    expect(dry.talk).toContain('A dry run: nothing has been changed.');
    const unasked = await shell.latchkey(['config', 'apply', 'c.json', '--reason', 'x'], { input: '0\n' });
    expect(unasked).toMatchObject({ code: 2, talk: expect.stringContaining('Give --yes') });
    const blank = await shell.latchkey(['config', 'apply', 'c.json', '--reason', ' ', '--yes']);
    expect(blank).toMatchObject({ code: 2, talk: expect.stringContaining('--reason takes 1 to 500') });
    expect(await inForce()).toBe(before);
    expect((await shell.latchkey(['draft', 'discard'])).talk).toBe('You have no draft.\n');
  });

  it('comes by a pipe as well, and tells programs which version it became', async () => {
    const { shell } = work();
    const input = JSON.stringify(withHelpLine(await pulled('a.json'), 'By a pipe'));
    const args = ['--json', '--quiet', 'config', 'apply', '-', '--reason', 'Piped', '--yes'];
    const { code, out, talk } = await shell.latchkey(args, { input });
    expect([code, talk]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      comparedWith: before,
      published: (before ?? 0) + 1,
      changes: [{ section: 'branding', kind: 'changed' }],
      impact: { people: 34, touched: 0 },
    });
  });

  it('takes back nothing that others published in between, when it says what it was made from: 3', async () => {
    const { shell } = work();
    const mine = await pulled('a.json');
    shell.write('theirs.json', withHelpLine(mine, 'Theirs'));
    shell.write('mine.json', withHelpLine(mine, 'Mine'));
    const apply = (name: string, reason: string) =>
      shell.latchkey(['config', 'apply', name, '--reason', reason, '--yes', '--based-on', String(before)]);
    expect(await apply('theirs.json', 'I was first')).toMatchObject({ code: 0 });
    const { code, talk } = await apply('mine.json', 'I was second');
    expect(code).toBe(3);
    expect(talk).toContain(`${(before ?? 0) + 1} by CORP\\ada: I was first`);
    expect((await pulled('now.json')).branding.helpLine['en']).toBe('Theirs');
  });

  it('does not write over a draft that was begun at the console', async () => {
    const { shell, latchkey } = work();
    const document = await pulled('a.json');
    const handle = Object.values(JSON.parse(shell.read('state/latchkey/visits.json')) as object).map(
      String,
    )[0];
    const kept = await fetch(latchkey.url('/api/admin/draft'), {
      method: 'PUT',
      headers: { authorization: `Bearer ${handle ?? ''}`, 'content-type': 'application/json' },
      body: JSON.stringify({ document, basedOn: before, revision: 0 }),
    });
    expect(kept.status).toBe(200);
    shell.write('c.json', withHelpLine(document, 'Mine'));
    const { code, talk } = await shell.latchkey(['config', 'apply', 'c.json', '--reason', 'x', '--yes']);
    expect(code).toBe(1);
    expect(talk).toContain('begun at the console. Publish it there, or run: latchkey draft discard');
    expect(await shell.latchkey(['draft', 'discard'])).toMatchObject({ code: 0 });
    expect(await shell.latchkey(['config', 'apply', 'c.json', '--reason', 'x', '--yes'])).toMatchObject({
      code: 0,
    });
  });

  it('that differs from what is in force ends a check with 3', async () => {
    const { shell } = work();
    shell.write('drift.json', withHelpLine(await pulled('a.json'), 'Drifted'));
    const check = ['config', 'plan', 'drift.json', '--check', '--no-impact'];
    const { code, out } = await shell.latchkey(check);
    expect(code).toBe(3);
    expect(out).not.toContain('It touches');
  });

  it('may not be changed by a policy editor where it says who has access: 4', async () => {
    const { shell } = work();
    const document = await pulled('a.json');
    const access = { ...document.access, auditor: [] };
    shell.write('access.json', { ...document, access });
    await shell.signIn('pavel');
    const { code, talk } = await shell.latchkey(['config', 'apply', 'access.json', '--reason', 'x', '--yes']);
    expect(code).toBe(4);
    expect(talk).toContain('Only an administrator may change who has access.');
    expect(await inForce()).toBe(before);
    await shell.signIn('ada');
  });
});

const aQuestion = (id: string, en: string) => ({ id, texts: { en }, minimumLength: 3, caseSensitive: false });
