import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DirectoryReader } from '../../domain/ports/directory-reader.ts';

/** User names that careless orders, comparisons and filters stumble over. Some differ in little more than their case. */
export const HARD_NAMES: readonly string[] = [
  'ALLCAPS',
  'allcaps2',
  'AllCaps3',
  'Ärger',
  'ärmel',
  'éclair',
  'Émile',
  'Zürich',
  'zulu',
  'ZULU2',
  'straße',
  'strasz',
  'Ωmega',
  'ωmikron',
  'Жанна',
  'жасмин',
  '花子',
  '花田',
  'ñandu',
  "o'neil",
  'o-neil2',
  'o.neil3',
  'o neil4',
  'o(neil)5',
  'o#neil6',
  'user_10',
  'user_9',
  '42',
];

/** A unit with just those people in it, listed in pages of five. */
export interface HardNamesUnderTest {
  readonly reader: DirectoryReader;
  readonly under: string;
  readonly done: () => Promise<void>;
}

/** What every directory must do with names that are not plain. */
export function namesContract(name: string, open: () => Promise<HardNamesUnderTest>): void {
  describe(`people with hard names in ${name}`, () => {
    let directory: HardNamesUnderTest;
    beforeAll(async () => {
      directory = await open();
    });
    afterAll(() => directory.done());
    const names = async (after?: string): Promise<readonly string[]> => {
      const { reader, under } = directory;
      const people = await Array.fromAsync(reader.people({ under, ...(after !== undefined && { after }) }));
      return people.map(({ username }) => username);
    };

    it('are listed once each, whichever page they fall on', async () => {
      expect((await names()).toSorted()).toEqual(HARD_NAMES.toSorted());
    });

    it('are all there after each of them, in any case, and in the same order', async () => {
      const all = await names();
      for (const [at, after] of all.entries()) {
        expect([after, await names(after)]).toEqual([after, all.slice(at + 1)]);
        expect([after, await names(after.toUpperCase().replace('SS', 'ß'))]).toEqual([
          after,
          all.slice(at + 1),
        ]);
      }
    });

    it('are each found by a filter within their page', async () => {
      const { reader, under } = directory;
      const filters = HARD_NAMES.map(
        (username) =>
          `(sAMAccountName=${username.replace(/[()]/g, (found) => `\\${found === '(' ? '28' : '29'}`)})`,
      );
      for await (const { username, filters: held } of reader.people({ under, filters }))
        expect([username, held]).toEqual([username, [filters[HARD_NAMES.indexOf(username)]]]);
    });
  });
}
