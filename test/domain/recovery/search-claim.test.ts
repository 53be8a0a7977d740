import { describe, expect, it } from 'vitest';
import type { SearchForm } from '../../../domain/policy/search-form.ts';
import { readClaim } from '../../../domain/recovery/claim.ts';
import { decoyPerson } from '../../../domain/recovery/decoy.ts';
import { readSearchForm } from '../../../domain/recovery/search-claim.ts';
import { startRecovery } from '../../../domain/recovery/start.ts';
import { enrolled } from '../../support/enrolled.ts';
import { aProduct } from '../../support/product.ts';
import { SOURCE } from '../../support/recovering.ts';

const FORM: SearchForm = {
  besidesName: true,
  fields: [
    { attribute: 'mail', label: { en: 'E-mail address at work' } },
    { attribute: 'mobile', label: { en: 'Mobile number' } },
  ],
  filter: '(&(mail=%mail%)(mobile=%mobile%))',
};
const JO = { mail: 'jo@corp.example', mobile: '555-0100' };

const formed = (form: SearchForm = FORM) => aProduct({ document: { searchForm: form } });
const claimOf = (typed: Record<string, string>, form: SearchForm | undefined = FORM) => {
  const claim = readSearchForm(form, typed);
  if (!claim) throw new Error('these can name nobody');
  return claim;
};
const guidOf = async (typed: Record<string, string>): Promise<string> => {
  const { ports, configuration } = PRODUCT;
  return (await decoyPerson(ports, claimOf(typed), configuration)).guid;
};
const PRODUCT = formed();

describe('what is typed into a search form', () => {
  it('is read as names are: width, case and space at its ends make no difference', () => {
    expect(readSearchForm(FORM, { mail: ' Ｊo@Corp.Example ', mobile: '555-0100' })).toEqual({
      kind: 'attributes',
      values: JO,
    });
  });

  it.each([
    ['a field is missing', { mail: 'jo@corp.example' }],
    ['a field is empty', { mail: 'jo@corp.example', mobile: ' ' }],
    ['a value is too long', { ...JO, mail: 'x'.repeat(257) }],
    ['a value has a control character', { ...JO, mail: 'jo\0' }],
    ['there is a field that is not asked for', { ...JO, objectClass: '*' }],
    ['an attribute is one of every object in the program', { ...JO, constructor: 'x' }],
    ['nothing is there', {}],
  ])('names nobody when %s', (_, typed) => {
    expect(readSearchForm(FORM, typed)).toBeUndefined();
  });

  it('names nobody where there is no form', () => {
    expect(readSearchForm(undefined, JO)).toBeUndefined();
    expect(readSearchForm({ ...FORM, fields: [] }, {})).toBeUndefined();
  });

  it('is of the same nobody in any order, whatever the case and the accents; of another for another value', async () => {
    const one = await guidOf(JO);
    expect(await guidOf({ mobile: '555-0100', mail: 'JO@corp.éxample' })).toBe(one);
    const others = [
      { ...JO, mobile: '555-0101' },
      // The same two values, each for the other.
      { mail: JO.mobile, mobile: JO.mail },
      { mail: `${JO.mail} mobile`, mobile: JO.mobile },
    ];
    const guids = await Promise.all(others.map(guidOf));
    expect(new Set([one, ...guids]).size).toBe(4);
  });

  it('is of another nobody than any name', async () => {
    const { ports, configuration } = PRODUCT;
    const claim = readClaim('jo@corp.example') ?? expect.fail('a name');
    expect((await decoyPerson(ports, claim, configuration)).guid).not.toBe(await guidOf(JO));
  });
});

describe('a recovery that starts with a search form', () => {
  const account = { mail: JO.mail, mobile: JO.mobile };
  const start = (product: ReturnType<typeof formed>, claim: Parameters<typeof startRecovery>[1]['claim']) =>
    startRecovery(product.ports, { claim, source: SOURCE, language: 'en' });

  it('is about whom all the values are of, and about nobody when any is not', async () => {
    const product = formed();
    const jo = await enrolled(product, 'jo', { account });
    const found = await start(product, claimOf(JO));
    expect(found).toMatchObject({ flow: { person: jo.person } });
    const strange = await start(product, claimOf({ ...JO, mobile: '555-0199' }));
    expect(strange).toMatchObject({ stranger: 'unknown' });
  });

  it('is about nobody when two have them, and always the same nobody', async () => {
    const product = formed();
    await enrolled(product, 'jo', { account });
    await enrolled(product, 'joe', { account });
    const [one, other] = [await start(product, claimOf(JO)), await start(product, claimOf(JO))];
    expect(one).toMatchObject({ kind: 'started', stranger: 'ambiguous' });
    if (one.kind !== 'started' || other.kind !== 'started') throw new Error('not started');
    expect(one.flow.person).toEqual(other.flow.person);
  });

  it('still takes a name beside it; one that stands alone takes none, for the same work', async () => {
    const name = readClaim('jo') ?? expect.fail('a name');
    const beside = formed();
    const jo = await enrolled(beside, 'jo', { account });
    expect(await start(beside, name)).toMatchObject({ flow: { person: jo.person } });

    const alone = formed({ ...FORM, besidesName: false });
    await enrolled(alone, 'jo', { account });
    const asked: unknown[] = [];
    const { directory } = alone.ports;
    const find: typeof directory.find = async (...given) => {
      asked.push(given[1]?.forms);
      return directory.find(...given);
    };
    const product = { ...alone, ports: { ...alone.ports, directory: { ...directory, find } } };
    await start(product, name);
    expect(asked).toEqual([{ bareName: false, domainName: false, principalName: false, mail: false }]);
  });
});
