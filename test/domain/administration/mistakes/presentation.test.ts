import { describe, expect, it } from 'vitest';
import type { Branding } from '../../../../domain/policy/configuration-document.ts';
import { A_LOGO, aDocument } from '../../../support/any-document.ts';
import { found, messages, nothingAsked } from './found.ts';

describe('the languages', () => {
  it('are those the portal speaks, each once, the default among them', () => {
    const languages = { default: 'pt', offered: ['en', 'xx', 'en'] };
    const branding = { organization: { pt: 'X' }, helpLine: { pt: '1' } };
    const document = { languages, branding, questions: [], ...nothingAsked };
    expect(found(document)).toEqual([
      'unknown-language /languages/default',
      'unknown-language /languages/offered/1',
      'already-there /languages/offered/2',
    ]);
  });
});

describe('the branding', () => {
  const branded = (changes: Partial<Branding>) => ({ branding: { ...aDocument().branding, ...changes } });
  const logo = { type: 'image/png', base64: A_LOGO, alternative: { en: 'Example' } } as const;
  const colours = (accent: string, onAccent: string) => found(branded({ colours: { accent, onAccent } }));

  it('has the default language in all its texts', () => {
    const texts = { organization: { de: 'Beispiel' }, helpLine: {}, linkWording: { en: '' } };
    expect(found(branded({ ...texts, logo: { ...logo, alternative: {} } }))).toEqual([
      'no-default-text /branding/organization',
      'no-default-text /branding/helpLine',
      'no-default-text /branding/linkWording',
      'no-default-text /branding/logo/alternative',
    ]);
  });

  it('has placeholders only where they are filled in, and only such as are', () => {
    expect(found(branded({ helpLine: { en: 'Call {organization}' } }))).toEqual([]);
    expect(
      messages(
        branded({ helpLine: { en: 'Call {organisation} or {' }, organization: { en: '{organization}' } }),
      ),
    ).toEqual([
      'The name of the organisation in "en" has {organization}, which stands for nothing.',
      'The help line in "en" has {organisation}, which stands for nothing.',
      'The help line in "en" has {, which stands for nothing.',
    ]);
  });

  it('has colours that can be read', () => {
    expect(colours('#0b5cad', '#ffffff')).toEqual([]);
    expect(colours('blue', '#fff')).toEqual([
      'out-of-range /branding/colours/accent',
      'out-of-range /branding/colours/onAccent',
    ]);
    expect(colours('#777777', '#ffffff')).toEqual([
      'low-contrast /branding/colours/accent',
      'low-contrast /branding/colours/onAccent',
    ]);
    expect(colours('#767676', '#ffffff')).toEqual([]);
    expect(messages(branded({ colours: { accent: '#777777', onAccent: '#000000' } }))).toEqual([
      'The accent colour, #777777, on the white of the pages has a contrast of 4.47 : 1; text needs 4.5 : 1 (WCAG 2.2, 1.4.3).',
    ]);
  });

  it('has a logo that is a small picture of the type it says', () => {
    expect(found(branded({ logo }))).toEqual([]);
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');
    for (const base64 of ['', 'no base64', 'AAAA', svg])
      expect(found(branded({ logo: { ...logo, base64 } }))).toEqual(['logo-unfit /branding/logo/base64']);
    expect(found(branded({ logo: { ...logo, type: 'image/jpeg' } }))).toEqual([
      'logo-unfit /branding/logo/base64',
    ]);
    expect(found(branded({ logo: { ...logo, type: 'image/svg+xml' as 'image/png' } }))).toEqual([
      'logo-unfit /branding/logo/type',
    ]);
    const padded = (bytes: number) =>
      Buffer.concat([Buffer.from(A_LOGO, 'base64'), Buffer.alloc(bytes)])
        .subarray(0, bytes)
        .toString('base64');
    expect(found(branded({ logo: { ...logo, base64: padded(32 * 1024) } }))).toEqual([]);
    expect(messages(branded({ logo: { ...logo, base64: padded(48 * 1024) } }))).toEqual([
      'The logo weighs 48 KB.',
    ]);
  });
});
