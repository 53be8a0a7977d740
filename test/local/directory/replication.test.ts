import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LookAlike, startLookAlike } from '../../../local/directory/look-alike.ts';
import { keepReplicating, replicate } from '../../../local/directory/replicating.ts';

let one: LookAlike;
let other: LookAlike;
beforeAll(async () => {
  [one, other] = await Promise.all([startLookAlike(), startLookAlike()]);
});
afterAll(() => Promise.all([one.stop(), other.stop()]));
beforeEach(() => {
  one.reset();
  other.reset();
});

const NEW = 'Brand-New-Secret-71';

describe('two look-alikes as domain controllers of one domain', () => {
  it('know everybody by the same names and numbers', () => {
    for (const name of ['alice', 'bob', 'Domain Users'] as const) {
      expect(other.guidOf(name)).toBe(one.guidOf(name));
      expect(other.sidOf(name)).toBe(one.sidOf(name));
    }
  });

  it('have a password in common once one took it over from the other, with its time and history', () => {
    one.arrange('alice', { password: NEW });
    expect(other.isPassword('alice', NEW)).toBe(false);
    other.replicateFrom(one);
    expect(other.isPassword('alice', NEW)).toBe(true);
    expect(other.person('alice')?.passwordLastSet).toBe(one.person('alice')?.passwordLastSet);
  });

  it('take over what was changed later, part by part, in whatever order they meet', () => {
    one.arrange('alice', { locked: true });
    other.replicateFrom(one);
    other.advance(1_000);
    other.arrange('alice', { locked: false, password: NEW });
    one.advance(2_000);
    one.arrange('alice', { disabled: true });
    replicate([one, other]);
    replicate([other, one]);
    for (const controller of [one, other]) {
      expect(controller.isPassword('alice', NEW)).toBe(true);
      expect(controller.person('alice')).toMatchObject({ locked: false, disabled: true, lockoutTime: '0' });
    }
  });

  it('each count bad passwords for themselves', () => {
    one.arrange('alice', { locked: true });
    other.replicateFrom(one);
    expect(other.person('alice')).toMatchObject({ locked: true, badPasswordCount: 0 });
  });

  it('leave alone what nobody changed', () => {
    const before = one.person('bob');
    replicate([one, other]);
    expect(one.person('bob')).toEqual(before);
  });

  it('become alike by themselves, as long as they may', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const replication = keepReplicating([one, other], 15_000);
    other.arrange('alice', { password: NEW });
    vi.advanceTimersByTime(14_999);
    expect(one.isPassword('alice', NEW)).toBe(false);
    vi.advanceTimersByTime(1);
    expect(one.isPassword('alice', NEW)).toBe(true);
    replication.stop();
    one.arrange('bob', { password: NEW });
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    expect(other.isPassword('bob', NEW)).toBe(false);
  });
});
