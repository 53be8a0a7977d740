import type { OddRow } from './trail-row.ts';

/** What a run of the sealer found that nobody who only adds events can have written. All of it is sealed nevertheless. */
export type TrailFinding =
  /** A row that is no event, or stands in another one's place. */
  | { readonly kind: OddRow['reason']; readonly key: string; readonly detail: string }
  /** Under one id there are different events: they were made to look like one, or one was changed after it was sealed. */
  | { readonly kind: 'twofold'; readonly id: string; readonly moments: readonly number[] };
