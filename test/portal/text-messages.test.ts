import { describe, expect, test } from 'vitest';
import { CATALOGS } from '../../portal/catalogs/catalogs.ts';
import { renderText } from '../../portal/text-messages.ts';
import type { LetterView } from '../../portal/messages.ts';

const KINDS: readonly LetterView['kind'][] = [
  'recovery-code',
  'confirm-phone',
  'password-changed',
  'password-may-have-changed',
  'account-unlocked',
  'account-may-be-unlocked',
  'methods-changed',
  'registration-revoked',
  'self-service-frozen',
  'self-service-unfrozen',
  'register-again',
  'set-up-reminder',
  'new-password',
  'new-password-perhaps',
];
const CODES = ['recovery-code', 'confirm-phone'] as const;

const view = {
  organization: 'Example Ltd',
  helpLine: '+44 20 7946 0123',
  address: 'https://reset.example.com/prod',
  code: '12345678',
  password: 'KovaTisaBofuNemi-472',
  minutes: 10,
  at: Date.UTC(2026, 10, 22, 14, 5),
  by: Date.UTC(2026, 11, 24, 9, 30),
};
/** The basic characters of GSM 03.38, one septet each. */
const GSM = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/;

describe('a text message', () => {
  test.each(KINDS)('%s fits into one in English', (kind) => {
    const text = renderText({ ...view, kind }, 'en');
    expect(text).toMatch(GSM);
    expect(text.length).toBeLessThanOrEqual(160);
    expect(text).toContain('Example Ltd');
  });

  test.each(CODES)('%s ends with the line that binds its code to the portal’s host', (kind) => {
    const lastLine = (address: string) =>
      renderText({ ...view, kind, address }, 'en')
        .split('\n')
        .at(-1);
    expect(lastLine('https://reset.example.com/prod')).toBe('@reset.example.com #12345678');
    expect(lastLine('http://localhost:3000')).toBe('@localhost #12345678');
    expect(lastLine('reset.example.com')).toBe('@reset.example.com #12345678');
  });

  test.each(CODES)('%s says never to pass the code on', (kind) => {
    expect(renderText({ ...view, kind }, 'en')).toContain('Never pass it on.');
  });

  test('of a change leads to "this was not me" where there is a link, and to the help desk where there is none', () => {
    const changed = { ...view, kind: 'password-changed' } as const;
    expect(renderText(changed, 'en')).toContain('Not you? Call +44 20 7946 0123');
    expect(
      renderText({ ...changed, notMeLink: '/not-me/abc' }, 'en')
        .split('\n')
        .at(-1),
    ).toBe('Not you? https://reset.example.com/prod/not-me/abc');
  });
});

describe.each(Object.keys(CATALOGS))('a text message in %s', (language) => {
  test('is whole, and its code and the line that binds it are there to be read by a phone', () => {
    for (const kind of KINDS) {
      const text = renderText({ ...view, kind }, language);
      expect(text, kind).not.toMatch(/[{}<>]|undefined|\n\n/);
      if (kind === 'recovery-code' || kind === 'confirm-phone')
        expect(text, kind).toMatch(/12345678[\s\S]*\n@reset\.example\.com #12345678$/);
    }
  });
});
