import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowRow } from '../../../../adapters/dynamodb/flow-row.ts';
import { keys } from '../../../../adapters/dynamodb/keys.ts';
import type { Row } from '../../../../adapters/dynamodb/requests.ts';
import { isClash } from '../../../../adapters/dynamodb/restore/left.ts';
import { joinOf, leftOf } from '../../../../adapters/dynamodb/restore/row-kinds.ts';
import type { TableName } from '../../../../adapters/dynamodb/tables.ts';
import { eventPut } from '../../../../adapters/dynamodb/trail.ts';
import { aVersion } from '../../../support/stored-configurations.ts';
import { aFreeze } from '../../../support/stored-notes.ts';
import { aFlow, anEnrollment, anEvent, anOutcome, DAY, HOUR, NOW } from '../../../support/stored-records.ts';
import { anyCounter, anyHeldTries, SOMEBODY } from './any-rows.ts';

const LATER = NOW + 1;
const tries = (changes: Row): Row => ({ ...keys.tries(SOMEBODY), ...changes });
const frozen = (changes: Parameters<typeof aFreeze>[0], frozenAt?: number): Row => {
  const freeze = aFreeze({ at: NOW - HOUR, ...changes });
  return tries({ freeze, frozenAt: frozenAt ?? freeze.at });
};
const counter = (changes: Row): Row => ({
  ...keys.texts(0),
  counted: 1,
  ttl: (NOW + HOUR) / 1000,
  ...changes,
});
const registered = (changes: Parameters<typeof anEnrollment>[0] = {}, row: Row = {}): Row => {
  const enrollment = anEnrollment({ person: SOMEBODY, ...changes });
  const { version } = enrollment;
  return { ...keys.enrollment(SOMEBODY), version, enrollment: JSON.stringify(enrollment), ...row };
};
const published = (changes: object = {}, row: Row = {}): Row => {
  const version = { ...aVersion(3), publishedAt: NOW, ...changes };
  return { ...keys.configuration(3), published: JSON.stringify(version), ...row };
};
const happened = (changes: Parameters<typeof anEvent>[0] = {}, row: Row = {}): Row => ({
  ...eventPut('', anEvent(changes)).Put.Item,
  ...row,
});
const reset = (at: number): Row => flowRow(aFlow({ state: 'done', outcome: anOutcome('done', { at }) }));

const left = (table: TableName, row: Row) => leftOf(table, row, NOW).left;
const rowLeft = (table: TableName, row: Row): Row => {
  const answer = left(table, row);
  if (answer.kind !== 'left') throw new Error(`nothing is left: ${JSON.stringify(answer)}`);
  return answer.row;
};
const joined = (table: TableName, present: Row, altered: Row): Row => {
  const both = joinOf(table, String(present['pk']))(present, rowLeft(table, altered));
  if (isClash(both)) throw new Error(both.clash);
  return both;
};

describe('a row as it was backed up', () => {
  it.each([
    ['tries', 'flows', tries({ windowStart: NOW, windowTries: 7, 'tries:email-code': 2, liftedAt: NOW })],
    ['a freeze', 'flows', frozen({})],
    ['a counter', 'flows', counter({ 'sent:3': 1, 'balance:3': -1 })],
    ['a reset', 'flows', reset(NOW)],
    ['an enrollment', 'enrollments', registered()],
    ['a version', 'configuration', published()],
    ['an event', 'trail', happened()],
    ['an event without a reference', 'trail', happened({ reference: '' })],
  ] as const)('comes back: %s', (_, table, row) => {
    expect(left(table, row).kind).toBe('left');
  });
});

