import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { atWork } from './deployment-and-shell.ts';
import { somebody } from '../journeys/somebody.ts';

describe('registrations at the command line', () => {
  const work = atWork('hugo');
  const registrations = (...args: string[]) => work().shell.latchkey(['registrations', ...args]);
  const lines = (text: string) => text.trimEnd().split(/\r?\n/);
  const statusOf = async (username: string) => {
    const { out } = await work().shell.latchkey(['--json', 'registrations', 'report']);
    const rows = lines(out).map((line) => JSON.parse(line) as { name: string; status: string });
    return rows.find(({ name }) => name === `CORP\\${username}`)?.status;
  };
  const lettersTo = async (address: string) => {
    await work().latchkey.runSender();
    return work()
      .latchkey.mailbox.messages()
      .filter(({ to }) => to === address);
  };

  it('are counted, and the report has as many rows', async () => {
    const { code, out } = await registrations('counts');
    expect(code).toBe(0);
    const counts = Object.fromEntries(
      lines(out).map((line) => line.split(/\s+/) as [string, string]),
    ) as Record<string, string>;
    expect(counts).toMatchObject({ status: 'people', blocked: '1', never: '3', all: '34' });
    const report = await registrations('report', '--status', 'registered');
    expect(lines(report.out)).toHaveLength(Number(counts['registered']) + 1);
    expect(report.talk).toContain(`${counts['registered'] ?? ''} people.`);
  });

  it('are reported as CSV that a spreadsheet reads as text, and programs by name', async () => {
    const { code, out } = await registrations('report', '--csv');
    expect(code).toBe(0);
    expect(out.startsWith('name,display name,status,user configuration,methods,changed,')).toBe(true);
    expect(out).toContain('CORP\\chen,Chen Wei (Contractor),blocked,');
    expect(out).toContain(`"O'Brien, Pat (Ext) #1"`);
    expect(out.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(lines(out)).toHaveLength(35);
  });

  it('are narrowed by OU, by user configuration and by day', async () => {
    const sales = await registrations('report', '--under', 'OU=Sales,OU=Staff,DC=corp,DC=example,DC=test');
    expect(lines(sales.out).length).toBeGreaterThan(1);
    expect(lines(sales.out).length).toBeLessThan(20);
    const none = await registrations('report', '--before', '2001-01-01', '--csv');
    expect([none.code, lines(none.out).length]).toEqual([0, 1]);
    const wrong = await registrations('report', '--under', 'Sales');
    expect(wrong).toMatchObject({ code: 2, talk: expect.stringContaining('distinguished name of an OU') });
  });

  it('are not touched by a dry run, which knows who is nobody: 3', async () => {
    const { code, out, talk } = await registrations(
      'revoke',
      'lena',
      'nobody.at.all',
      '--reason',
      'x',
      '--dry-run',
    );
    expect(code).toBe(3);
    expect(out).toMatch(/CORP\\lena\s+would be revoked\nnobody\.at\.all\s+no such user, or more than one/);
    expect(talk).toContain('A dry run: nothing has been changed.');
    expect(await statusOf('lena')).toBe('registered');
  });

  it('are not revoked unless somebody says so: 2', async () => {
    const { code, talk } = await registrations('revoke', 'lena', '--reason', 'x');
    expect(code).toBe(2);
    expect(talk).toContain('This would revoke the registration of 1 person: CORP\\lena');
    expect(talk).toContain('Give --yes');
    expect(await statusOf('lena')).toBe('registered');
  });

  it('of many are revoked, the unknown one is in the errors file, and each is told: 5', async () => {
    const { shell } = work();
    // One a line, with a byte order mark and an empty line, each in another spelling, one twice.
    shell.write(
      'leavers.txt',
      '\uFEFFgrace\r\nCORP\\lena\r\n\r\nnobody.at.all\r\npriya@corp.example.test\r\nGRACE\r\n',
    );
    const { code, out, talk } = await registrations(
      'revoke',
      '--file',
      'leavers.txt',
      '--reason',
      'Left the company',
      '--yes',
    );
    expect(code).toBe(5);
    expect(talk).toContain('1 of 4 could not be done. leavers.errors.csv says why');
    expect(lines(out).slice(1).toSorted()).toEqual([
      'CORP\\grace  revoked',
      'CORP\\lena   revoked',
      'CORP\\priya  revoked',
    ]);
    expect(shell.read('leavers.errors.csv')).toBe(
      'row,name,reason\r\n4,nobody.at.all,"no such user, or more than one"\r\n',
    );
    expect(await statusOf('grace')).toBe('never');
    const [letter] = await lettersTo(somebody('grace').address);
    expect(letter?.text).toMatch(/was removed by the administrators|removed by an administrator|removed/i);
  });

  it('are not to be revoked twice, and that is no error: 0', async () => {
    const { code, out } = await registrations('revoke', 'lena', '--reason', 'Again', '--yes');
    expect([code, lines(out).at(-1)]).toEqual([0, 'CORP\\lena  not-registered']);
  });

  it('of nobody at all fail: 1, with an errors file that can be given again', async () => {
    const { shell } = work();
    const errors = ['--errors', 'nobody.csv'];
    expect(await registrations('revoke', 'no.one', '--reason', 'x', '--yes', ...errors)).toMatchObject({
      code: 1,
    });
    expect(shell.read('nobody.csv')).toContain(',no.one,');
    const again = await registrations('revoke', '--file', 'nobody.csv', '--reason', 'x', '--dry-run');
    expect(again).toMatchObject({
      code: 3,
      out: expect.stringMatching(/^name\s+result\nno\.one\s+no such user/),
    });
    expect(existsSync(shell.file('latchkey.errors.csv'))).toBe(false);
  });

  it('are asked for by e-mail, by the very report that shows who is missing, once a day', async () => {
    const { shell } = work();
    const { out } = await registrations('report', '--status', 'never', '--csv');
    shell.write('never.csv', out);
    const first = await registrations('remind', '--file', 'never.csv', '--yes');
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/CORP\\noah\s+sent/);
    const second = await registrations('remind', 'noah', 'alice', '--yes');
    expect(second.code).toBe(0);
    expect(second.out).toMatch(/CORP\\noah\s+already-reminded-today\nCORP\\alice\s+registered/);
    expect((await lettersTo('noah@corp.example.test')).length).toBe(1);
  });

  it('say why somebody was not reminded: 5', async () => {
    const { shell } = work();
    const { code, talk } = await registrations('remind', 'chen', 'hugo', '--yes');
    expect(code).toBe(5);
    expect(talk).toContain('1 of 2 could not be done. latchkey.errors.csv says why');
    expect(shell.read('latchkey.errors.csv')).toContain(',CORP\\chen,not offered\r\n');
  });
});
