import { describe, expect, it } from 'vitest';
import type { Account } from '../../../domain/ports/account.ts';
import type { PasswordRules } from '../../../domain/ports/password-rules.ts';
import { tellAccount } from '../../../domain/recovery/told-account.ts';
import { MINUTE, NOW } from '../../support/product.ts';
import { anAccount, filetime, RULES } from '../../support/scripted-account.ts';

const DAY = 24 * 60 * MINUTE;
const told = (changes: Partial<Account>, rules: Partial<PasswordRules> = {}) =>
  tellAccount(anAccount('jo', changes), { ...RULES, ...rules }, undefined, NOW);

describe('what the proven owner of an account is told of it', () => {
  it('is little when everything is in order', () => {
    expect(told({})).toEqual({
      username: 'jo',
      password: { state: 'good', rules: RULES },
      outsideLogonHours: false,
    });
  });

  it('is since when it is locked, and when that ends by itself', () => {
    const locked = { locked: true, lockoutTime: filetime(NOW - 10 * MINUTE) };
    expect(told(locked).lock).toEqual({ since: NOW - 10 * MINUTE, endsAt: NOW + 20 * MINUTE });
    // Only somebody can unlock it.
    expect(told(locked, { lockoutDurationMs: 0 }).lock).toEqual({ since: NOW - 10 * MINUTE });
    // The domain controller's clock runs behind ours: a moment that is past would be no comfort.
    expect(told(locked, { lockoutDurationMs: 10 * MINUTE }).lock).toEqual({ since: NOW - 10 * MINUTE });
    expect(told({ locked: true }).lock).toEqual({});
    expect(told({ lockoutTime: filetime(NOW - 10 * MINUTE) })).not.toHaveProperty('lock');
  });

  it('is when its password expires, once that is soon, and that it has', () => {
    const expiring = (passwordExpiresAt: number) => told({ passwordExpiresAt }).password;
    expect(expiring(NOW + 15 * DAY)).toMatchObject({ state: 'good', expiresAt: NOW + 15 * DAY });
    expect(expiring(NOW + 13 * DAY)).toMatchObject({ state: 'expires-soon', expiresAt: NOW + 13 * DAY });
    expect(told({ passwordExpired: true, passwordExpiresAt: NOW - DAY }).password).toMatchObject({
      state: 'expired',
      expiresAt: NOW - DAY,
    });
  });

  it('is that its password must be changed, which no age has a say in', () => {
    const must = told({ mustChangePassword: true, passwordLastSet: '0' }, { minimumAgeMs: DAY });
    expect(must.password).toEqual({ state: 'must-change', rules: { ...RULES, minimumAgeMs: DAY } });
  });

  it('is when the minimum age of its password has passed, until it has', () => {
    const changeableFrom = (setAt: number) =>
      told({ passwordLastSet: filetime(setAt) }, { minimumAgeMs: DAY }).password.changeableFrom;
    expect(changeableFrom(NOW - MINUTE)).toBe(NOW - MINUTE + DAY);
    expect(changeableFrom(NOW - DAY)).toBeUndefined();
  });

  it('is when the account expires, once that is soon, and when it did', () => {
    expect(told({ accountExpiresAt: NOW + 20 * DAY })).not.toHaveProperty('expiresAt');
    expect(told({ accountExpiresAt: NOW + 2 * DAY }).expiresAt).toBe(NOW + 2 * DAY);
    expect(told({ accountExpired: true, accountExpiresAt: NOW - DAY }).expiresAt).toBe(NOW - DAY);
  });

  it('is that it cannot sign in at this hour, the policy in force, and what stands in the way', () => {
    const rules = { ...RULES, source: 'Strict', minimumLength: 20 };
    const account = anAccount('jo', { outsideLogonHours: true, disabled: true });
    expect(tellAccount(account, rules, 'disabled', NOW)).toMatchObject({
      outsideLogonHours: true,
      obstacle: 'disabled',
      password: { rules: { source: 'Strict', minimumLength: 20 } },
    });
  });
});