describe('a row of a time to come is left out, and told with cause and next step', () => {
  const CASES: readonly (readonly [what: string, table: TableName, row: Row])[] = [
    ['self-service given back', 'flows', tries({ liftedAt: LATER })],
    ['a window of tries', 'flows', tries({ windowStart: LATER, windowTries: 0 })],
    ['a reset', 'flows', tries({ resetAt: LATER })],
    ['a hold', 'flows', frozen({ at: LATER })],
    ['a reset of a flow', 'flows', reset(LATER)],
    ['a trial of a password', 'flows', { ...counter({ lastAt: LATER }), ...keys.signIns(SOMEBODY) }],
    ['a window of starts', 'flows', counter(keys.starts(1, NOW + HOUR))],
    ['a window of a source', 'flows', counter(keys.startsFrom('2001:db8::', NOW + HOUR))],
    ['a day of texts', 'flows', counter(keys.texts(NOW + DAY))],
    ['a registration', 'enrollments', registered({ changedAt: LATER })],
    [
      'a browser that is remembered',
      'enrollments',
      registered({ browsers: [{ key: 'a', rememberedAt: LATER }] }),
    ],
    [
      'an address',
      'enrollments',
      registered({ addresses: anEnrollment().addresses.map((one) => ({ ...one, confirmedAt: LATER })) }),
    ],
    ['a published version', 'configuration', published({ publishedAt: LATER })],
    ['an event', 'trail', happened({ at: LATER })],
  ];

  it.each(CASES)('%s', (_, table, row) => {
    const answer = left(table, row);
    if (answer.kind !== 'left-out') throw new Error(`it was ${answer.kind}`);
    expect(answer.why).toContain(String(row['pk']));
    expect(answer.why).toContain('which has not come: check this computer’s clock');
    expect(answer.why).toMatch(/\. [A-Z].+\.$/);
  });
});

describe('a row that is not as this version writes it is left out', () => {
  const CASES: readonly (readonly [what: string, table: TableName, row: Row])[] = [
    ['a lift that is a text', 'flows', tries({ liftedAt: '9999999999999' })],
    ['a lift that is a list', 'flows', tries({ liftedAt: [NOW] })],
    ['a time of before all time', 'flows', tries({ resetAt: -1 })],
    ['tries below nothing', 'flows', tries({ 'tries:security-answers': -20 })],
    ['half a try', 'flows', tries({ 'tries:security-answers': 0.5 })],
    ['tries that are no number', 'flows', tries({ 'tries:security-answers': Number.NaN })],
    ['something used up that is nothing', 'flows', tries({ 'used:recovery-code:a:1': null })],
    ['half of a window', 'flows', tries({ windowStart: NOW })],
    ['a hold that nobody asks for', 'flows', tries({ freeze: aFreeze() })],
    ['a hold without its facts', 'flows', tries({ frozenAt: NOW })],
    ['a hold with two times', 'flows', frozen({}, NOW - 1)],
    ['a hold by nobody', 'flows', frozen({ by: 'nobody' as 'person' })],
    ['a hold for what came after it', 'flows', frozen({ since: NOW })],
    ['a lease of a number', 'flows', tries({ leaseholder: 1 })],
    ['tries of nobody', 'flows', { pk: 'tries#', 'tries:email-code': 1 }],
    ['a count below nothing', 'flows', counter({ counted: -100 })],
    ['a count that is a text', 'flows', counter({ counted: 'many' })],
    ['a count without an end', 'flows', { ...keys.texts(0), counted: 1 }],
    ['a balance that is none', 'flows', counter({ 'balance:3': '5' })],
    ['a flow that is none', 'flows', keys.flow('a')],
    ['an enrollment that is none', 'enrollments', { ...keys.enrollment(SOMEBODY), enrollment: '{}' }],
    [
      'an enrollment under somebody else’s key',
      'enrollments',
      { ...registered(), pk: 'CORP/00000000-0d6f-4b9a-9c55-0a2f5c7d8e90' },
    ],
    ['an enrollment that could never be changed', 'enrollments', registered({}, { version: 7 })],
    ['an enrollment whose version is a text', 'enrollments', registered({}, { version: '1' })],
    ['a version under another’s number', 'configuration', published({}, { version: 999 })],
    ['a version that is none', 'configuration', published({}, { published: '{}' })],
    ['a version before the first', 'configuration', published({ version: 0 }, { version: 0 })],
    ['an event that is none', 'trail', happened({}, { event: {} })],
    ['an event under another key', 'trail', happened({}, { sk: '2000-01-01T00:00:00.000Z#a' })],
    ['an event of somebody else', 'trail', happened({}, { person: 'CORP/somebody-else' })],
    ['an event of another reference', 'trail', happened({}, { reference: 'AAAA-BBBB' })],
    ['a row without a key', 'flows', { pk: 7 }],
    ['a row with a key that DynamoDB refuses', 'flows', { ...counter({}), pk: `texts#${'0'.repeat(5_000)}` }],
    ['a row whose version cannot be told', 'configuration', published({}, { version: { toString: null } })],
  ];

  it.each(CASES)('%s', (_, table, row) => {
    const answer = left(table, row);
    if (answer.kind !== 'left-out') throw new Error(`it was ${JSON.stringify(answer)}`);
    expect(answer.why).toMatch(/\. [A-Z].+\.$/);
  });

  it('and whatever it is, nothing is thrown', () => {
    const TABLES: readonly TableName[] = ['flows', 'trail', 'configuration', 'enrollments'];
    const PKS = [
      keys.tries(SOMEBODY),
      keys.texts(0),
      keys.flow('a'),
      keys.enrollment(SOMEBODY),
      keys.draft(SOMEBODY),
    ];
    const pk = fc.oneof(
      fc.constantFrom('configuration', '2026-11-22#1', ...PKS.map((key) => key.pk)),
      fc.string(),
    );
    const NAMES = [
      'version',
      'sk',
      'event',
      'freeze',
      'frozenAt',
      'counted',
      'enrollment',
      'published',
      'outcome',
    ];
    const rest = fc.dictionary(fc.constantFrom(...NAMES), fc.anything());
    fc.assert(
      fc.property(fc.constantFrom(...TABLES), pk, rest, (table, key, row) => {
        expect(typeof left(table, { ...row, pk: key }).kind).toBe('string');
      }),
    );
  });
});

