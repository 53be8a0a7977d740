import type { Impact } from './impact.ts';

const NOBODY = { before: 0, after: 0 };

/** Nobody looked at yet. */
export const NO_IMPACT: Impact = {
  people: 0,
  touched: 0,
  mustRegisterAgain: 0,
  newlyBlocked: 0,
  noLongerBlocked: 0,
  byUserConfiguration: {},
  byStatus: { registered: NOBODY, partly: NOBODY, 'out-of-date': NOBODY, never: NOBODY },
  answered: {},
};

type Pair = Impact['byStatus']['never'];

/** The impact on two sets of people together. Pure. */
export const addImpact = (a: Impact, b: Impact): Impact => ({
  people: a.people + b.people,
  touched: a.touched + b.touched,
  mustRegisterAgain: a.mustRegisterAgain + b.mustRegisterAgain,
  newlyBlocked: a.newlyBlocked + b.newlyBlocked,
  noLongerBlocked: a.noLongerBlocked + b.noLongerBlocked,
  byUserConfiguration: addAll(a.byUserConfiguration, b.byUserConfiguration, addPairs, NOBODY),
  byStatus: {
    registered: addPairs(a.byStatus.registered, b.byStatus.registered),
    partly: addPairs(a.byStatus.partly, b.byStatus.partly),
    'out-of-date': addPairs(a.byStatus['out-of-date'], b.byStatus['out-of-date']),
    never: addPairs(a.byStatus.never, b.byStatus.never),
  },
  answered: addAll(a.answered, b.answered, (one, other) => one + other, 0),
});

const addPairs = (one: Pair, other: Pair): Pair => ({
  before: one.before + other.before,
  after: one.after + other.after,
});

function addAll<T>(
  one: Readonly<Record<string, T>>,
  other: Readonly<Record<string, T>>,
  add: (one: T, other: T) => T,
  nothing: T,
): Readonly<Record<string, T>> {
  const sums = new Map(Object.entries(one));
  for (const [key, value] of Object.entries(other)) sums.set(key, add(sums.get(key) ?? nothing, value));
  return Object.fromEntries(sums);
}
