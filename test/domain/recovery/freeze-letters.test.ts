import { describe, expect, it } from 'vitest';
import type { Enrollment } from '../../../domain/enrollment/enrollment.ts';
import { LIFETIMES } from '../../../domain/policy/limits.ts';
import type { Sealed } from '../../../domain/ports/sealer.ts';
import { isLiftedBy } from '../../../domain/recovery/freeze-letters.ts';

const AT = Date.UTC(2026, 10, 22);
const MINE = 'mine' as Sealed;
const THEIRS = 'theirs' as Sealed;

/** Somebody who froze by a letter to MINE about what happened at AT, and who has another contact since. */
const liftedBy = (contact: Sealed, confirmedAt: number): boolean => {
  const enrollment: Enrollment = {
    person: { domain: 'CORP', guid: 'e4b1c1f6-0f3c-4e58-a8c7-3a4f2f6a9b11' },
    version: 2,
    changedAt: AT,
    addresses: [
      { id: 'one', address: MINE, confirmedAt: 0 },
      { id: 'two', address: THEIRS, confirmedAt },
    ],
  };
  return isLiftedBy({ at: AT + 1, by: 'person', contact: MINE, since: AT }, contact, enrollment);
};

describe('who may lift a freeze', () => {
  it('is another contact, which had stood for so long that the letter about it is dead', () => {
    expect(liftedBy(THEIRS, AT - LIFETIMES.notMe - 1)).toBe(true);
    expect(liftedBy(MINE, AT - LIFETIMES.notMe - 1)).toBe(false);
  });

  it.each([
    ['by the very change that was repudiated: its notice is written a moment later', AT - 3],
    ['by an earlier one of the same thief', AT - 60_000],
    ['within the week', AT - LIFETIMES.notMe],
    ['afterwards', AT + 1],
  ])('is none that was confirmed %s', (_when, confirmedAt) => {
    expect(liftedBy(THEIRS, confirmedAt)).toBe(false);
  });
});
