import { describe, expect, it } from 'vitest';
import {
  configurationFrom,
  environmentOf,
  FUNCTION_NAMES,
  portalAddressFrom,
  READS,
  siteFrom,
  tablesFrom,
  VARIABLES,
} from '../../lambdas/environment.ts';

const POLICY = {
  organization: { name: 'Example Ltd', helpDeskPhone: '+44 20 7946 0000' },
  defaultDomain: 'CORP',
  eligibility: { bases: ['OU=Staff,DC=corp,DC=example'], ownAccounts: ['svc-selfservice'] },
};
const SET = {
  LATCHKEY_ORIGIN: 'https://reset.example.com',
  LATCHKEY_BASE_PATH: '/prod',
  LATCHKEY_VERSION: '1.2.3',
  LATCHKEY_CUSTOM_DOMAIN: 'no',
  LATCHKEY_DEMO: 'yes',
  LATCHKEY_POLICY: JSON.stringify(POLICY),
  LATCHKEY_TABLES: '{"flows":"flows-1"}',
};

describe('the environment of a function', () => {
  it.each(FUNCTION_NAMES)('holds only variables that are known: %s', (name) => {
    for (const variable of READS[name]) expect(VARIABLES).toHaveProperty(variable);
    expect(new Set(READS[name]).size).toBe(READS[name].length);
  });

  it('gives the secrets of accounts only to who may use them', () => {
    const readersOf = (variable: string) =>
      FUNCTION_NAMES.filter((name) => (READS[name] as readonly string[]).includes(variable));
    expect(readersOf('LATCHKEY_SELF_SERVICE_SECRET')).toEqual(['unlock', 'reset']);
    expect(readersOf('LATCHKEY_DATA_PROXY_SECRET')).toEqual([
      'enroll',
      'verify',
      'admin',
      'announcer',
      'sweeper',
    ]);
    expect(readersOf('LATCHKEY_MAC_KEY')).toEqual(['enroll', 'verify', 'admin']);
  });

  it('gives the portal the names of the tables, and no key and no secret', () => {
    expect(READS.portal).toContain('LATCHKEY_TABLES');
    expect(READS.portal.join()).not.toMatch(/SECRET|KEY\b|LATCHKEY_DOMAIN|CA_FILE/);
  });

  it('stops a function at once when something is missing, and says by name what', () => {
    const { read } = environmentOf('verify', {});
    expect(() => read('LATCHKEY_TABLES')).toThrow(
      'verify: the environment variable LATCHKEY_TABLES is missing (table names, JSON)',
    );
  });

  it('tells the site, the configuration and the tables', () => {
    const environment = environmentOf('verify', SET);
    expect(siteFrom(environment)).toEqual({
      origin: 'https://reset.example.com',
      basePath: '/prod',
      version: '1.2.3',
      customDomain: false,
      demo: true,
    });
    expect(portalAddressFrom(environment)).toBe('https://reset.example.com/prod');
    expect(configurationFrom(environment)).toMatchObject({ version: 0, defaultDomain: 'CORP' });
    expect(tablesFrom(environment)).toEqual({ flows: 'flows-1' });
  });
});
