import { type CastDomain, type CastServiceAccount, DOMAIN } from './domain.ts';

/**
 * A forest of its own beside the first one: `nord.example.test`, with the same groups, units and rules. It shares the
 * suffix example.com with the first, and some names.
 */
export const SECOND_DOMAIN: CastDomain = {
  ...DOMAIN,
  base: 'DC=nord,DC=example,DC=test',
  sid: 'S-1-5-21-3623811015-3361044348-30300820',
  guidSeed: 'nord ',
  netbios: 'NORD',
  dns: 'nord.example.test',
  domainController: 'dc1.nord.example.test',
  upnSuffixes: ['example.com'],
  reader: northward(DOMAIN.reader),
  resetter: northward(DOMAIN.resetter),
  readerAlternate: northward(DOMAIN.readerAlternate),
  resetterAlternate: northward(DOMAIN.resetterAlternate),
};

/** An account of the same name, with a principal name and a password of its own. */
function northward(account: CastServiceAccount): CastServiceAccount {
  const { username, password } = account;
  return { ...account, upn: `${username}@nord.example.test`, password: `${password}-northward` };
}
