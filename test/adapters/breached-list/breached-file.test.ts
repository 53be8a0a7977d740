import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breachedFile } from '../../../adapters/breached-list/breached-file.ts';
import { listFolder, type ListFolder } from '../../support/breached-file.ts';
import { breachedPasswordsContract } from '../../contracts/breached-passwords.ts';

const KNOWN = ['123456', 'password', 'qwertyuiop', 'P@ssw0rd', 'Password1', 'iloveyou', 'TRUSTNO1'];
const hashOf = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase();
const many = (count: number) => Array.from({ length: count }, (_, index) => `word-${String(index)}`);

let folder: ListFolder;
let ofWords: string;
beforeAll(async () => {
  folder = listFolder();
  ofWords = await folder.built([...KNOWN, ...many(50_000)].join('\n'), { out: folder.file('words.bin') });
});
afterAll(() => folder.leave());

breachedPasswordsContract('a list in a file', () => breachedFile(ofWords));

describe('a list in a file', () => {
  it('knows each of fifty thousand passwords and none of fifty thousand others', async () => {
    const list = breachedFile(ofWords);
    for (const word of many(50_000))
      if (!(await list.includes(word))) throw new Error(`${word} is not known`);
    for (const word of many(50_000))
      if (await list.includes(`${word}!`)) throw new Error(`${word}! is known`);
  });

  it('is the same, byte by byte, whichever way it was given', async () => {
    const words = [...KNOWN, ...many(500)];
    const hashes = words.map((word) => `${hashOf(word)}:7`);
    const ways = {
      sorted: hashes.toSorted().join('\n'),
      'sorted, ends of lines as Windows has them': `${hashes.toSorted().join('\r\n')}\r\n`,
      'the wrong way round': hashes.toSorted().toReversed().join('\n'),
      'some twice': [...hashes.toSorted(), ...hashes].join('\n'),
      'in small letters': hashes.toSorted().join('\n').toLowerCase(),
      'as words': words.join('\n'),
    };
    const built: (readonly [string, string])[] = [];
    for (const [way, text] of Object.entries(ways))
      built.push([way, readFileSync(await folder.built(text)).toString('hex')]);
    for (const [way, bytes] of built) expect(bytes, way).toBe(built[0]?.[1]);
    expect(statSync(folder.file('breached.bin')).size).toBe(32 + 6 * 507);
  });

  it('leaves out what was seen less often than was asked for', async () => {
    const text = [`${hashOf('often')}:100`, `${hashOf('seldom')}:99`, `${hashOf('never')}:0`]
      .toSorted()
      .join('\n');
    const list = breachedFile(await folder.built(text, { atLeast: 100, out: folder.file('often.bin') }));
    const whole = breachedFile(await folder.built(text, { out: folder.file('whole.bin') }));
    const known = async (word: string) => [await list.includes(word), await whole.includes(word)];
    expect(await known('often')).toEqual([true, true]);
    expect(await known('seldom')).toEqual([false, true]);
    expect(await known('never')).toEqual([false, false]);
  });

  it('answers as a set does, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 200 }),
        fc.array(fc.stringMatching(/^[a-z]{1,4}$/), { maxLength: 20 }),
        async (words, asked) => {
          const list = breachedFile(await folder.built(words.join('\n'), { out: folder.file('any.bin') }));
          for (const word of [...asked, ...words])
            expect(await list.includes(word)).toBe(words.includes(word));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('finds what is in it where hashes are not evenly spread', async () => {
    const near = Array.from({ length: 20_000 }, (_, index) => (index * 3).toString(16).padStart(12, '0'));
    const text = [...near, 'f'.repeat(12)].map((start) => `${start}${'0'.repeat(28)}:1`).join('\n');
    const path = await folder.built(`${text}\n${hashOf('needle')}:1`, { out: folder.file('uneven.bin') });
    expect(await breachedFile(path).includes('needle')).toBe(true);
    expect(await breachedFile(path).includes('hay')).toBe(false);
  });

  it.each([
    ['is not there', () => folder.file('nowhere.bin'), /no such file/],
    ['is no list', () => folder.file('list.txt'), /no such list/],
    ['is not all of one', () => folder.file('short.bin'), /bytes, and has/],
    ['is of another version', () => folder.file('newer.bin'), /another version/],
  ])('that %s is a failure that says so and what to do', async (_, path, why) => {
    const whole = readFileSync(ofWords);
    writeFileSync(folder.file('list.txt'), KNOWN.join('\n').repeat(9));
    writeFileSync(folder.file('short.bin'), whole.subarray(0, 1000));
    writeFileSync(folder.file('newer.bin'), whole.with(8, 2));
    const asking = breachedFile(path()).includes('password');
    await expect(asking).rejects.toMatchObject({ code: 'breached-list-unavailable' });
    await expect(asking).rejects.toThrow(why);
    await expect(asking).rejects.toThrow('latchkey breached build');
  });

  it('with something after its end is a failure too', async () => {
    const path = await folder.built(KNOWN.join('\n'), { out: folder.file('long.bin') });
    appendFileSync(path, 'x');
    await expect(breachedFile(path).includes('password')).rejects.toThrow(/bytes, and has/);
  });
});
