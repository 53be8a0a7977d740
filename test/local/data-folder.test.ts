import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDataFolder } from '../../local/data-folder.ts';

let parent: string;
let folder: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'latchkey-data-'));
  folder = join(parent, 'data');
});

describe('the data folder', () => {
  it('keeps what is in it from one start to the next', () => {
    writeFileSync(join(openDataFolder(folder, 'demonstration', false), 'kept'), '');
    openDataFolder(folder, 'demonstration', false);
    expect(existsSync(join(folder, 'kept'))).toBe(true);
  });

  it('is emptied by a reset', () => {
    writeFileSync(join(openDataFolder(folder, 'demonstration', false), 'kept'), '');
    openDataFolder(folder, 'demonstration', true);
    expect(existsSync(join(folder, 'kept'))).toBe(false);
  });

  it('is never a folder with somebody else’s files, which a reset leaves alone as well', () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'thesis.txt'), '');
    for (const reset of [false, true])
      expect(() => openDataFolder(folder, 'demonstration', reset)).toThrow('files that are not Latchkey');
    expect(existsSync(join(folder, 'thesis.txt'))).toBe(true);
  });

  it('does not bring the people of the demonstration to another directory', () => {
    openDataFolder(folder, 'demonstration', false);
    expect(() => openDataFolder(folder, 'DC=lab,DC=test', false)).toThrow('begun with another directory');
    expect(openDataFolder(folder, 'DC=lab,DC=test', true)).toBe(folder);
  });
});
