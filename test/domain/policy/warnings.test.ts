import { describe, expect, it } from 'vitest';
import type { ConfigurationDocument } from '../../../domain/policy/configuration-document.ts';
import { deployedConfiguration } from '../../../domain/policy/deployed-configuration.ts';
import type { ResetRule, UnlockRule } from '../../../domain/policy/user-configuration.ts';
import { warnings } from '../../../domain/policy/warnings.ts';
import { aConfiguration, aUserConfiguration, notOffered, offered } from '../../support/configured.ts';

describe('the warnings about a configuration', () => {
  it('are of the questions alone when it is the default', () => {
    const { document } = deployedConfiguration({
      organization: { name: 'Example Ltd', helpDeskPhone: '1' },
      defaultDomain: 'CORP',
      eligibility: { bases: ['DC=corp'], ownAccounts: [] },
    });
    expect(warnings(document)).toEqual([
      expect.stringMatching(/^In "Everyone", nobody can unlock or reset without security answers\./),
    ]);
  });

  it("tell of codes that go to the directory's mail attribute", () => {
    const { document } = aConfiguration({ document: { userConfigurations: [] } });
    const methods = {
      ...document.methods,
      'email-code': { on: true, addresses: 'confirmed-or-directory' },
    } as const;
    expect(warnings({ ...document, methods })).toEqual([expect.stringContaining('mail attribute')]);
  });

  const { document } = aConfiguration();
  const told = (unlock: UnlockRule, reset: ResetRule, more: Partial<ConfigurationDocument> = {}) =>
    warnings({
      ...document,
      userConfigurations: [aUserConfiguration('Sales', { actions: { unlock, reset } })],
      ...more,
    });
  const strict = offered(['email-code', 'passkey']);
  const methods = (more: Partial<ConfigurationDocument['methods']>) => ({
    methods: { ...document.methods, passkey: { on: true }, ...more },
  });

  it('tell of answers alone, by name, once for what is offered so', () => {
    const alone = offered(['security-answers']);
    const both = offered(['security-answers', 'email-code']);
    expect(told(alone, alone)).toEqual([
      expect.stringMatching(/"Sales".+alone are enough to unlock or reset\./),
    ]);
    expect(told(alone, both)[0]).toMatch(/"Sales".+alone are enough to unlock\./);
    const isAlone = (unlock: UnlockRule) =>
      told(unlock, notOffered).join().includes('answers alone are enough');
    expect(isAlone(notOffered)).toBe(false);
    // A second proof of several to choose from is a second proof.
    expect(isAlone(offered(['security-answers'], ['email-code'], 1))).toBe(false);
    expect(isAlone(offered(['security-answers'], ['email-code'], 0))).toBe(true);
    // Answers that may be chosen alone are answers alone.
    expect(isAlone(offered([], ['email-code', 'security-answers'], 1))).toBe(true);
    expect(isAlone(offered([], ['email-code', 'security-answers'], 2))).toBe(false);
    expect(isAlone(offered(['ldap-attributes', 'security-answers']))).toBe(true);
  });

  it('tell nothing of two proofs without answers', () => {
    expect(told(strict, strict, methods({}))).toEqual([]);
  });

  it('tell of optional proofs that nobody has to give', () => {
    expect(told(offered(['email-code', 'passkey'], ['security-answers'], 0), notOffered).join()).toContain(
      'none is demanded',
    );
  });

  it('tell of text messages alone, and of the mobile attribute', () => {
    const textMessages = {
      countries: ['DE'],
      numbers: 'confirmed-or-directory',
      perHour: 10,
      perDay: 100,
    } as const;
    expect(told(offered(['sms-code']), notOffered, { textMessages })).toEqual([
      expect.stringContaining('mobile attribute'),
      expect.stringMatching(/In "Sales", a text message alone is enough to unlock/),
    ]);
    const sent = methods({ 'sent-code': { on: true, send: 'sms' } });
    expect(told(offered(['sent-code']), notOffered, sent).join()).toContain('a text message alone');
  });

  it('tell of an identity provider that may open with the very password', () => {
    expect(told(offered(['openid-connect', 'passkey']), notOffered).join()).toContain(
      'very password that was forgotten',
    );
  });

  it('tell of passwords that are sent, and of people who would be sent none', () => {
    const sentPassword = { mode: 'sent', by: 'email' } as const;
    expect(told(notOffered, { ...strict, sentPassword }, methods({}))).toEqual([
      expect.stringMatching(/In "Sales", new passwords are sent/),
    ]);
    const choice = offered(['passkey'], ['email-code', 'sms-code'], 1);
    expect(
      told(notOffered, { ...choice, sentPassword }, methods({ 'sms-code': { on: true } })).at(-1),
    ).toMatch(/is sent none/);
  });

  it('tell of a search form that finds people by a part', () => {
    const label = { en: 'Mail' };
    const form = (filter: string) => ({
      searchForm: { besidesName: true, fields: [{ attribute: 'mail', label }], filter },
    });
    expect(told(strict, strict, { ...methods({}), ...form('(mail=%mail%)') })).toEqual([]);
    expect(told(strict, strict, { ...methods({}), ...form('(mail=%mail%*)') })).toEqual([
      expect.stringContaining('by a part'),
    ]);
  });

  it('tell of settings that leave somebody with nothing', () => {
    const rule = offered(['email-code', 'passkey']);
    const ends = (unlock: UnlockRule, reset: ResetRule) => told(unlock, reset, methods({}));
    const waiting = { ...rule, notWhileLocked: true };
    expect(ends(notOffered, waiting)).toEqual([expect.stringMatching(/"Sales", nothing.+is locked: /)]);
    expect(ends(rule, waiting)).toEqual([expect.stringMatching(/locked and its password has expired/)]);
    expect(ends({ ...rule, evenWhenExpired: true }, waiting)).toEqual([]);
    const aged = { ...rule, notBeforeMinimumAge: true };
    expect(ends(notOffered, aged)).toEqual([expect.stringMatching(/before its minimum age/)]);
    expect(ends(rule, aged)).toEqual([]);
    expect(ends(notOffered, { ...waiting, notBeforeMinimumAge: true, offered: false })).toEqual([]);
  });
});
