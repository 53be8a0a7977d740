import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { belonging, type Audience, type Candidate } from '../../../domain/policy/audience.ts';
import { anAudience, EVERYONE } from '../../support/configured.ts';
import { anAccount, sidOf, STAFF } from '../../support/scripted-account.ts';

const SALES = { name: 'CORP\\Sales', sid: sidOf(1201) };
const FILTER = '(department=Sales)';
const JO = anAccount('jo');
const jo = (changes: Partial<Candidate> = {}): Candidate => ({
  person: JO.person,
  distinguishedName: JO.distinguishedName,
  groups: [sidOf(513)],
  filters: [],
  ...changes,
});
const namedJo = { name: 'CORP\\jo', guid: JO.person.guid };

describe('an audience', () => {
  it('holds whoever is named, by the objectGUID and not by the name', () => {
    expect(belonging(jo(), anAudience({ users: [namedJo] }))).toEqual({ by: 'user', user: namedJo });
    const namesake = { name: 'CORP\\jo', guid: anAccount('another').person.guid };
    expect(belonging(jo(), anAudience({ users: [namesake] }))).toBeUndefined();
  });

  it('holds the members of a group, by its SID, however they are in it', () => {
    const sales = anAudience({ groups: [SALES] });
    expect(belonging(jo({ groups: [sidOf(513), SALES.sid] }), sales)).toEqual({ by: 'group', group: SALES });
    expect(belonging(jo(), sales)).toBeUndefined();
  });

  it('holds who lies under an OU, however deep, and nobody whose OU is only called alike', () => {
    const staff = anAudience({ units: [STAFF] });
    const at = (distinguishedName: string) => belonging(jo({ distinguishedName }), staff);
    expect(at(`CN=jo,OU=Sales,${STAFF}`)).toEqual({ by: 'unit', unit: STAFF });
    expect(at('CN=jo,OU=Staffing,DC=corp,DC=example')).toBeUndefined();
    expect(at('CN=x\\,OU=Staff,DC=corp,DC=example')).toBeUndefined();
  });

  it('holds whom the directory found by the filter, and asks nobody else', () => {
    const found = anAudience({ filter: FILTER });
    expect(belonging(jo({ filters: [FILTER] }), found)).toEqual({ by: 'filter', filter: FILTER });
    expect(belonging(jo({ filters: ['(department=Other)'] }), found)).toBeUndefined();
    expect(belonging(jo({ filters: [''] }), anAudience())).toBeUndefined();
  });

  it('holds everyone where it says so, and nobody where it says nothing', () => {
    expect(belonging(jo(), EVERYONE)).toEqual({ by: 'everyone' });
    expect(belonging(jo(), anAudience())).toBeUndefined();
    expect(belonging(jo(), anAudience({ everyone: false }))).toBeUndefined();
  });

  it('tells the most particular reason there is', () => {
    const all = anAudience({
      everyone: true,
      users: [namedJo],
      groups: [SALES],
      units: [STAFF],
      filter: FILTER,
    });
    const everything = jo({ groups: [SALES.sid], filters: [FILTER] });
    expect(belonging(everything, all)?.by).toBe('user');
    expect(belonging(everything, { ...all, users: [] })?.by).toBe('group');
    expect(belonging(everything, { ...all, users: [], groups: [] })?.by).toBe('unit');
    expect(belonging(everything, { ...all, users: [], groups: [], units: [] })?.by).toBe('filter');
  });
});

describe('an audience that somebody typed in small letters or in capitals', () => {
  const anySpelling = (text: string) =>
    fc
      .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
      .map((capitals) =>
        Array.from(text, (char, at) => (capitals[at] ? char.toUpperCase() : char.toLowerCase())).join(''),
      );
  const anyAudience: fc.Arbitrary<Audience> = fc.oneof(
    anySpelling(JO.person.guid).map((guid) => anAudience({ users: [{ name: 'CORP\\jo', guid }] })),
    anySpelling(SALES.sid).map((sid) => anAudience({ groups: [{ name: 'CORP\\Sales', sid }] })),
    anySpelling(STAFF).map((unit) => anAudience({ units: [unit] })),
  );

  it('holds the same people', () => {
    fc.assert(
      fc.property(anyAudience, (audience) => {
        expect(belonging(jo({ groups: [SALES.sid] }), audience)).toBeDefined();
      }),
    );
  });
});

describe('an audience with more in it', () => {
  const guids = ['jo', 'ann', 'bob'].map((name) => anAccount(name).person.guid);
  const part = fc.record({
    users: fc.subarray(guids.map((guid) => ({ name: guid, guid }))),
    groups: fc.subarray([1, 2, 3].map((rid) => ({ name: String(rid), sid: sidOf(rid) }))),
    units: fc.subarray([STAFF, 'OU=Other,DC=corp,DC=example']),
  });
  const candidate = fc.record({
    person: fc.constantFrom(...guids).map((guid) => ({ guid })),
    distinguishedName: fc.constantFrom(
      `CN=x,${STAFF}`,
      'CN=x,OU=Other,DC=corp,DC=example',
      'CN=x,DC=elsewhere',
    ),
    groups: fc.subarray([1, 2, 3, 4].map(sidOf)),
    filters: fc.constant([]),
  });

  it('never holds fewer people', () => {
    fc.assert(
      fc.property(candidate, part, part, (somebody, one, other) => {
        const both = {
          users: [...one.users, ...other.users],
          groups: [...one.groups, ...other.groups],
          units: [...one.units, ...other.units],
        };
        const inEither = belonging(somebody, one) !== undefined || belonging(somebody, other) !== undefined;
        expect(belonging(somebody, both) !== undefined).toBe(inEither);
      }),
    );
  });
});
