import { describe, expect, it } from 'vitest';
import { atWork } from './deployment-and-shell.ts';

describe('versions and trail at the command line', () => {
  const work = atWork('ada');
  const latchkey = (...args: string[]) => work().shell.latchkey(args);
  const block = (user: string) => latchkey('block-list', 'add', '--user', user, '--reason', `About ${user}`);
  const blocked = async () => (await latchkey('block-list', 'list')).out;

  it('lists every version, newest first, with who and why', async () => {
    await block('bob');
    await block('lena');
    const { code, out } = await latchkey('versions', 'list');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^version .*\n2 .* CORP\\ada\s+Block lena: About lena\n1 .* CORP\\ada\s+Block bob: About bob\n0 .*As deployed\n$/,
    );
  });

  it('shows what one of them changed, in sentences', async () => {
    const { code, out } = await latchkey('versions', 'show', '1');
    expect(code).toBe(0);
    expect(out).toMatch(/^Version 1, published .* by CORP\\ada: Block bob: About bob\n/);
    expect(out).toContain('CORP\\bob (a user) is blocked for good: “About bob”.');
    expect(await latchkey('versions', 'show', '77')).toMatchObject({
      code: 1,
      talk: expect.stringContaining('There is no such version. See: latchkey versions list'),
    });
  });

  it('restores an earlier one as a new one, and shows beforehand what that means', async () => {
    const dry = await latchkey('versions', 'restore', '1', '--reason', 'x', '--dry-run');
    expect(dry).toMatchObject({ code: 0, out: expect.stringContaining('remove blockList "CORP\\lena"') });
    expect(dry.out).toContain('1 person will no longer be blocked.');
    expect(await blocked()).toContain('lena');

    expect(await latchkey('versions', 'restore', '1', '--reason', 'x')).toMatchObject({ code: 2 });
    expect(await blocked()).toContain('lena');

    const { code, talk } = await latchkey('versions', 'restore', '1', '--reason', 'Too many', '--yes');
    expect(code).toBe(0);
    expect(talk).toContain('Version 1 is in force again, as version 3.');
    expect(await blocked()).toContain('bob');
    expect(await blocked()).not.toContain('lena');
  });

  it('finds in the trail what a person reads out on the telephone', async () => {
    const begun = await fetch(work().latchkey.url('/api/recovery'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ claim: { username: 'alice' } }),
    });
    const { handle, reference } = (await begun.json()) as { handle: string; reference: string };
    const wrong = await fetch(work().latchkey.url('/api/recovery/proofs/security-answers'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${handle}` },
      body: JSON.stringify({
        answers: { 'first-concert': 'a b c', 'childhood-street': 'd e f', 'first-teacher': 'g h i' },
      }),
    });
    expect(wrong.status).toBe(403);
    const { code, out } = await latchkey('trail', 'search', '--reference', reference.toLowerCase());
    expect(code).toBe(0);
    expect(out).toContain(`${reference}  CORP\\alice: Tried to prove themselves with security answers`);
    expect(
      out
        .trimEnd()
        .split('\n')
        .every((line) => line.includes(reference)),
    ).toBe(true);
  });

  it('searches the trail by person, day and kind, as lines, CSV and JSON', async () => {
    const published = ['trail', 'search', '--kinds', 'configuration-published'];
    const { out } = await latchkey(...published, '--most', '2');
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(out).toMatch(/CORP\\ada: Published version 3: Too many\n/);
    const csv = await latchkey(...published, '--user', 'ada', '--csv');
    expect(csv.out).toMatch(/^at,kind,name,what,by,reference,source\r\n/);
    expect(csv.out.trimEnd().split('\r\n')).toHaveLength(4);
    const json = await latchkey('--json', ...published, '--most', '1');
    expect(JSON.parse(json.out)).toMatchObject({ kind: 'configuration-published', by: 'CORP\\ada' });
    // Today, all of it: the last day counts as well.
    const today = new Date().toISOString().slice(0, 10);
    expect((await latchkey(...published, '--from', today, '--to', today)).out).toContain('Too many');
    expect(await latchkey(...published, '--to', '2001-01-01')).toMatchObject({ code: 0, out: '' });
  });

  it.each([
    [['--user', 'nobody.at.all'], 1, 'No account, or more than one, is called that.'],
    [['--kinds', 'birthday'], 2, 'does not take what was given as kinds'],
    [['--most', '0'], 2, 'from 1 on'],
  ])('does not search for %j: %i', async (args, wanted, words) => {
    const { code, talk } = await latchkey('trail', 'search', ...args);
    expect([code, talk]).toEqual([wanted, expect.stringContaining(words)]);
  });

  it('leaves every act in the trail, and the search itself', async () => {
    const { out } = await latchkey('trail', 'search', '--user', 'ada');
    for (const words of [
      'Published version 1',
      'Read the report of what happened',
      'Signed in to administer',
    ])
      expect(out).toContain(words);
  });

  it('shows which languages nobody has read yet', async () => {
    const { code, out } = await latchkey('languages', 'list');
    expect(code).toBe(0);
    expect(out).toMatch(/^fr\s+French\s+yes\s+100 %\s+no$/m);
  });
});
