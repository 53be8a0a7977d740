import { describe, expect, it } from 'vitest';
import { isUnder, isUnderInDomain } from '../../../domain/policy/distinguished-name.ts';

const STAFF = 'OU=Staff,DC=corp,DC=example';

describe('a distinguished name', () => {
  it.each([
    'CN=Jo,OU=Staff,DC=corp,DC=example',
    'cn=jo,ou=staff,dc=CORP,dc=EXAMPLE',
    'CN=Jo,OU=Sales,OU=Staff,DC=corp,DC=example',
    'CN=Jo, OU=Staff, DC=corp, DC=example',
    'CN=Smith\\, Jo,OU=Staff,DC=corp,DC=example',
    'CN=back\\\\,OU=Staff,DC=corp,DC=example',
    STAFF,
  ])('is under the OU: %s', (dn) => {
    expect(isUnder(dn, STAFF)).toBe(true);
  });

  it.each([
    ['a comma that is part of the name', 'CN=x\\,OU=Staff,DC=corp,DC=example'],
    ['a backslash before the comma that is part of the name', 'CN=x\\\\\\,OU=Staff,DC=corp,DC=example'],
    ['an OU whose name only ends alike', 'CN=x,OU=Former\\,OU=Staff,DC=corp,DC=example'],
    ['an OU whose name only begins alike', 'CN=x,OU=Staff2,DC=corp,DC=example'],
    ['another domain', 'CN=x,OU=Staff,DC=corp,DC=example,DC=com'],
    ['a container of that name', 'CN=x,CN=Staff,DC=corp,DC=example'],
    ['the OU above', 'DC=corp,DC=example'],
    ['a sister', 'CN=x,OU=Sales,DC=corp,DC=example'],
    ['nothing', ''],
  ])('is not under the OU with %s', (_what, dn) => {
    expect(isUnder(dn, STAFF)).toBe(false);
  });

  it('is under nothing that is empty', () => {
    for (const base of ['', ',', ' ']) expect(isUnder('CN=x,DC=corp', base)).toBe(false);
  });
});

describe('a distinguished name in its own domain', () => {
  it.each([
    ['CN=Jo,OU=Staff,DC=corp,DC=example', 'DC=corp,DC=example', true],
    ['CN=Jo,OU=Staff,DC=eu,DC=corp,DC=example', 'DC=corp,DC=example', false],
    ['CN=Jo,OU=Staff,DC=eu,DC=corp,DC=example', 'dc=EU, dc=corp, dc=example', true],
    ['DC=eu,DC=corp,DC=example', 'DC=corp,DC=example', false],
    ['CN=Jo\\,DC=eu,DC=corp,DC=example', 'DC=corp,DC=example', true],
    ['CN=Jo,OU=Sales,DC=corp,DC=example', 'OU=Staff,DC=corp,DC=example', false],
  ])('%s is under %s: %s', (dn, base, is) => {
    expect(isUnderInDomain(dn, base)).toBe(is);
  });
});
