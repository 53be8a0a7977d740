import { expect, it } from 'vitest';
import { seenIds } from '../../../cli/trail/seen-ids.ts';

it('remembers each id once it was seen, through any number of others, and takes none for another', () => {
  const isNew = seenIds();
  const ids = Array.from({ length: 200_000 }, (_, n) => `event-${n}`);
  expect(ids.filter((id) => !isNew(id))).toEqual([]);
  expect(ids.filter((id) => isNew(id))).toEqual([]);
  expect([isNew(''), isNew(''), isNew('x'.repeat(1_000_000)), isNew('x'.repeat(1_000_000))]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
