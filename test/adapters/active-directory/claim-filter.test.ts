import * as fc from 'fast-check';
import { BerWriter } from 'ldapts';
import { expect, it } from 'vitest';
import { claimFilter, type ClaimReading } from '../../../adapters/active-directory/claim-filter.ts';
import { type NameClaim, readClaim } from '../../../domain/recovery/claim.ts';
import { elements } from '../../../local/directory/ber.ts';
import { decodeFilter, type Filter } from '../../../local/directory/filter.ts';
import { present } from './present.ts';

const PEOPLE = ['and', ['objectCategory', 'person'], ['objectClass', 'user']];
const CORP = { netbiosName: 'CORP', dnsName: 'corp.example.test' };
const reading: fc.Arbitrary<ClaimReading> = fc
  .record({
    bareName: fc.boolean(),
    domainName: fc.boolean(),
    principalName: fc.boolean(),
    mail: fc.boolean(),
    number: fc.constantFrom(undefined, 'employeeID', 'employeeNumber'),
    isDefault: fc.boolean(),
  })
  .map(({ isDefault, number, ...forms }) => ({
    isDefault,
    forms: { ...forms, ...(number !== undefined && { employeeNumber: number }) },
  }));

const hostile = fc
  .array(
    fc.constantFrom(
      '*',
      '(',
      ')',
      '\\',
      '\\2a',
      '\\00',
      '\0',
      '&',
      '|',
      '!',
      '=',
      ')(objectClass=*',
      'a',
      '"',
      '#',
      '\u{1f600}',
      'é',
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));
const text = fc.oneof(hostile, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
const typed = fc.oneof(
  text,
  text.map((name) => `CORP\\${name}`),
  fc.tuple(text, text).map((parts) => parts.join('\\')),
  text.map((name) => `${name}@corp.example.test`),
  fc.tuple(text, text).map((parts) => parts.join('@')),
);

/** What a server reads from the wire, by a decoder of its own. */
function overTheWire(claim: NameClaim, how: ClaimReading): Filter {
  const writer = new BerWriter();
  claimFilter(claim, CORP, how).write(writer);
  const [element, ...more] = elements(writer.buffer);
  expect(more).toEqual([]);
  return decodeFilter(present(element));
}

/** The values in a filter that are not of its own making. */
const typedValues = (filter: Filter): readonly string[] => {
  if (filter.kind === 'and' || filter.kind === 'or') return filter.parts.flatMap(typedValues);
  if (filter.kind === 'not') return typedValues(filter.part);
  if (filter.kind !== 'equal' || filter.attribute.startsWith('object')) return [];
  return [filter.value.toString('utf8')];
};

/** A filter without the values that were typed. */
const shapeOf = (filter: Filter): unknown => {
  if (filter.kind === 'and' || filter.kind === 'or') return [filter.kind, ...filter.parts.map(shapeOf)];
  if (filter.kind === 'not') return ['not', shapeOf(filter.part)];
  if (filter.kind !== 'equal') return filter;
  return filter.attribute.startsWith('object')
    ? [filter.attribute, filter.value.toString('utf8')]
    : [filter.attribute];
};

/** A harmless claim of the same kind, of the same domain or suffix. */
const harmless = (claim: NameClaim): NameClaim =>
  claim.kind === 'account-name'
    ? { ...claim, name: 'x' }
    : { ...claim, upn: `x${claim.upn.slice(claim.upn.lastIndexOf('@'))}` };

/** What may stand in the filter of a claim: nothing but what was typed, or its part before the suffix. */
const allowedValues = (claim: NameClaim): readonly string[] =>
  claim.kind === 'account-name' ? [claim.name] : [claim.upn, claim.upn.slice(0, claim.upn.lastIndexOf('@'))];

const holds = (claim: NameClaim, how: ClaimReading): void => {
  const filter = overTheWire(claim, how);
  expect(shapeOf(filter)).toEqual(shapeOf(overTheWire(harmless(claim), how)));
  const values = typedValues(filter);
  expect(values.filter((value) => !allowedValues(claim).includes(value))).toEqual([]);
};

it('keeps whatever is typed a value: the filter has one shape, and in it just what was typed', () => {
  let claims = 0;
  fc.assert(
    fc.property(typed, reading, (line, how) => {
      const claim = readClaim(line);
      if (!claim) return;
      claims += 1;
      holds(claim, how);
    }),
    { numRuns: 3_000 },
  );
  expect(claims).toBeGreaterThan(500);
});

it('does so for claims that nobody could have typed, too', () => {
  const claims: fc.Arbitrary<NameClaim> = fc.oneof(
    text.map((name) => ({ kind: 'account-name', name }) as const),
    text.map((name) => ({ kind: 'account-name', domain: 'CORP', name }) as const),
    fc
      .tuple(text, text)
      .map(([name, suffix]) => ({ kind: 'user-principal-name', upn: `${name}@${suffix}` }) as const),
  );
  fc.assert(
    fc.property(
      claims.filter((claim) => JSON.stringify(claim).isWellFormed()),
      reading,
      holds,
    ),
    { numRuns: 2_000 },
  );
});

it('looks for people alone, whatever the claim', () => {
  fc.assert(
    fc.property(typed, reading, (line, how) => {
      const claim = readClaim(line);
      if (!claim) return;
      expect(shapeOf(overTheWire(claim, how))).toEqual(['and', PEOPLE, expect.anything()]);
    }),
  );
});

it('fits nobody when the form is off, or the domain is another', () => {
  const off = { bareName: false, domainName: false, principalName: false, mail: false };
  const nobody = ['and', PEOPLE, ['not', ['objectClass', 'user']]];
  for (const line of ['alice', 'CORP\\alice', 'alice@corp.example.test'])
    expect(shapeOf(overTheWire(present(readClaim(line)), { forms: off, isDefault: true }))).toEqual(nobody);
  const on = { ...off, bareName: true, domainName: true };
  expect(shapeOf(overTheWire(present(readClaim('OTHER\\alice')), { forms: on, isDefault: true }))).toEqual(
    nobody,
  );
  expect(shapeOf(overTheWire(present(readClaim('alice')), { forms: on, isDefault: false }))).toEqual(nobody);
});
