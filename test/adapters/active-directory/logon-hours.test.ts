import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOutsideLogonHours } from '../../../adapters/active-directory/logon-hours.ts';
import { isBarredAt } from '../../../local/directory/barred-hours.ts';
import { filetimeOf } from '../../../local/directory/filetime.ts';

const HOUR_MS = 3_600_000;
/** A Sunday, 00:00 UTC. */
const SUNDAY = Date.UTC(2026, 10, 22);
/** The bytes in which just those hours of the week are permitted. */
function permitting(...hours: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(21);
  for (const hour of hours) bytes[hour >> 3] = (bytes[hour >> 3] ?? 0) | (1 << (hour & 7));
  return bytes;
}

it('reads the hours of the week from Sunday midnight in UTC, the lowest bit first', () => {
  // Monday to Friday, 8 to 17 o’clock.
  const office = Uint8Array.from(Buffer.from('00000000ff0100ff0100ff0100ff0100ff01000000', 'hex'));
  const at = (day: number, hour: number) => isOutsideLogonHours(office, SUNDAY + (day * 24 + hour) * HOUR_MS);
  expect([at(0, 8), at(1, 7), at(1, 8), at(1, 16), at(1, 17), at(5, 16), at(6, 9)]).toEqual([
    true,
    true,
    false,
    false,
    true,
    false,
    true,
  ]);
});

it('permits just the hours whose bits are set, week after week', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 167 }),
      fc.integer({ min: 0, max: 167 }),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: HOUR_MS - 1 }),
      (permitted, hour, weeks, within) => {
        const time = SUNDAY + (weeks * 168 + hour) * HOUR_MS + within;
        expect(isOutsideLogonHours(permitting(permitted), time)).toBe(hour !== permitted);
      },
    ),
  );
});

it('bars nobody whose hours nobody has set, or set to something else', () => {
  for (const hours of [undefined, new Uint8Array(), new Uint8Array(20), new Uint8Array(22)])
    expect(isOutsideLogonHours(hours, SUNDAY)).toBe(false);
});

it('reads them as the look-alike does, which counts from 1601', () => {
  const bytes = fc.uint8Array({ minLength: 21, maxLength: 21 });
  fc.assert(
    fc.property(
      bytes,
      fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
      (hours, date) => {
        const time = date.getTime();
        expect(isOutsideLogonHours(hours, time)).toBe(isBarredAt(Buffer.from(hours), filetimeOf(time)));
      },
    ),
  );
});
