import { expect, it } from 'vitest';
import { domainHolding } from '../../../../adapters/active-directory/across/domain-holding.ts';

const PARENT = { baseDn: 'DC=corp,DC=example,DC=test' };
const CHILD = { baseDn: 'DC=emea,DC=corp,DC=example,DC=test' };
const FOREST = { baseDn: 'DC=nord,DC=example,DC=test' };

it('takes what lies in a child domain for the child’s, whichever is named first', () => {
  for (const members of [
    [PARENT, CHILD, FOREST],
    [CHILD, FOREST, PARENT],
  ]) {
    expect(domainHolding(members, 'OU=Staff,DC=emea,DC=corp,DC=example,DC=test')).toBe(CHILD);
    expect(domainHolding(members, 'ou=staff, dc=CORP, dc=example, dc=test')).toBe(PARENT);
    expect(domainHolding(members, FOREST.baseDn)).toBe(FOREST);
    expect(domainHolding(members, 'DC=example,DC=test')).toBeUndefined();
    expect(domainHolding(members, 'OU=Staff\\,DC=corp,DC=other,DC=test')).toBeUndefined();
  }
});
