/** What nobody can count beforehand, and what is taken for it until somebody says better (`--assume name=value`). */
export const ASSUMPTIONS = {
  recoveries: { value: 0.1, what: 'recoveries a person and month' },
  unlocks: { value: 0.3, what: 'of them end with an unlock, the others with a new password' },
  abandoned: { value: 0.2, what: 'flows that are started and lead nowhere, a recovery' },
  registrations: {
    value: 0.03,
    what: 'people who register (anew) in a month; in the first month all of them do',
  },
  passwordChanges: { value: 0.05, what: 'changes of a known password a person and month' },
  mailsBesides: { value: 0.05, what: 'reminders and announcements a person and month' },
  secondsOfARequest: { value: 0.3, what: 'seconds a run that answers a request lasts' },
  secondsOfAWakeUp: { value: 0.2, what: 'seconds a run that was woken lasts' },
  writesOfAWrite: { value: 1.7, what: 'writes a write costs, with the entries of the indexes' },
  callsOfAWakeUp: {
    value: 3,
    what: 'reads of a run that was woken and has nothing to do, where none were counted',
  },
  logKilobytesOfARun: { value: 2, what: 'kilobytes of log a run writes' },
  logMonths: { value: 12, what: 'months that logs are kept' },
  flowLogGigabytes: { value: 0.5, what: 'gigabytes of VPC flow logs a month' },
  tableKeyRequestsAnHour: {
    value: 100,
    what: 'requests of DynamoDB and Secrets Manager to their keys an hour',
  },
  storedKilobytesAPerson: { value: 8, what: 'kilobytes a registration takes' },
  trailKilobytesAFlow: { value: 3, what: 'kilobytes of trail and rows a flow leaves' },
  trailMonths: { value: 24, what: 'months of trail that are there by now' },
  seriesOfAMetric: { value: 1.5, what: 'time series of a metric, over functions and dimensions' },
} as const satisfies Readonly<Record<string, { readonly value: number; readonly what: string }>>;
export type AssumptionName = keyof typeof ASSUMPTIONS;
export type Assumptions = Readonly<Record<AssumptionName, number>>;

/** All of them, some with other values. Throws with the names there are, or with the value that is none. */
export function assumed(changes: Readonly<Record<string, number>> = {}): Assumptions {
  for (const [name, value] of Object.entries(changes)) {
    if (!Object.hasOwn(ASSUMPTIONS, name))
      throw new Error(`There is no assumption "${name}". There are: ${Object.keys(ASSUMPTIONS).join(', ')}`);
    if (!Number.isFinite(value) || value < 0)
      throw new Error(`The assumption "${name}" is a number from 0, such as ${name}=0.5.`);
  }
  const values = Object.entries(ASSUMPTIONS).map(([name, { value }]) => [name, value]);
  return { ...(Object.fromEntries(values) as Assumptions), ...changes };
}
