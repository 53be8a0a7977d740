import type { GroupRef, UserRef } from '../../policy/audience.ts';
import type { Mistake } from '../mistake.ts';
import { pointer } from './pointer.ts';
import { repeated } from './repeated.ts';

/** What makes two users the same: the objectGUID; the name, as long as nobody has looked it up. */
export const userKey = ({ name, guid }: UserRef): string =>
  guid === '' ? `name ${name.toLowerCase()}` : guid.toLowerCase();

/** What makes two groups the same: the SID; the name, as long as nobody has looked it up. */
export const groupKey = ({ name, sid }: GroupRef): string =>
  sid === '' ? `name ${name.toLowerCase()}` : sid.toLowerCase();

/**
 * The mistakes of naming the same thing twice in one list. `kind` begins the sentence (`Group`), `already` goes on with it
 * (`is already in this user configuration`).
 */
export const alreadyThere = <T>(
  items: readonly T[],
  path: string,
  {
    keyOf,
    kind,
    nameOf,
    already,
  }: {
    readonly keyOf: (item: T) => string;
    readonly kind: (item: T) => string;
    readonly nameOf: (item: T) => string;
    readonly already: string;
  },
): readonly Mistake[] =>
  repeated(items, keyOf).map(({ item, index, first }) => ({
    path: `${path}${pointer(index)}`,
    code: 'already-there',
    message: `${kind(item)} "${nameOf(item)}" ${already}, at ${path}${pointer(first)}.`,
    remedy: 'Nothing is missing; remove one of the two.',
  }));
