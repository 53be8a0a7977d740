import { describe, expect, it } from 'vitest';
import type { Enrollment } from '../../../domain/enrollment/enrollment.ts';
import { askedOfThem } from '../../../domain/enrollment/overview.ts';
import { registrationStatus, suffices, usableMethods } from '../../../domain/enrollment/registration.ts';
import { provableMethods, registrationGap } from '../../../domain/health/registration-gap.ts';
import { registrationSentences } from '../../../domain/health/registration-words.ts';
import type { Sealed } from '../../../domain/ports/sealer.ts';
import { SEND_METHODS } from '../../../domain/policy/methods.ts';
import type { MethodName } from '../../../domain/verification/method.ts';
import { aConfiguration, aUserConfiguration, offered } from '../../support/configured.ts';
import { MINUTE, NOW } from '../../support/product.ts';
import { anEnrollment } from '../../support/stored-records.ts';
import { texting } from '../../support/texting.ts';

const ALL = {
  'authenticator-app': { on: true, setUp: 'voluntary' },
  passkey: { on: true },
  'recovery-code': { on: true },
  'openid-connect': { on: true, acr: [], amr: [] },
  'external-responses': { on: true, prompts: [] },
  'ldap-attributes': { on: true, attributes: [] },
  'previous-authentication': { on: true, days: 30 },
} as const;
const all = (...[texts, send]: Parameters<typeof texting>) => aConfiguration(texting(texts, send, ALL));
const under = (...methods: MethodName[]) =>
  aUserConfiguration('everyone', { actions: { unlock: offered(methods), reset: offered([], methods, 1) } });
const withPhone = (country: string): Enrollment =>
  anEnrollment({
    addresses: [],
    phones: [{ id: 'p', number: 'sealed' as Sealed, country, confirmedAt: NOW }],
  });

describe('what somebody is asked to set up', () => {
  it('is each method they may be asked for, but nothing that is compared elsewhere', () => {
    const everything = [
      'passkey',
      'sms-code',
      'external-responses',
      'ldap-attributes',
      'recovery-code',
    ] as const;
    expect(askedOfThem(all(), under(...everything))).toEqual(['sms-code', 'passkey', 'recovery-code']);
  });

  it.each(SEND_METHODS)('is what a sent code may go to, by %s', (send) => {
    const contacts = { email: ['email-code'], sms: ['sms-code'] };
    const expected = send === 'email' || send === 'sms' ? contacts[send] : ['email-code', 'sms-code'];
    expect(askedOfThem(all({}, send), under('sent-code'))).toEqual(expected);
  });

  it('is no number where no text is ever sent', () => {
    const { textMessages: _none, ...document } = all().document;
    const off = { ...all(), document };
    expect(askedOfThem(off, under('sms-code', 'sent-code'))).toEqual(['email-code']);
  });
});

describe('what somebody could prove now', () => {
  it.each([
    ['GB', 'email', ['sms-code']],
    ['GB', 'sms', ['sms-code', 'sent-code']],
    ['GB', 'choice', ['sms-code', 'sent-code']],
    ['DE', 'sms-first', []],
  ] as const)('with a number of %s, where sent codes go by %s, is %j', (country, send, methods) => {
    const usable = usableMethods(withPhone(country), all({}, send), NOW);
    expect(usable.filter((method) => method.endsWith('-code'))).toEqual(methods);
  });

  it('has what needs nothing to be registered, registered or not', () => {
    expect(usableMethods(undefined, all(), NOW)).toEqual(['external-responses', 'ldap-attributes']);
  });

  it('has a remembered browser until its days are over', () => {
    const remembered = anEnrollment({ browsers: [{ key: 'k', rememberedAt: NOW }], addresses: [] });
    const at = (now: number) => usableMethods(remembered, all(), now).includes('previous-authentication');
    expect([at(NOW), at(NOW + 30 * 24 * 60 * MINUTE - 1), at(NOW + 30 * 24 * 60 * MINUTE)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it.each([
    ['confirmed', []],
    ['confirmed-or-directory', ['sms-code', 'sent-code']],
  ] as const)('has a number that AD knows where numbers are %s', (numbers, methods) => {
    const registered = anEnrollment({ addresses: [], browsers: [{ key: 'k', rememberedAt: NOW }] });
    const provable = provableMethods(registered, { mobile: '0740' }, all({ numbers }), NOW);
    expect(provable.filter((method) => method.endsWith('-code'))).toEqual(methods);
    const sentences = registrationSentences(registered, provable, all({ numbers }), NOW).join(' ');
    expect(sentences.includes('to the mobile number in Active Directory')).toBe(methods.length > 0);
  });
});

describe('somebody who has registered nothing', () => {
  it('needs not to where another service alone is asked', () => {
    const byService = under('external-responses');
    expect(suffices(byService, all(), NOW)).toBe(true);
    expect(registrationStatus(undefined, byService, all(), NOW)).toBe('registered');
    expect(registrationGap(undefined, {}, byService.actions.reset, all(), NOW)).toBeUndefined();
    expect(registrationSentences(undefined, ['external-responses'], all(), NOW)[1]).toMatch(
      /^They could prove/,
    );
  });

  it('is a stranger where attributes alone are asked, which are never enough, or anything else besides', () => {
    for (const methods of [['ldap-attributes'], ['external-responses', 'passkey']] as const) {
      const unlock = offered(methods);
      const configuration = aUserConfiguration('x', { actions: { unlock, reset: unlock } });
      expect(suffices(configuration, all(), NOW)).toBe(false);
      expect(registrationStatus(undefined, configuration, all(), NOW)).toBe('never');
      expect(registrationGap(undefined, {}, unlock, all(), NOW)).toBe('not-enrolled');
    }
  });
});
