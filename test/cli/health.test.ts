import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { explain } from '../../cli/commands/explain.ts';
import { preFlight } from '../../cli/commands/pre-flight.ts';
import { latchkeyProgram } from '../../cli/program.ts';
import { preFlightRun } from '../../lambdas/pre-flight/run.ts';
import { countingMeter } from '../../local/counting-meter.ts';
import { adminDesk } from '../support/admin-desk.ts';
import { enrolled } from '../support/enrolled.ts';
import { aProduct, NOW } from '../support/product.ts';
import { anAccount, filetime } from '../support/scripted-account.ts';
import { scriptedSetting } from './scripted-setting.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-cli-health-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Commands that speak to the product's own API. */
async function atWork({ json = false, people = 3 } = {}) {
  const product = aProduct();
  await enrolled(product, 'al');
  await enrolled(product, 'bo', {
    addresses: [],
    account: { locked: true, lockoutTime: filetime(NOW - 60_000), displayName: '=Bo' },
  });
  for (let n = 2; n < people; n += 1) product.script.add(anAccount(`c${String(n).padStart(4, '0')}`));
  const { call } = await adminDesk(product).as('hugo', 'help-desk');
  return { product, setting: { ...scriptedSetting({}, json), call } };
}
const fly = async ({ product }: Awaited<ReturnType<typeof atWork>>) =>
  preFlightRun(product.ports, countingMeter())();

describe('latchkey explain', () => {
  it('says that all works, and ends well', async () => {
    const { setting } = await atWork();
    await explain(setting, 'corp\\AL');
    const { out } = setting.said;
    expect(out).toMatch(/^CORP\\al \(Robin Example\): green\nCN=al,/);
    expect(out).toContain('Unlock works: They could unlock the account now.');
    expect(out).toContain('Reset works: They could set a new password now; that unlocks too.');
    expect(out).toContain('User configuration');
    expect(out).toContain('Registration: registered\n  They could prove themselves with');
    expect(out).not.toContain('To fix first');
  });

  it('names the one thing to fix, how the account stands, and ends with 1', async () => {
    const { setting } = await atWork();
    await expect(explain(setting, 'bo')).rejects.toMatchObject({
      exitCode: 1,
      message: 'CORP\\bo could not do now all that is offered.',
    });
    const { out } = setting.said;
    expect(out).toContain('amber');
    expect(out).toContain('To fix first: Too little has been registered: it also asks for a code by e-mail.');
    expect(out).toContain('Reset does not work: Too little has been registered');
    expect(out).toContain('The account, as ldaps://dc1.corp.example shows it:\n  It is locked since');
    expect(out).toContain('Password rules:\n  The password policy of the domain is in force.');
  });

  it('tells programs the same in the API’s shape', async () => {
    const { setting } = await atWork({ json: true });
    await expect(explain(setting, 'bo')).rejects.toMatchObject({ exitCode: 1 });
    expect(JSON.parse(setting.said.out)).toMatchObject({
      found: 'one',
      explanation: { name: 'CORP\\bo', fix: { code: 'register-more' } },
    });
  });

  it('says where it looked for somebody who is not there, and ends with 1', async () => {
    const { setting } = await atWork();
    await expect(explain(setting, 'no.one')).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringContaining('No account answers to “no.one”.'),
    });
    expect(setting.said.out).toBe('');
  });
});

describe('latchkey pre-flight', () => {
  it('says when there has been none, and ends with 1', async () => {
    const { setting } = await atWork();
    await expect(preFlight(setting, {}, undefined)).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringContaining('one is made every night'),
    });
  });

  it('counts by colour and by what is to be put right', async () => {
    const work = await atWork({ people: 12 });
    await fly(work);
    await preFlight(work.setting, {}, undefined);
    const lines = work.setting.said.out.split('\n').map((line) => line.trim());
    expect(lines[0]).toMatch(/^The pre-flight of 2100-01-04T12:05:00\.000Z judged 12 people:$/);
    expect(lines.slice(1, 4).map((line) => line.split(':')[0])).toEqual(['1 green', '1 amber', '10 red']);
    expect(lines.slice(5, 7)).toEqual([
      '10 have registered nothing (--fix not-enrolled)',
      '1 have registered too little (--fix register-more)',
    ]);
  });

  it('lists the people of a colour, or of a fix, from every page', async () => {
    const work = await atWork({ people: 700 });
    await fly(work);
    await preFlight(work.setting, { colour: 'amber' }, undefined);
    expect(work.setting.said.out).toMatch(
      /^name +display name +colour +unlock +reset +fix\nCORP\\bo +=Bo +amber +works +register-more +register-more\n$/,
    );
    const red = { ...work.setting, ...scriptedSetting({}, true), call: work.setting.call };
    await preFlight(red, { fix: 'not-enrolled' }, undefined);
    const rows = red.said.out.trimEnd().split('\n');
    expect(rows).toHaveLength(698);
    expect(JSON.parse(rows.at(-1) ?? '')).toMatchObject({ name: 'CORP\\c0699', colour: 'red' });
    expect(red.said.talk).toContain('698 people.');
  });

  it('writes CSV to a file, in which no cell is a formula, or to standard output', async () => {
    const work = await atWork({ people: 700 });
    await fly(work);
    const file = path.join(folder, 'all.csv');
    await preFlight(work.setting, {}, file);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(701);
    expect(lines.slice(0, 3)).toEqual([
      'name,display name,colour,unlock,reset,fix',
      'CORP\\al,Robin Example,green,works,works,',
      "CORP\\bo,'=Bo,amber,works,register-more,register-more",
    ]);
    expect(work.setting.said.out).toBe('');
    await preFlight(work.setting, { colour: 'green' }, true);
    expect(work.setting.said.out.trim().split(/[\r\n]+/)).toEqual(lines.slice(0, 2));
    await expect(preFlight(work.setting, {}, path.join(folder, 'no', 'such.csv'))).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('could not be written'),
    });
  });

  it('does not take CSV and JSON at once: 2', async () => {
    const run = (...args: string[]) =>
      latchkeyProgram({})
        .configureOutput({ writeErr: () => undefined })
        .exitOverride()
        .parseAsync(['node', 'latchkey', ...args]);
    await expect(run('--json', 'pre-flight', '--csv')).rejects.toMatchObject({ exitCode: 2 });
  });
});
