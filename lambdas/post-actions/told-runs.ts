import type { Ran } from '../../domain/post-actions/run-due.ts';
import type { Journal } from '../http/site.ts';
import type { Meter, MetricName } from '../metrics.ts';

const METRIC = {
  done: 'PostActionDone',
  failed: 'PostActionFailed',
  'given-up': 'PostActionGivenUp',
} as const satisfies Readonly<Record<Ran['fate'], MetricName>>;

/** What one run did. */
export type Tally = Readonly<Record<Ran['fate'], number>>;

/** Counts what became of the jobs of a run, and leaves a line in the journal for each that is not done: its id, and why. */
export function toldRuns(ran: readonly Ran[], { meter, journal }: ToldBy): Tally {
  for (const { job, kind, fate, why } of ran) {
    meter.count(METRIC[fate], { kind });
    if (fate === 'done') continue;
    const fields = { postAction: job.name, id: job.id, kind, failures: job.failures + 1 };
    journal.error(`post action ${fate}`, fields, new Error(why ?? ''));
  }
  const of = (fate: Ran['fate']) => ran.filter((one) => one.fate === fate).length;
  return { done: of('done'), failed: of('failed'), 'given-up': of('given-up') };
}

/** Where it is told. */
export interface ToldBy {
  readonly meter: Meter;
  readonly journal: Journal;
}
