import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterOf, filterTrouble } from '../../../adapters/active-directory/ldap-filter.ts';
import { theOne } from '../../contracts/directory-person.ts';
import { wired } from './wired.ts';

const { lookAlike, at } = wired();

describe('an LDAP filter', () => {
  it.each([
    '(department=Sales)',
    '(&(objectCategory=person)(|(l=Berlin)(l=Zürich))(!(title=*Intern*)))',
    '(cn=*)',
    '(cn=A*b*c)',
    '(whenCreated>=20240101000000.0Z)',
    '(logonCount<=5)',
    '(displayName~=Smith)',
    '(memberOf:1.2.840.113556.1.4.1941:=CN=Sales,OU=Groups,DC=corp,DC=example,DC=test)',
    '(userAccountControl:1.2.840.113556.1.4.803:=65536)',
    String.raw`(cn=Smith \28Sales\29 \2a \5c)`,
    String.raw`(cn=Ren\c3\a9)`,
  ])('is %s', (text) => {
    expect(filterTrouble(text)).toBeUndefined();
  });

  it.each([
    ['', 'is empty'],
    ['   ', 'is empty'],
    ['department=Sales', 'does not begin with ('],
    ['(department=Sales', 'does not begin with ( and end with )'],
    [' (department=Sales)', 'does not begin'],
    ['(&(a=b)', 'lacks 1 closing parenthesis'],
    ['(&(|(a=b)(!(c=d))', 'lacks 2 closing parentheses'],
    ['(a=b)(c=d)', 'goes on after its last parenthesis'],
    ['(a=b))', 'goes on after'],
    ['()', 'does not parse'],
    ['(&)', 'does not parse'],
    ['(a)', 'does not parse'],
    ['(=b)', 'does not parse'],
    ['(& (a=b) (c=d))', 'does not parse'],
    ['(!(a=b)(c=d))', 'does not parse'],
    [String.raw`(manager=CN=Smith\, Jo,OU=Staff)`, 'does not parse: Invalid escaped hex'],
    [String.raw`(objectGUID=\12\fe\ff)`, 'no UTF-8'],
    ['(cn=a**b)', 'two asterisks'],
    ['(cn:caseIgnoreMatch:=x)', 'matching rule “caseIgnoreMatch”'],
    ['(cn:=x)', 'matching rule “”'],
    ['(ou:dn:1.2.840.113556.1.4.803:=1)', ':dn:'],
    ['(:1.2.840.113556.1.4.803:=1)', 'without an attribute'],
    [`(cn=${'x'.repeat(2_000)})`, 'at most 2000'],
    [`${'(!'.repeat(40)}(a=b)${')'.repeat(40)}`, 'nested'],
  ])('is not %s, and says why', (text, why) => {
    expect(filterTrouble(text)).toContain(why);
  });

  it('is not repeated whole in a message that goes to a log', () => {
    const long = `(cn=${'x'.repeat(1_900)}`;
    expect(() => filterOf(long)).toThrow(/^The LDAP filter \(cn=x{96} does not/);
  });

  it('finds by bytes that are escaped what it finds by the letters', async () => {
    const { reader } = at([lookAlike().url]);
    const filters = [
      '(givenName=花子)',
      String.raw`(givenName=\e8\8a\b1\e5\ad\90)`,
      String.raw`(givenName=\e8\8a*)`,
    ];
    const claim = { kind: 'account-name', name: 'hanako' } as const;
    const account = theOne(await reader.find(claim, { filters: filters.slice(0, 2) }));
    expect(account.filters).toEqual(filters.slice(0, 2));
    expect(filterTrouble(filters[2] ?? '')).toContain('no UTF-8');
  });

  it('that passes is one a directory takes; no other text gets that far', async () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '&',
      '|',
      '!',
      '=',
      '*',
      ':',
      '>=',
      '<=',
      '~=',
      '\\',
      '\\2a',
      'cn',
      'sn',
      'x',
      ' ',
      '1.2.840.113556.1.4.803',
      'é',
      '\0',
    );
    const texts = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => `(${pieces.join('')})`);
    const leaf = fc
      .tuple(
        fc.constantFrom('cn', 'sn', 'mail', 'logonCount'),
        fc.constantFrom('=', '>=', '<=', '=*'),
        fc.stringMatching(/^[^()\\*\0]{1,6}$/),
      )
      .map((parts) => `(${parts.join('')})`);
    const trees = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((parts) => `(&${parts.join('')})`),
        tie('tree').map((part) => `(!${part})`),
      ),
    })).tree;
    const { reader } = at([lookAlike().url]);
    let passed = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(texts, trees), async (text) => {
        if (filterTrouble(text) !== undefined) return;
        passed += 1;
        const found = await reader.find({ kind: 'account-name', name: 'alice' }, { filters: [text] });
        expect(theOne(found).username).toBe('alice');
      }),
      { numRuns: 150 },
    );
    expect(passed).toBeGreaterThan(20);
  });
});
