import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UserConfiguration } from '../../../domain/policy/user-configuration.ts';
import type { Account } from '../../../domain/ports/account.ts';
import type { PasswordRules } from '../../../domain/ports/password-rules.ts';
import { actionProspects, isHindrance, prospectsOfState } from '../../../domain/recovery/action-prospects.ts';
import { toldObstacle } from '../../../domain/recovery/account-condition.ts';
import {
  aConfiguration,
  aUserConfiguration,
  blockOf,
  notOffered,
  offered,
} from '../../support/configured.ts';
import { MINUTE, NOW } from '../../support/product.ts';
import { anAccount, filetime, RULES, sidOf } from '../../support/scripted-account.ts';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
type Actions = UserConfiguration['actions'];

/** What would become of each action for an account under these rules. */
const prospects = (
  changes: Partial<Account>,
  actions: { readonly unlock?: Partial<Actions['unlock']>; readonly reset?: Partial<Actions['reset']> } = {},
  rules: Partial<PasswordRules> | undefined = {},
) => {
  const policy = offered(['security-answers']);
  return actionProspects(anAccount('jo', changes), aConfiguration(), {
    rules: { ...RULES, ...rules },
    userConfiguration: aUserConfiguration('everyone', {
      actions: { unlock: { ...policy, ...actions.unlock }, reset: { ...policy, ...actions.reset } },
    }),
    now: NOW,
  });
};
const YOUNG = { passwordLastSet: filetime(NOW - HOUR) };
const AGED = { minimumAgeMs: DAY };
const LOCKED = { locked: true, lockoutTime: filetime(NOW - 10 * MINUTE) };

describe('what an action would do for an account now', () => {
  it('is to work, where nothing stands in the way', () => {
    expect(prospects({})).toEqual({ unlock: { works: true }, reset: { works: true } });
    expect(prospects({ ...LOCKED, outsideLogonHours: true })).toEqual({
      unlock: { works: true },
      reset: { works: true },
    });
  });

  it.each([
    ['privileged', { groups: [sidOf(512)] }],
    ['privileged', { formerSids: ['S-1-5-21-7-8-9-519'] }],
    ['own-account', { username: 'svc-selfservice' }],
    ['out-of-scope', { distinguishedName: 'CN=jo,DC=elsewhere' }],
    ['disabled', { disabled: true }],
    ['account-expired', { accountExpired: true }],
    ['smart-card', { smartCardRequired: true }],
    ['cannot-change-password', { cannotChangePassword: true }],
  ] as const)('is nothing for one that is %s, even where nothing is offered', (because, changes) => {
    const neither = { works: false, because };
    expect(prospects(changes)).toEqual({ unlock: neither, reset: neither });
    expect(prospects(changes, { unlock: notOffered, reset: notOffered })).toEqual({
      unlock: neither,
      reset: neither,
    });
  });

  it('is nothing for one that is blocked, whatever else is true of it', () => {
    const account = anAccount('jo', { groups: [sidOf(512)], disabled: true });
    const configuration = aConfiguration({ document: { blockList: [blockOf(account)] } });
    const circumstances = { rules: RULES, userConfiguration: aUserConfiguration('everyone'), now: NOW };
    expect(actionProspects(account, configuration, circumstances).reset).toEqual({
      works: false,
      because: 'blocked',
    });
  });

  it('is told as not offered where that is all there is to say', () => {
    expect(prospects({}, { reset: notOffered })).toEqual({
      unlock: { works: true },
      reset: { works: 'not-offered' },
    });
    const nobody = { rules: RULES, userConfiguration: undefined, now: NOW };
    expect(actionProspects(anAccount('jo'), aConfiguration(), nobody)).toEqual({
      unlock: { works: 'not-offered' },
      reset: { works: 'not-offered' },
    });
  });
});

describe('an unlock', () => {
  it.each([
    ['has expired', { passwordExpired: true }],
    ['must be changed', { mustChangePassword: true, passwordLastSet: '0' }],
  ])('of an account whose password %s is offered only where the rule says so', (_what, changes) => {
    expect(prospects({ ...LOCKED, ...changes })).toEqual({
      unlock: { works: false, because: 'password-expired' },
      reset: { works: true },
    });
    expect(prospects(changes, { unlock: { evenWhenExpired: true } }).unlock).toEqual({ works: true });
    expect(prospects(changes, { unlock: { ...notOffered, evenWhenExpired: true } }).unlock).toEqual({
      works: 'not-offered',
    });
  });
});

