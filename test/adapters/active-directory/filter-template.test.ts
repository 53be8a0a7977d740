import * as fc from 'fast-check';
import { BerWriter } from 'ldapts';
import { describe, expect, it } from 'vitest';
import { claimFilter } from '../../../adapters/active-directory/claim-filter.ts';
import { filledTemplate } from '../../../adapters/active-directory/filter-template.ts';
import { DEFAULT_CLAIM_FORMS } from '../../../domain/recovery/claim-forms.ts';
import type { Claim } from '../../../domain/recovery/claim.ts';
import { readSearchForm } from '../../../domain/recovery/search-claim.ts';
import { elements } from '../../../local/directory/ber.ts';
import { decodeFilter, type Filter } from '../../../local/directory/filter.ts';
import { present } from './present.ts';

const CORP = { netbiosName: 'CORP', dnsName: 'corp.example.test' };
const ATTRIBUTES = ['mail', 'employeeID'] as const;
const TEMPLATES = [
  '(mail=%mail%)',
  '(&(mail=%mail%)(employeeID=%employeeID%))',
  '(&(|(mail=%mail%)(proxyAddresses=smtp:%mail%))(!(employeeID>=%employeeID%)))',
  '(&(mail=%mail%*)(employeeID=*%employeeID%*x))',
  '(&(mail~=%mail%)(employeeID<=%employeeID%)(department=*))',
];

const hostile = fc
  .array(
    fc.constantFrom(
      '*',
      '(',
      ')',
      '\\',
      '\\2a',
      '\\00',
      '&',
      '|',
      '!',
      '=',
      ')(objectClass=*',
      '%mail%',
      '%',
      'a',
      'é',
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));
const typed = fc.oneof(hostile, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

/** What a server reads from the wire, by a decoder of its own. */
function overTheWire(claim: Claim, template: string | undefined): Filter {
  const writer = new BerWriter();
  const how = { forms: DEFAULT_CLAIM_FORMS, isDefault: true, ...(template !== undefined && { template }) };
  claimFilter(claim, CORP, how).write(writer);
  const [element, ...more] = elements(writer.buffer);
  expect(more).toEqual([]);
  return decodeFilter(present(element));
}

const VALUES: ReadonlySet<string> = new Set(['value', 'initial', 'any', 'final']);
const textOf = (value: unknown): string => (Buffer.isBuffer(value) ? value.toString('utf8') : String(value));

/** A filter without the values in it; how many there are stays. */
const shapeOf = (filter: unknown): unknown => {
  if (Array.isArray(filter)) return filter.map(shapeOf);
  if (typeof filter !== 'object' || filter === null) return filter;
  return Object.fromEntries(
    Object.entries(filter).map(([key, one]) => [
      key,
      VALUES.has(key) ? [one].flat().map(presence) : shapeOf(one),
    ]),
  );
};
const presence = (value: unknown): string => (value === undefined ? 'none' : 'some');

/** Every value in a filter. */
const valuesIn = (filter: unknown): readonly string[] =>
  typeof filter === 'object' && filter !== null
    ? Object.entries(filter).flatMap(([key, one]) =>
        VALUES.has(key) ? [one].flat().map(textOf) : valuesIn(one),
      )
    : [];

const attributes = (mail: string, employeeID: string): Claim => ({
  kind: 'attributes',
  values: { mail, employeeID },
});

describe('a filter template', () => {
  it('keeps whatever is typed a value: the filter on the wire has one shape', () => {
    let claims = 0;
    fc.assert(
      fc.property(typed, typed, fc.constantFrom(...TEMPLATES), (mail, employeeID, template) => {
        const fields = ATTRIBUTES.map((attribute) => ({ attribute, label: {} }));
        const claim = readSearchForm({ fields }, { mail, employeeID });
        if (!claim || claim.kind !== 'attributes') return;
        claims += 1;
        const filter = overTheWire(claim, template);
        expect(shapeOf(filter)).toEqual(shapeOf(overTheWire(attributes('m', 'e'), template)));
        // And what was typed is in it, letter for letter.
        const values = valuesIn(filter);
        expect(values.some((value) => value.includes(claim.values['mail'] ?? ''))).toBe(true);
      }),
      { numRuns: 800 },
    );
    expect(claims).toBeGreaterThan(200);
  });

  it('does so for values that nobody could have typed, too', () => {
    fc.assert(
      fc.property(hostile, hostile, fc.constantFrom(...TEMPLATES), (mail, employeeID, template) => {
        const filter = overTheWire(attributes(mail || 'm', employeeID || 'e'), template);
        expect(shapeOf(filter)).toEqual(shapeOf(overTheWire(attributes('m', 'e'), template)));
      }),
      { numRuns: 500 },
    );
  });

  it('is looked for among people alone', () => {
    const filter = overTheWire(attributes('m', 'e'), '(mail=%mail%)');
    expect(valuesIn(filter)).toEqual(['person', 'user', 'm']);
    expect(filter).toMatchObject({ kind: 'and' });
  });

  it('puts a value in once: what was typed is not read for placeholders again', () => {
    const filter = filledTemplate('(&(mail=%mail%)(cn=%employeeID%))', {
      mail: '%employeeID%',
      employeeID: 'x',
    });
    expect(filter.toString()).toBe('(&(mail=%employeeID%)(cn=x))');
  });

  it('fits nobody when there is none, and leaves what nobody fills', () => {
    const nobody = overTheWire(attributes('m', 'e'), undefined);
    expect(valuesIn(nobody)).toEqual(['person', 'user', 'user']);
    expect(shapeOf(nobody)).toMatchObject({ parts: [{ kind: 'and' }, { kind: 'not' }] });
    expect(filledTemplate('(cn=%constructor%)', {}).toString()).toBe('(cn=%constructor%)');
  });
});
