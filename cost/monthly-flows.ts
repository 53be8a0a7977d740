import type { Assumptions } from './assumptions.ts';
import type { CountedName } from './counted-calls.ts';

/** How often each way is gone in a month. */
export type MonthlyFlows = Readonly<Record<CountedName, number>>;

/** How often so many people go each way in a month. */
export function monthlyFlows({
  people,
  assumptions: a,
}: {
  readonly people: number;
  readonly assumptions: Assumptions;
}): MonthlyFlows {
  const recoveries = people * a.recoveries;
  return {
    reset: recoveries * (1 - a.unlocks),
    unlock: recoveries * a.unlocks,
    abandoned: recoveries * a.abandoned,
    registration: people * a.registrations,
    passwordChange: people * a.passwordChanges,
  };
}
