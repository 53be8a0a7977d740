import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../domain/policy/branding.ts';
import type { Branding } from '../../../domain/policy/configuration-document.ts';

const languages = { default: 'en', offered: ['en', 'fr', 'de'] };
const words = (branding: Branding, language: string) => wordsOf({ branding, languages }, language);
const branding: Branding = {
  organization: { en: 'Example Ltd', fr: 'Exemple SA' },
  helpLine: { en: 'Call {organization} at 1', fr: 'Appelez {organization} au 2' },
};

describe("the administrators' own words", () => {
  it('are in the language that is spoken, else in the default one', () => {
    expect(words(branding, 'fr')).toEqual({
      organization: 'Exemple SA',
      helpLine: 'Appelez Exemple SA au 2',
    });
    expect(words(branding, 'fr-CA').organization).toBe('Exemple SA');
    expect(words(branding, 'de').helpLine).toBe('Call Example Ltd at 1');
  });

  it('have a wording of the way in only where one is given', () => {
    expect(words(branding, 'en')).not.toHaveProperty('linkWording');
    const own = { ...branding, linkWording: { en: 'Help, {organization}!' } };
    expect(words(own, 'fr').linkWording).toBe('Help, Exemple SA!');
  });

  it('say the name of the organization just as it is, whatever is in it, wherever it is to be said', () => {
    const hostile = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom('$&', '$$', '$`x', "A$'B", '{organization}'),
    );
    fc.assert(
      fc.property(hostile, (name) => {
        const helpLine = { en: '<{organization}> and <{organization}>' };
        expect(words({ organization: { en: name }, helpLine }, 'en')).toEqual({
          organization: name,
          helpLine: `<${name}> and <${name}>`,
        });
      }),
    );
  });
});
