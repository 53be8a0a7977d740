import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breachedPasswordsFrom } from '../../../adapters/breached-list/chosen-list.ts';
import type { Failure } from '../../../domain/failure.ts';
import { breachedPasswordsContract } from '../../contracts/breached-passwords.ts';
import { listFolder, type ListFolder } from '../../support/breached-file.ts';

let folder: ListFolder;
let path: string;
beforeAll(async () => {
  folder = listFolder();
  path = await folder.built('only-in-the-file\n');
});
afterAll(() => folder.leave());

breachedPasswordsContract('the list that was chosen', () =>
  breachedPasswordsFrom(JSON.stringify({ file: path })),
);

describe('the list that is chosen', () => {
  it('is the one in a file, and the common one besides', async () => {
    const list = breachedPasswordsFrom(JSON.stringify({ file: path }));
    expect(await list.includes('only-in-the-file')).toBe(true);
    expect(await list.includes('Summer2026!')).toBe(true);
    expect(await breachedPasswordsFrom('"common"').includes('only-in-the-file')).toBe(false);
    expect(await breachedPasswordsFrom('"common"').includes('Summer2026!')).toBe(true);
  });

  it('is asked on the web only for what the common one does not know', async () => {
    const told: Failure[] = [];
    const nowhere = { rangeQuery: true, url: 'https://127.0.0.1:1/range/' };
    const list = breachedPasswordsFrom(
      JSON.stringify({ ...nowhere, ifUnreachable: 'allow' }),
      (trouble) => void told.push(trouble),
    );
    expect(await list.includes('Summer2026!')).toBe(true);
    expect(told).toEqual([]);
    expect(await list.includes('Quiet-Harbour-42')).toBe(false);
    expect(told).toMatchObject([{ code: 'breached-list-unavailable' }]);
    const strict = breachedPasswordsFrom(JSON.stringify({ ...nowhere, ifUnreachable: 'refuse' }));
    await expect(strict.includes('Quiet-Harbour-42')).rejects.toMatchObject({
      code: 'breached-list-unavailable',
    });
  });

  it.each([
    '"none"',
    '{}',
    '{"file":""}',
    '{"rangeQuery":true}',
    '{"rangeQuery":true,"ifUnreachable":"allow","url":"http://x/"}',
  ])('is never guessed: %s stops the function', (json) => {
    expect(() => breachedPasswordsFrom(json)).toThrow('LATCHKEY_BREACHED_PASSWORDS');
  });
});