describe('a reset', () => {
  it('waits for the unlock only where the rule says so, and tells when the lock ends', () => {
    expect(prospects(LOCKED).reset).toEqual({ works: true });
    const rule = { reset: { notWhileLocked: true } };
    expect(prospects(LOCKED, rule).reset).toEqual({
      works: false,
      because: 'locked',
      until: NOW + 20 * MINUTE,
    });
    expect(prospects(LOCKED, rule, { lockoutDurationMs: 0 }).reset).toEqual({
      works: false,
      because: 'locked',
    });
    expect(prospects({ lockoutTime: LOCKED.lockoutTime }, rule).reset).toEqual({ works: true });
  });

  it('waits for the minimum age only where the rule says so, and tells when that has passed', () => {
    expect(prospects(YOUNG, {}, AGED).reset).toEqual({ works: true });
    const rule = { reset: { notBeforeMinimumAge: true } };
    expect(prospects(YOUNG, rule, AGED)).toEqual({
      unlock: { works: true },
      reset: { works: false, because: 'minimum-age', until: NOW + 23 * HOUR },
    });
    expect(prospects({ passwordLastSet: filetime(NOW - DAY) }, rule, AGED).reset).toEqual({ works: true });
    expect(prospects(YOUNG, rule, { minimumAgeMs: 0 }).reset).toEqual({ works: true });
  });

  it('of a password that must be changed waits for no minimum age', () => {
    const changes = { mustChangePassword: true, passwordLastSet: '0' };
    expect(prospects(changes, { reset: { notBeforeMinimumAge: true } }, AGED).reset).toEqual({ works: true });
  });

  it('waits for the unlock first, then for the minimum age', () => {
    const both = { reset: { notWhileLocked: true, notBeforeMinimumAge: true } };
    expect(prospects({ ...LOCKED, ...YOUNG }, both, AGED).reset).toMatchObject({ because: 'locked' });
  });
});

describe('of an account as a list shows it', () => {
  const state = {
    disabled: false,
    accountExpired: false,
    smartCardRequired: false,
    cannotChangePassword: false,
    locked: true,
    mustChangePassword: false,
    passwordExpired: false,
  };
  const strict = aUserConfiguration('strict', {
    actions: {
      unlock: offered(['security-answers']),
      reset: { ...offered(['security-answers']), notWhileLocked: true, notBeforeMinimumAge: true },
    },
  });

  it('as much is told as can be, without the rules of its password', () => {
    const circumstances = { rules: undefined, userConfiguration: strict, now: NOW };
    expect(prospectsOfState(state, circumstances).reset).toEqual({ works: false, because: 'locked' });
    expect(prospectsOfState({ ...state, locked: false }, circumstances).reset).toEqual({ works: true });
    expect(prospectsOfState({ ...state, disabled: true }, circumstances).unlock).toEqual({
      works: false,
      because: 'disabled',
    });
  });

  it('the same is told as of the whole account, where it shows all that counts', () => {
    const flags = fc.record({
      disabled: fc.boolean(),
      accountExpired: fc.boolean(),
      smartCardRequired: fc.boolean(),
      cannotChangePassword: fc.boolean(),
      locked: fc.boolean(),
      mustChangePassword: fc.boolean(),
      passwordExpired: fc.boolean(),
      lockoutTime: fc.constantFrom('0', filetime(NOW - MINUTE)),
      passwordLastSet: fc.constantFrom('0', filetime(NOW - MINUTE), filetime(NOW - 2 * DAY)),
    });
    const settings = fc.record({
      evenWhenExpired: fc.boolean(),
      notWhileLocked: fc.boolean(),
      notBeforeMinimumAge: fc.boolean(),
    });
    fc.assert(
      fc.property(flags, settings, (shown, { evenWhenExpired, ...ofReset }) => {
        const policy = offered(['security-answers']);
        const userConfiguration = aUserConfiguration('any', {
          actions: { unlock: { ...policy, evenWhenExpired }, reset: { ...policy, ...ofReset } },
        });
        const circumstances = { rules: { ...RULES, ...AGED }, userConfiguration, now: NOW };
        const whole = actionProspects(anAccount('jo', shown), aConfiguration(), circumstances);
        expect(prospectsOfState(shown, circumstances)).toEqual(whole);
        for (const prospect of Object.values(whole))
          if (prospect.works === false && prospect.until !== undefined)
            expect(prospect.until).toBeGreaterThan(NOW);
      }),
    );
  });
});

describe('a reason', () => {
  it('that is a rule about people is told to people as protected, and any other as it is', () => {
    for (const exact of ['blocked', 'own-account', 'privileged', 'out-of-scope'] as const)
      expect(toldObstacle(exact)).toBe('protected');
    for (const exact of ['gone', 'disabled', 'smart-card'] as const) expect(toldObstacle(exact)).toBe(exact);
  });

  it('is of a setting or of the account', () => {
    for (const one of ['password-expired', 'locked', 'minimum-age']) expect(isHindrance(one)).toBe(true);
    for (const one of ['disabled', 'privileged', 'gone']) expect(isHindrance(one)).toBe(false);
  });
});
