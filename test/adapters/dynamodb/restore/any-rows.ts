import * as fc from 'fast-check';
import { keys } from '../../../../adapters/dynamodb/keys.ts';
import type { Row } from '../../../../adapters/dynamodb/requests.ts';
import type { Freeze } from '../../../../domain/ports/person-notes.ts';
import type { Sealed } from '../../../../domain/ports/sealer.ts';

export const SOMEBODY = { domain: 'CORP', guid: '6f1c2b1e-0d6f-4b9a-9c55-0a2f5c7d8e90' };
/** Few moments, so that many are equal. */
const moment = fc.integer({ min: 1, max: 8 });
const count = fc.integer({ min: 0, max: 6 });

const anyFreeze: fc.Arbitrary<Freeze> = fc
  .record(
    {
      at: moment,
      by: fc.constantFrom('person', 'help-desk'),
      contact: fc.constantFrom('sealed:a' as Sealed, 'sealed:b' as Sealed),
      since: moment,
    },
    { requiredKeys: ['at', 'by'] },
  )
  .map(({ since, ...freeze }) => ({
    ...freeze,
    ...(since !== undefined && { since: Math.min(since, freeze.at) }),
  }));

/** What may stand on a person's row of tries, its lease apart. */
export const anyTries: fc.Arbitrary<Row> = fc
  .record(
    {
      window: fc.record({ windowStart: fc.constantFrom(0, 100, 200), windowTries: count }),
      'tries:security-answers': count,
      'tries:email-code': count,
      'used:authenticator:1': count,
      'used:recovery-code:7': fc.constant(1),
      resetAt: moment,
      liftedAt: moment,
      freeze: anyFreeze,
    },
    { requiredKeys: [] },
  )
  .map(({ window = {}, freeze, ...rest }) => ({
    ...keys.tries(SOMEBODY),
    ...rest,
    ...window,
    ...(freeze && { freeze, frozenAt: freeze.at }),
  }));

/** The same with a flow, or nobody, holding the lease. */
export const anyHeldTries: fc.Arbitrary<Row> = fc
  .tuple(anyTries, fc.constantFrom('a flow', 'none', undefined))
  .map(([row, leaseholder]) => ({
    ...row,
    ...('freeze' in row && { leaseholder: 'none' }),
    ...(leaseholder !== undefined && { leaseholder }),
  }));

/** A counter, of whichever kind. */
export const anyCounter: fc.Arbitrary<Row> = fc
  .record(
    {
      counted: count,
      lastAt: moment,
      'sent:3': count,
      'balance:3': fc.integer({ min: -5, max: 5 }),
      'balance:4': fc.integer({ min: -5, max: 5 }),
    },
    { requiredKeys: ['counted'] },
  )
  .chain((row) => moment.map((ttl) => ({ ...keys.texts(0), ...row, ttl: ttl * 1000 })));
