import { Failure } from '../../domain/failure.ts';
import type { TrailFinding } from '../../domain/trail/trail-finding.ts';
import type { Journal } from '../http/site.ts';
import type { Meter } from '../metrics.ts';

/** So many are written out: whoever adds rows by the thousand shall not fill the journal at every run. All are counted. */
const MOST_TOLD = 100;
/** And of one id, so many moments. */
const MOST_MOMENTS = 10;

/** Tells each finding loudly: a line of the journal that names it, and the metric that an alarm reads. */
export function tellFindings(
  { meter, journal }: { readonly meter: Meter; readonly journal: Journal },
  findings: readonly TrailFinding[],
): void {
  for (const reason of REASONS) {
    const times = findings.filter(({ kind }) => kind === reason).length;
    if (times > 0) meter.count('TrailRowOdd', { reason }, times);
  }
  for (const finding of findings.slice(0, MOST_TOLD))
    journal.error('odd row of the trail', fieldsOf(finding), new Failure('trail-broken', whyOf(finding)));
  if (findings.length > MOST_TOLD)
    journal.error(
      'odd rows of the trail, not written out',
      { rows: findings.length - MOST_TOLD },
      new Failure('trail-broken', 'there are too many'),
    );
}

function fieldsOf(finding: TrailFinding): Readonly<Record<string, string>> {
  if (finding.kind !== 'twofold') return { reason: finding.kind, key: finding.key, fields: finding.detail };
  const moments = finding.moments.slice(0, MOST_MOMENTS).map((at) => new Date(at).toISOString());
  return { reason: finding.kind, id: finding.id, moments: moments.join(', ') };
}

const WHY = {
  malformed: 'it has not the form of an event; it is sealed as it is',
  misplaced: 'it stands where its event does not belong; it is sealed as it is',
  twofold: 'different events have this id; each is sealed',
} as const;

const REASONS = ['malformed', 'misplaced', 'twofold'] as const;

const whyOf = ({ kind }: TrailFinding): string => WHY[kind];
