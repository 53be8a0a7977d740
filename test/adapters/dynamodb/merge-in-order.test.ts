import { array, assert, asyncProperty, integer } from 'fast-check';
import { expect, it } from 'vitest';
import { mergeInOrder } from '../../../adapters/dynamodb/merge-in-order.ts';
import { collected } from '../../contracts/central-store.ts';

async function* each(numbers: readonly number[]) {
  yield* numbers;
}

it('merges any ordered sequences into one that is in order and holds all of them', async () => {
  await assert(
    asyncProperty(array(array(integer())), async (lists) => {
      const ordered = lists.map((list) => list.toSorted((a, b) => a - b));
      const merged = await collected(mergeInOrder(ordered.map(each), (a, b) => a - b));
      expect(merged).toEqual(lists.flat().toSorted((a, b) => a - b));
    }),
  );
});
