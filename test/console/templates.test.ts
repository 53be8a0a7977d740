import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterTrouble as trouble } from '../../adapters/active-directory/ldap-filter.ts';
import { macroText, MACROS, unknownMacros, withSamples } from '../../console/after-a-change/macros.ts';
import { fieldTrouble, filledIn, filterTrouble, plainFilter } from '../../console/finding-people/filter.ts';
import { COUNTRIES } from '../../console/text-messages/countries.ts';
import { isCountry } from '../../domain/policy/country.ts';
import { MACROS as KNOWN } from '../../domain/policy/post-action.ts';

describe('what the console says of templates while they are typed', () => {
  test('the macros of a post action are the service’s own', () => {
    expect(MACROS.map(({ name }) => name)).toEqual(KNOWN);
    expect(unknownMacros(`${KNOWN.map(macroText).join(' ')} %password% 50% %password%`)).toEqual([
      'password',
    ]);
    expect(withSamples('%domain%\\%username%: %nothing%')).toBe('CORP\\asmith: %nothing%');
  });

  test('a filter that is filled in is a filter, whatever is typed', () => {
    const fields = [{ attribute: 'mail' }, { attribute: 'employeeID' }];
    const filter = plainFilter(fields);
    expect(filter).toBe('(&(mail=%mail%)(employeeID=%employeeID%))');
    expect(filterTrouble(filter, fields)).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (typed) => {
        const filled = filledIn(filter, { mail: typed, employeeID: '*)(objectClass=*' });
        expect(trouble(filled)).toBeUndefined();
        expect(filled.split('(').length).toBe(filter.split('(').length);
      }),
    );
  });

  test.each([
    ['', /^Write a filter/],
    ['mail=%mail%', /^Begin it with \(/],
    ['(mail=%mail%', /^Begin it with \(/],
    ['((mail=%mail%)', /^It has 1 \( too many\.$/],
    ['(mail=%Mail%)', /no field for “Mail”/],
  ])('%s cannot be right', (filter, says) => {
    expect(filterTrouble(filter, [{ attribute: 'mail' }])).toMatch(says);
  });

  test('a field that the filter never asks for is told', () => {
    expect(fieldTrouble({ attribute: 'mail' }, '(sn=%sn%)')).toMatch(
      /never asks for it\. Put %mail% into it/,
    );
    expect(fieldTrouble({ attribute: 'sn' }, '(sn=%sn%)')).toBeUndefined();
  });

  test('the countries to pick from are the service’s, each once', () => {
    expect(COUNTRIES.every(isCountry)).toBe(true);
    expect(COUNTRIES).toEqual(expect.arrayContaining(['DE', 'GB', 'US', 'XK']));
    expect(COUNTRIES).not.toContain('DD');
  });
});
