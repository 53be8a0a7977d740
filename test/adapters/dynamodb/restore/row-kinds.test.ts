import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowRow } from '../../../../adapters/dynamodb/flow-row.ts';
import { keys } from '../../../../adapters/dynamodb/keys.ts';
import type { Row } from '../../../../adapters/dynamodb/requests.ts';
import { isClash, type Join } from '../../../../adapters/dynamodb/restore/left.ts';
import { joinOf, leftOf } from '../../../../adapters/dynamodb/restore/row-kinds.ts';
import type { TableName } from '../../../../adapters/dynamodb/tables.ts';
import { personKey } from '../../../../domain/person.ts';
import { aFreeze } from '../../../support/stored-notes.ts';
import { aFlow, anEnrollment, anIntent, anOutcome, HOUR, NOW } from '../../../support/stored-records.ts';
import { anyCounter, anyHeldTries, anyTries, SOMEBODY } from './any-rows.ts';

const TRIES = keys.tries(SOMEBODY).pk;
const joinTries = joinOf('flows', TRIES);
const joinCounters = joinOf('flows', keys.texts(0).pk);

/** What is left of a row; fails where that is not exactly one row. */
function rowLeft(table: TableName, row: Row): Row {
  const { left } = leftOf(table, row, NOW);
  if (left.kind !== 'left') throw new Error(`nothing is left: ${JSON.stringify(left)}`);
  return left.row;
}

const left = (row: Row): Row => rowLeft('flows', row);

/** Joins; fails where the two cannot be joined. */
function joined(join: Join, present: Row, other: Row): Row {
  const both = join(present, other);
  if (isClash(both)) throw new Error(both.clash);
  return both;
}

const upwards = (row: Row) =>
  Object.entries(row).filter(([name]) => /^(tries:|used:|resetAt|liftedAt)/.test(name));
const isFrozen = (row: Row) => 'freeze' in row && row['frozenAt'] !== undefined;

describe('every row of the store', () => {
  const TABLES: Readonly<Record<string, TableName>> = {
    enrollment: 'enrollments',
    configuration: 'configuration',
    draft: 'configuration',
    event: 'trail',
    chainHead: 'trail',
  };
  const COMES_BACK = ['tries', 'signIns', 'signInsFrom', 'startsFrom', 'starts', 'told', 'notified', 'texts'];
  const samples = {
    flow: keys.flow('a'),
    session: keys.session('a'),
    adminSession: keys.adminSession('a'),
    errand: keys.errand('a'),
    tries: keys.tries(SOMEBODY),
    signIns: keys.signIns(SOMEBODY),
    signInsFrom: keys.signInsFrom('192.0.2.7', 0),
    startsFrom: keys.startsFrom('192.0.2.7', 0),
    starts: keys.starts(1, 0),
    told: keys.told(SOMEBODY, 0),
    notified: keys.notified(SOMEBODY, 0),
    texts: keys.texts(0),
    repudiation: keys.repudiation('a'),
    postAction: keys.postAction('a'),
    examination: keys.examination(),
    preFlight: keys.preFlight('newest'),
    preFlightPage: keys.preFlightPage('a', 1),
    enrollment: keys.enrollment(SOMEBODY),
    configuration: keys.configuration(1),
    draft: keys.draft(SOMEBODY),
    event: keys.event('2026-11-22', 1, '2026-11-22T12:00:00.000Z', 'a'),
    chainHead: keys.chainHead(1),
  } satisfies Record<keyof typeof keys, Row>;

  it.each(Object.entries(samples))('is of a kind that a restore knows: %s', (name, key) => {
    const { name: kind } = leftOf(TABLES[name] ?? 'flows', key, NOW);
    expect(kind).not.toBe('unknown');
  });

  it('comes back where it counts or tells something, and never where it lets somebody do something', () => {
    const ttl = (NOW + HOUR) / 1000;
    for (const [name, key] of Object.entries(samples).filter(([each]) => TABLES[each] === undefined)) {
      const row = name === 'flow' ? flowRow(aFlow()) : name === 'tries' ? key : { ...key, counted: 1, ttl };
      expect([name, leftOf('flows', row, NOW).left.kind]).toEqual([
        name,
        COMES_BACK.includes(name) ? 'left' : 'forgotten',
      ]);
    }
    expect(leftOf('configuration', samples.draft, NOW).left.kind).toBe('forgotten');
    expect(leftOf('trail', samples.chainHead, NOW).left.kind).toBe('forgotten');
  });

  it.each([
    ['a row of a kind that came later', 'flows', { pk: 'voucher#1' }],
    ['a row of another table', 'enrollments', { pk: TRIES }],
    ['a note that came later', 'flows', { pk: TRIES, 'blessed:x': 1 }],
    ['a count that came later', 'flows', { ...keys.texts(0), blessed: 1 }],
    ['a part of an event that came later', 'trail', { pk: '2026-11-22#1', sk: 'x', blessed: 1 }],
  ] as const)('stops the restore with a sentence where it is %s', (_, table, row) => {
    const answer = leftOf(table, row, NOW).left;
    if (answer.kind !== 'trouble') throw new Error(`it was ${answer.kind}`);
    expect(answer.why).toContain(row.pk);
  });
});

