import { describe, expect, it } from 'vitest';
import { atWork } from './deployment-and-shell.ts';

describe('the block list at the command line', () => {
  const work = atWork('ada');
  const blockList = (...args: string[]) => work().shell.latchkey(['block-list', ...args]);
  const listed = async () => (await blockList('list')).out;
  const version = async () => (await work().latchkey.ports.configuration.versions(1))[0]?.version;

  it('shows who is blocked, and why', async () => {
    expect(await listed()).toMatch(
      /^kind\s+name\s+until\s+reason\ngroup\s+CORP\\Contractors\s+As deployed\n$/,
    );
  });

  it('blocks a user until the end of a day, by name alone, and knows whom from then on', async () => {
    const add = ['add', '--user', 'bob', '--reason', 'On leave', '--until', '2031-01-31'];
    const { code, out, talk } = await blockList(...add);
    expect([code, out]).toEqual([0, '']);
    expect(talk).toContain('bob is blocked, from version 1 on.');
    expect(await listed()).toContain('user   CORP\\bob          2031-01-31T23:59:59.000Z  On leave');
    const { out: json } = await work().shell.latchkey(['--json', 'block-list', 'list']);
    const [, entry] = JSON.parse(json) as { user?: { guid: string } }[];
    expect(entry?.user?.guid).toMatch(/^[0-9a-f-]{36}$/);
    const { out: match } = await work().shell.latchkey(['user-configurations', 'match', 'bob']);
    expect(match).toMatch(/^CORP\\bob \(Bob Lindqvist\): blocked\nBlocked by name, .*On leave\n/);
    expect((await work().latchkey.ports.configuration.versions(1))[0]?.reason).toBe('Block bob: On leave');
  });

  it('says that somebody is there already, and where, and is not troubled by it: 0', async () => {
    const before = await version();
    for (const args of [
      ['add', '--user', 'CORP\\Bob', '--reason', 'Again'],
      ['add', '--group', 'contractors', '--reason', 'Again'],
    ]) {
      const { code, talk } = await blockList(...args);
      expect(code).toBe(0);
      expect(talk).toMatch(/^CORP\\(bob|Contractors) is on the block list already.*, as entry \d: “/);
      expect(talk).not.toMatch(/clash|conflict|error|mistake/i);
    }
    expect(await version()).toBe(before);
  });

  it('does not leave somebody with another end than was wished for in silence: 1', async () => {
    const { code, talk } = await blockList(
      'add',
      '--user',
      'bob',
      '--reason',
      'Longer',
      '--until',
      '2032-01-31',
    );
    expect(code).toBe(1);
    expect(talk).toContain(`take it off first: latchkey block-list remove --user 'CORP\\bob' --reason "…"`);
  });

  it('knows a user from a group of the same name', async () => {
    const { code, out } = await blockList('add', '--user', 'Contractors', '--reason', 'x', '--dry-run');
    expect(code).toBe(3);
    expect(out).toContain('User "Contractors" in the block list is not in the directory');
  });

  it.each([
    [['add', '--group', 'CORP\\Sales', '--reason', 'x', '--dry-run'], '4 people will be blocked.'],
    [['remove', '--user', 'bob', '--reason', 'x', '--dry-run'], '1 person will no longer be blocked.'],
  ])('says whom %j would touch, and changes nothing', async (args, words) => {
    const before = await version();
    const { code, out, talk } = await blockList(...args);
    expect(code).toBe(0);
    expect(out).toContain(words);
    expect(talk).toContain('A dry run: nothing has been changed.');
    expect(await version()).toBe(before);
  });

  it('does not take a day that is over, nor somebody who is not in the directory: 3', async () => {
    const before = await version();
    const over = await blockList('add', '--user', 'noah', '--reason', 'x', '--until', '2020-01-31');
    expect(over).toMatchObject({ code: 3, out: expect.stringContaining('would have ended already') });
    const unknown = await blockList('add', '--user', 'CORP\\nobody.at.all', '--reason', 'x');
    expect(unknown).toMatchObject({ code: 3, out: expect.stringContaining('is not in the directory') });
    expect(await version()).toBe(before);
    expect((await work().shell.latchkey(['draft', 'discard'])).talk).toBe('You have no draft.\n');
  });

  it('takes somebody off, once: 0, then 1', async () => {
    expect(await blockList('remove', '--user', 'CORP\\bob', '--reason', 'Is back')).toMatchObject({
      code: 0,
    });
    expect(await listed()).not.toContain('bob');
    const { code, talk } = await blockList('remove', '--user', 'CORP\\bob', '--reason', 'Is back');
    expect(code).toBe(1);
    expect(talk).toContain('is not on the block list. See who is: latchkey block-list list');
  });
});
