import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linesOf } from '../../cli/breached/lines.ts';
import { writeList } from '../../cli/breached/write-list.ts';
import { listFolder, type ListFolder } from '../support/breached-file.ts';
import { shellFor } from './shell.ts';

const hashOf = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase();
let folder: ListFolder;
beforeEach(() => {
  folder = listFolder();
});
afterEach(() => folder.leave());

describe('latchkey breached build', () => {
  it('says how many it took and how often it will be wrong, and leaves nothing else behind', async () => {
    const out = await folder.built(
      `${hashOf('password')}:9\n${hashOf('123456')}:9\n`.split('\n').toSorted().join('\n'),
    );
    expect(folder.said()).toContain('breached.bin: 2 passwords');
    expect(folder.said()).toContain('one in 140,737,488,355,328 is taken for one that is');
    expect(folder.said()).not.toContain('not sorted');
    expect(readdirSync(path.dirname(out)).toSorted()).toEqual(['breached.bin', 'list.txt']);
  });

  it('says so when hashes were not sorted', async () => {
    const lines = ['a', 'b', 'c']
      .map((word) => `${hashOf(word)}:1`)
      .toSorted()
      .toReversed();
    await folder.built(lines.join('\n'));
    expect(folder.said()).toContain('It was not sorted by hash');
  });

  it.each([
    [
      'hashes with something else among them',
      `${hashOf('a')}:1\n${hashOf('b')}:1\nno hash\n`,
      {},
      'line 3 is no SHA-1',
    ],
    [
      'hashes without all their digits',
      `${hashOf('a')}:1\n${hashOf('b').slice(1)}:1\n`,
      {},
      'line 2 is no SHA-1',
    ],
    ['counts that are none', `${hashOf('a')}:1\n${hashOf('b')}:x\n`, {}, 'line 2 is no SHA-1'],
    ['NTLM hashes', `${hashOf('a').slice(8)}:1\n`, {}, 'NTLM'],
    ['nothing', '\n\n', {}, 'nothing in it'],
    ['words, with --at-least', 'password\n', { atLeast: 2 }, 'leave --at-least out'],
    ['one endless line', 'x'.repeat(3_000_000), {}, 'no list'],
  ])('refuses %s, and leaves the list before in its place', async (_, text, options, why) => {
    const out = await folder.built('letmein\n');
    const before = readFileSync(out);
    await expect(folder.built(text, options)).rejects.toThrow(why);
    expect(readFileSync(out).equals(before)).toBe(true);
    expect(readdirSync(path.dirname(out)).toSorted()).toEqual(['breached.bin', 'list.txt']);
  });

  it('works as it is typed, from a pipe too, without a deployment', async () => {
    const shell = shellFor('http://localhost:1');
    try {
      writeFileSync(shell.file('list.txt'), '123456\npassword\n');
      const typed = await shell.latchkey([
        '--json',
        'breached',
        'build',
        '--from',
        'list.txt',
        '--out',
        'b.bin',
      ]);
      expect(typed).toMatchObject({ code: 0 });
      expect(JSON.parse(typed.out)).toEqual({
        file: 'b.bin',
        kind: 'words',
        atLeast: 1,
        records: 2,
        inOrder: false,
      });
      const piped = await shell.latchkey(['breached', 'build', '--from', '-', '--out', 'c.bin'], {
        input: '123456\npassword',
      });
      expect(piped).toMatchObject({ code: 0, out: '' });
      expect(readFileSync(shell.file('c.bin')).equals(readFileSync(shell.file('b.bin')))).toBe(true);
      const wrong = await shell.latchkey(['breached', 'build', '--from', 'nowhere.txt', '--out', 'd.bin']);
      expect(wrong.code).toBe(1);
      expect(wrong.talk).toContain('nowhere.txt could not be made into d.bin: ENOENT');
      expect(existsSync(shell.file('d.bin'))).toBe(false);
    } finally {
      shell.leave();
    }
  });
});

describe('records that come in any order', () => {
  it('are written in order, none twice, however little of them is in memory', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.nat({ max: 300 }), { maxLength: 60 }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 50 }),
        async (batches, inMemory) => {
          const out = folder.file('any.bin');
          const given = (async function* () {
            for (const batch of batches) yield Float64Array.from(batch);
          })();
          const { records, inOrder } = await writeList(given, out, { atLeast: 1, inMemory });
          const all = batches.flat();
          const wanted = [...new Set(all)].toSorted((one, other) => one - other);
          const bytes = readFileSync(out).subarray(32);
          expect(Array.from({ length: bytes.length / 6 }, (_, at) => bytes.readUIntBE(at * 6, 6))).toEqual(
            wanted,
          );
          expect(records).toBe(wanted.length);
          expect(inOrder).toBe(all.every((record, at) => at === 0 || record >= (all[at - 1] ?? 0)));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the lines of a list', () => {
  it('are the same, however it is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'bc', 'é', '\r\n', '\n', '\r', '\uFEFF'), { maxLength: 30 }),
        fc.integer({ min: 1, max: 7 }),
        async (parts, size) => {
          const text = `x${parts.join('')}`;
          const bytes = Buffer.from(text);
          const pieces = (async function* () {
            for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
          })();
          const read: string[] = [];
          for await (const { lines } of linesOf(pieces)) read.push(...lines.map(String));
          const wanted = text.split('\n').map((line) => line.replace(/\r$/, ''));
          expect(read).toEqual(wanted.filter((line) => line !== ''));
        },
      ),
    );
  });
});