describe('a person’s counts and notes', () => {
  it('are never lower, and nothing that was used up is forgotten, whatever is there already', () => {
    fc.assert(
      fc.property(anyHeldTries, anyHeldTries, (present, old) => {
        const both = joined(joinTries, present, left(old));
        for (const [name, value] of [...upwards(present), ...upwards(old)])
          expect(Number(both[name])).toBeGreaterThanOrEqual(Number(value));
        for (const row of [present, old].filter((each) => each['windowStart'] === both['windowStart']))
          expect(Number(both['windowTries'] ?? 0)).toBeGreaterThanOrEqual(Number(row['windowTries'] ?? 0));
        const starts = [present, old].map((row) => Number(row['windowStart'] ?? -1));
        expect(Number(both['windowStart'] ?? -1)).toBe(Math.max(...starts));
      }),
    );
  });

  it('say the same when they are brought twice, and whichever came first', () => {
    fc.assert(
      fc.property(anyTries, anyTries, (one, other) => {
        const [first, second] = [left(one), left(other)];
        const both = joined(joinTries, first, second);
        expect(joined(joinTries, both, second)).toEqual(both);
        expect(joined(joinTries, both, first)).toEqual(both);
        expect(joined(joinTries, second, first)).toEqual(both);
      }),
    );
  });

  it('add up the same of three back-ups in any order: counts, lifts, and whether somebody is frozen', () => {
    const told = (row: Row) => [
      Object.fromEntries(upwards(row)),
      row['windowStart'],
      row['windowTries'],
      isFrozen(row),
    ];
    fc.assert(
      fc.property(fc.tuple(anyTries, anyTries, anyTries), (rows) => {
        const [a, b, c] = rows.map(left) as [Row, Row, Row];
        const one = joined(joinTries, joined(joinTries, a, b), c);
        const other = joined(joinTries, a, joined(joinTries, c, b));
        expect(told(one)).toEqual(told(other));
      }),
    );
  });

  it('bring no lease back, and leave the one that is there', () => {
    fc.assert(
      fc.property(anyHeldTries, anyHeldTries, (present, old) => {
        expect(['none', undefined]).toContain(left(old)['leaseholder']);
        const both = joined(joinTries, present, left(old));
        if (present['leaseholder'] !== undefined) expect(both['leaseholder']).toBe(present['leaseholder']);
        else expect(['none', undefined]).toContain(both['leaseholder']);
        // Without a holder the first flow to come would take the lease, and begin without asking.
        if (isFrozen(both)) expect(both['leaseholder']).toBeDefined();
      }),
    );
  });

  it('keep a freeze unless it was lifted after it, and never revive one that was', () => {
    fc.assert(
      fc.property(anyHeldTries, anyHeldTries, (present, old) => {
        const both = joined(joinTries, present, left(old));
        const lifted = Math.max(...[present, old].map((row) => Number(row['liftedAt'] ?? 0)));
        const frozen = [present, old].filter(isFrozen);
        const at = frozen.map((row) => Math.max(Number(row['frozenAt']), Number(row['liftedAt'] ?? 0)));
        expect(isFrozen(both)).toBe(at.some((stood) => stood >= lifted));
        if (frozen.length === 2 && isFrozen(both) && at.every((stood) => stood >= lifted))
          expect((both['freeze'] as { by: string }).by).toBe(
            frozen.some((row) => (row['freeze'] as { by: string }).by === 'help-desk')
              ? 'help-desk'
              : 'person',
          );
      }),
    );
  });

  it('leave a freeze of the help desk with the help desk', () => {
    const desk = { pk: TRIES, freeze: aFreeze({ by: 'help-desk', at: 5, since: 1 }), frozenAt: 5 };
    const person = { pk: TRIES, freeze: aFreeze({ at: 9, since: 1 }), frozenAt: 9 };
    expect(joined(joinTries, left(person), left(desk))['freeze']).toMatchObject({ by: 'help-desk', at: 9 });
  });
});