describe('what an export says, however it was altered,', () => {
  const anyNumber = fc.oneof(
    fc.integer({ min: -5, max: 9 }),
    fc.constantFrom(NOW, LATER, Number.MAX_SAFE_INTEGER, 1e300, -0.5, '7', null),
  );
  const NAMES = [
    'windowStart',
    'windowTries',
    'tries:email-code',
    'used:recovery-code:7',
    'resetAt',
  ] as const;
  const anyAltered = fc.dictionary(fc.constantFrom(...NAMES), anyNumber).map((row) => tries(row));
  const anyAlteredCounter = fc
    .dictionary(fc.constantFrom('counted', 'lastAt', 'sent:3', 'balance:3', 'balance:9'), anyNumber)
    .map((row) => counter(row));

  it('lowers no count of a person, those of a window among them', () => {
    fc.assert(
      fc.property(anyHeldTries, anyAltered, (present, altered) => {
        if (left('flows', altered).kind !== 'left') return;
        const both = joined('flows', present, altered);
        for (const name of NAMES)
          expect(Number(both[name] ?? 0)).toBeGreaterThanOrEqual(Number(present[name] ?? 0));
      }),
      { numRuns: 1000 },
    );
  });

  it('lowers no counter, and raises no balance above nothing', () => {
    fc.assert(
      fc.property(anyCounter, anyAlteredCounter, (present, altered) => {
        if (left('flows', altered).kind !== 'left') return;
        const both = joined('flows', present, altered);
        for (const name of ['counted', 'lastAt', 'sent:3', 'ttl'])
          expect(Number(both[name] ?? 0)).toBeGreaterThanOrEqual(Number(present[name] ?? 0));
        for (const name of ['balance:3', 'balance:9'])
          expect(Number(both[name] ?? 0)).toBeLessThanOrEqual(Number(present[name] ?? 0));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives no tries back by a window that begins a moment later', () => {
    const present = tries({ windowStart: NOW - HOUR, windowTries: 7 });
    const both = joined('flows', present, tries({ windowStart: NOW - HOUR + 1, windowTries: 0 }));
    expect(both['windowTries']).toBe(7);
  });

  it('lets nobody lift a hold who could not before: where two differ, the help desk alone may', () => {
    const present = frozen({ at: NOW - HOUR, since: NOW - 9 * DAY });
    const altered = frozen({ at: NOW, since: NOW - DAY, contact: 'sealed:mine' as never });
    const { freeze } = joined('flows', present, altered) as { readonly freeze: object };
    expect(freeze).toMatchObject({ at: NOW, by: 'person' });
    expect(Object.keys(freeze)).not.toContain('since');
    expect(joined('flows', present, present)['freeze']).toEqual(present['freeze']);
  });
});
