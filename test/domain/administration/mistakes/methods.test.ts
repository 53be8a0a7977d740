import { describe, expect, it } from 'vitest';
import { documentMistakes } from '../../../../domain/administration/document-mistakes.ts';
import type { ConfigurationDocument } from '../../../../domain/policy/configuration-document.ts';
import type { MethodSettings } from '../../../../domain/policy/methods.ts';
import { aDocument } from '../../../support/any-document.ts';
import { found, known, messages, mistakesIn } from './found.ts';

const methods = (more: Partial<MethodSettings>): Pick<ConfigurationDocument, 'methods'> => ({
  methods: { ...aDocument().methods, ...more },
});
const TEXTS = { countries: ['DE'], numbers: 'confirmed', perHour: 10, perDay: 100 } as const;
const label = { en: 'Payroll number' };

describe('the settings of a method', () => {
  it('name no method that there is not', () => {
    const magic = methods({ magic: { on: true } } as unknown as Partial<MethodSettings>);
    expect(found(magic)).toEqual(['unknown-method /methods/magic']);
  });

  it('send no text without saying to whom texts may go', () => {
    expect(mistakesIn(methods({ 'sms-code': { on: true } }))).toEqual([
      {
        path: '/methods/sms-code',
        code: 'no-text-messages',
        message: 'Method "sms-code" is on and sends text messages, but to whom texts may go is set nowhere.',
        remedy:
          'Set "textMessages": the countries, and the most codes in an hour and in a day. Or switch "sms-code" off.',
      },
    ]);
    for (const send of ['sms', 'both', 'email-first', 'sms-first', 'choice'] as const)
      expect(found(methods({ 'sent-code': { on: true, send } }))).toEqual([
        'no-text-messages /methods/sent-code',
      ]);
    expect(found(methods({ 'sent-code': { on: true, send: 'email' } }))).toEqual([]);
    expect(found(methods({ 'sms-code': { on: false } }))).toEqual([]);
    expect(found({ ...methods({ 'sms-code': { on: true } }), textMessages: TEXTS })).toEqual([]);
  });

  it('compare attributes that are names, secret to few and known to few', () => {
    const compared = (attributes: readonly string[], on = true) =>
      methods({
        'ldap-attributes': { on, attributes: attributes.map((attribute) => ({ attribute, label })) },
      });
    const at = '/methods/ldap-attributes/attributes';
    expect(found(compared(['employeeNumber']))).toEqual([]);
    expect(found(compared([]))).toEqual([`asks-for-nothing ${at}`]);
    expect(found(compared([], false))).toEqual([]);
    for (const bad of ['employee number', '1a', '', 'a;binary', 'é', 'a'.repeat(61)])
      expect(found(compared([bad])), bad).toEqual([`unfit-attribute ${at}/0/attribute`]);
    for (const secret of ['unicodePwd', 'USERPASSWORD', 'ms-Mcs-AdmPwd'])
      expect(messages(compared([secret])).join(), secret).toContain('holds secrets');
    for (const open of ['mail', 'sAMAccountName', 'displayname'])
      expect(messages(compared([open])).join(), open).toContain('every colleague knows');
    expect(found(compared(['employeeNumber', 'EmployeeNumber']))).toEqual([
      `already-there ${at}/1/attribute`,
    ]);
  });

  it('label what people fill in, in the default language', () => {
    const attributes = [{ attribute: 'employeeNumber', label: { de: 'Personalnummer' } }];
    expect(found(methods({ 'ldap-attributes': { on: true, attributes } }))).toEqual([
      'no-default-text /methods/ldap-attributes/attributes/0/label',
    ]);
  });

  it('ask an external service only that the deployment has, and for something', () => {
    const prompts = [{ id: 'pin', label }];
    const outside = { ...known.outside, externalResponses: 'check.example.com' };
    const withService = (setting: NonNullable<MethodSettings['external-responses']>) =>
      documentMistakes(aDocument(methods({ 'external-responses': setting })), { ...known, outside }).map(
        ({ code, path }) => `${code} ${path}`,
      );
    expect(messages(methods({ 'external-responses': { on: true, prompts } }))).toEqual([
      'Method "external-responses" is on, but the deployment has no external service that could judge.',
    ]);
    expect(withService({ on: true, prompts })).toEqual([]);
    const at = '/methods/external-responses/prompts';
    expect(withService({ on: true, prompts: [] })).toEqual([`asks-for-nothing ${at}`]);
    expect(withService({ on: true, prompts: [...prompts, ...prompts] })).toEqual([`duplicate-id ${at}/1/id`]);
    expect(withService({ on: true, prompts: [{ id: 'pin', label: {} }] })).toEqual([
      `no-default-text ${at}/0/label`,
    ]);
    expect(found(methods({ 'external-responses': { on: false, prompts } }))).toEqual([]);
  });

  it('send people to an identity provider only that the deployment has', () => {
    const setting = { on: true, acr: [], amr: [] };
    expect(found(methods({ 'openid-connect': setting }))).toEqual(['not-deployed /methods/openid-connect']);
    const outside = { ...known.outside, identityProvider: 'https://id.example.com' };
    expect(
      documentMistakes(aDocument(methods({ 'openid-connect': setting })), { ...known, outside }),
    ).toEqual([]);
    expect(found(methods({ 'openid-connect': { on: false, acr: ['a b'], amr: [''] } }))).toEqual([
      'out-of-range /methods/openid-connect/acr/0',
      'out-of-range /methods/openid-connect/amr/0',
    ]);
  });

  it('remember a browser for a day at the least and a year at the most', () => {
    const days = (count: number) => found(methods({ 'previous-authentication': { on: true, days: count } }));
    expect([1, 90, 365].flatMap(days)).toEqual([]);
    for (const bad of [0, 366, 1.5, Number.NaN])
      expect(days(bad)).toEqual(['out-of-range /methods/previous-authentication/days']);
  });

  it('may have names of their own, on one line and in languages that there are', () => {
    const named = (name: Readonly<Record<string, string>>) =>
      found(methods({ passkey: { on: true, texts: { name } } }));
    expect(named({ de: 'Schlüssel' })).toEqual([]);
    expect(named({ english: 'Key' })).toEqual(['unknown-language /methods/passkey/texts/name/english']);
    expect(named({ en: 'a\nb', de: ' ' })).toEqual([
      'out-of-range /methods/passkey/texts/name/en',
      'out-of-range /methods/passkey/texts/name/de',
    ]);
  });
});

describe('text messages', () => {
  const texts = (more: Partial<NonNullable<ConfigurationDocument['textMessages']>>) =>
    found({ textMessages: { ...TEXTS, ...more } });

  it('go to countries that there are, and to one at the least', () => {
    expect(texts({ countries: ['DE', 'GB', 'XK'] })).toEqual([]);
    expect(texts({ countries: [] })).toEqual(['unknown-country /textMessages/countries']);
    for (const bad of ['de', 'Germany', '49', 'EU', 'ZZ', 'QQ', ''])
      expect(texts({ countries: ['DE', bad] }), bad).toEqual(['unknown-country /textMessages/countries/1']);
    expect(texts({ countries: ['DE', 'DE'] })).toEqual(['already-there /textMessages/countries/1']);
  });

  it('have a budget, which is no smaller for a day than for an hour', () => {
    expect(texts({ perHour: 0, perDay: 1 })).toEqual(['out-of-range /textMessages/perHour']);
    expect(texts({ perHour: 1.5 })).toEqual(['out-of-range /textMessages/perHour']);
    expect(texts({ perHour: 100, perDay: 99 })).toEqual(['out-of-range /textMessages/perDay']);
    expect(texts({ perHour: 100, perDay: 100 })).toEqual([]);
  });
});