describe('counters', () => {
  it('are never lower, nor is a balance of texts higher; in any order, any number of times', () => {
    fc.assert(
      fc.property(anyCounter, anyCounter, anyCounter, (a, b, c) => {
        const both = joined(joinCounters, a, b);
        for (const row of [a, b])
          for (const [name, value] of Object.entries(row).filter(([each]) => each !== 'pk')) {
            const [less, more] = [Number(value), Number(both[name])].toSorted((x, y) => x - y);
            expect(name.startsWith('balance') ? less : more).toBe(both[name]);
          }
        expect(joined(joinCounters, b, a)).toEqual(both);
        expect(joined(joinCounters, both, b)).toEqual(both);
        expect(joined(joinCounters, both, c)).toEqual(joined(joinCounters, a, joined(joinCounters, b, c)));
      }),
    );
  });

  it('stay away when their window was over a day ago', () => {
    const row = { ...keys.starts(1, 0), counted: 3, ttl: NOW / 1000 };
    expect(leftOf('flows', row, NOW).left.kind).toBe('forgotten');
    expect(leftOf('flows', row, NOW - 1).left.kind).toBe('left');
  });
});

describe('a flow', () => {
  it('leaves when it reset the password, or was about to, and nothing else', () => {
    const person = SOMEBODY;
    const reset = flowRow(aFlow({ person, state: 'done', outcome: anOutcome('done', { at: NOW - 2 }) }));
    expect(left(reset)).toEqual({ pk: TRIES, resetAt: NOW - 2 });
    const executing = flowRow(aFlow({ person, state: 'executing', intent: anIntent({ at: NOW - 1 }) }));
    expect(left(executing)).toEqual({ pk: TRIES, resetAt: NOW - 1 });
    const unlocked = aFlow({ state: 'done', outcome: anOutcome('done', { action: 'unlock' }) });
    expect(leftOf('flows', flowRow(unlocked), NOW).left.kind).toBe('forgotten');
    const failed = aFlow({ state: 'done', outcome: anOutcome('unchanged') });
    expect(leftOf('flows', flowRow(failed), NOW).left.kind).toBe('forgotten');
  });
});

describe('what people registered', () => {
  const rowOf = (changes: Parameters<typeof anEnrollment>[0]): Row => {
    const enrollment = anEnrollment({ person: SOMEBODY, ...changes });
    return { pk: personKey(SOMEBODY), version: enrollment.version, enrollment: JSON.stringify(enrollment) };
  };
  const joinEnrollments = joinOf('enrollments', personKey(SOMEBODY));
  const anyRow = fc
    .record({ version: fc.integer({ min: 1, max: 3 }), changedAt: fc.integer({ min: 1, max: 3 }) })
    .map(rowOf);

  it('is what was changed last, so that what was revoked since stays revoked', () => {
    const old = rowOf({ version: 5, changedAt: NOW });
    const revoked = rowOf({ version: 6, changedAt: NOW + 1, addresses: [] });
    const anew = rowOf({ version: 1, changedAt: NOW + 2 });
    expect(joined(joinEnrollments, revoked, rowLeft('enrollments', old))).toBe(revoked);
    expect(joined(joinEnrollments, anew, old)).toBe(anew);
    expect(joined(joinEnrollments, old, revoked)).toBe(revoked);
  });

  it('is the same in any order, any number of times', () => {
    fc.assert(
      fc.property(anyRow, anyRow, anyRow, (a, b, c) => {
        const both = joined(joinEnrollments, a, b);
        expect(joined(joinEnrollments, b, a)).toEqual(both);
        expect(joined(joinEnrollments, both, a)).toEqual(both);
        expect(joined(joinEnrollments, both, c)).toEqual(
          joined(joinEnrollments, a, joined(joinEnrollments, b, c)),
        );
      }),
    );
  });
});

describe('two histories', () => {
  it.each([
    [
      'a version of the configuration',
      'configuration',
      { ...keys.configuration(3), published: 'a' },
      'published',
    ],
    ['an event', 'trail', { pk: '2026-11-22#1', sk: 'x', event: { id: 'a' } }, 'event'],
  ] as const)('of %s are never mixed', (_, table, row, name) => {
    const join = joinOf(table, row.pk);
    expect(join(row, { ...row })).toEqual(row);
    expect(join(row, { ...row, [name]: 'something else' })).toHaveProperty('clash');
    expect(join({ ...row, [name]: 'something else' }, row)).toHaveProperty('clash');
  });

  it('are not two where the trail’s row was only told more of', () => {
    const row = { pk: '2026-11-22#1', sk: 'x', event: { id: 'a' } };
    const more = { ...row, seq: 4 };
    expect(joinOf('trail', row.pk)(row, more)).toEqual(more);
    expect(joinOf('trail', row.pk)(more, row)).toEqual(more);
  });
});
