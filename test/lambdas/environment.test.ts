import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Failure } from '../../domain/failure.ts';
import { domainsFrom, joinedWith } from '../../lambdas/domains-from.ts';
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
import { emittingMeter } from '../support/emitting.ts';

const POLICY = {
  organization: { name: 'Example Ltd', helpDeskPhone: '+44 20 7946 0000' },
  defaultDomain: 'CORP',
  eligibility: { bases: ['OU=Staff,DC=corp,DC=example'], ownAccounts: ['CORP\\svc-selfservice'] },
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
    expect(readersOf('LATCHKEY_SELF_SERVICE_SECRETS')).toEqual(['unlock', 'reset', 'doctor', 'rotation']);
    expect(readersOf('LATCHKEY_DATA_PROXY_SECRETS')).toEqual([
      'enroll',
      'verify',
      'admin',
      'announcer',
      'sweeper',
      'doctor',
      'pre-flight',
      'rotation',
    ]);
    expect(readersOf('LATCHKEY_MAC_KEY')).toEqual(['enroll', 'verify', 'admin']);
  });

  it('gives the portal the names of the tables, and no key and no secret', () => {
    expect(READS.portal).toContain('LATCHKEY_TABLES');
    expect(READS.portal.join()).not.toMatch(/SECRET|KEY\b|DOMAINS_FILE/);
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

describe('the domains of a function', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-environment-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const aDomain = (netbiosName: string) => ({
    netbiosName,
    dnsName: `${netbiosName.toLowerCase()}.example`,
    upnSuffixes: [],
    domainControllers: [`ldaps://dc1.${netbiosName.toLowerCase()}.example`],
    baseDn: `DC=${netbiosName.toLowerCase()},DC=example`,
    ca: ['PEM'],
  });
  const DOMAINS = [aDomain('CORP'), aDomain('PLANT')];
  const file = path.join(folder, 'domains.json');
  const lines: string[] = [];
  const counted: string[] = [];
  const journal = { info: () => undefined, error: (message: string) => void lines.push(message) };
  const meter = emittingMeter(({ metric }) => void counted.push(metric));
  const domains = () => {
    writeFileSync(file, JSON.stringify(DOMAINS));
    return domainsFrom(environmentOf('sweeper', { LATCHKEY_DOMAINS_FILE: file }), journal, meter);
  };
  const credentialsIn = (secretId: string) => {
    const current = async () => ({ username: secretId, password: 'p' });
    return { current, refreshed: current };
  };

  it('are those of the file beside its code, the default one first', () => {
    expect(domains()).toMatchObject(DOMAINS);
  });

  it('tell of a domain controller that is passed over, and apart from it of one that is busy', () => {
    const [first] = domains();
    first?.onPassedOver?.(new Failure('directory-unreachable', 'dc1 does not answer'));
    first?.onPassedOver?.(new Failure('directory-busy', 'dc1 is busy'));
    expect(lines).toEqual(['domain controller passed over', 'domain controller passed over']);
    expect(counted).toEqual(['ControllerPassedOver', 'DirectoryBusy']);
  });

  it('are each entered with the account of their own secret', async () => {
    const joined = joinedWith(domains(), '{"PLANT":"secret-p","CORP":"secret-c"}', credentialsIn);
    const entered = joined.map(async ({ settings, credentials }) => [
      settings.netbiosName,
      (await credentials.current()).username,
    ]);
    expect(await Promise.all(entered)).toEqual([
      ['CORP', 'secret-c'],
      ['PLANT', 'secret-p'],
    ]);
  });

  it('stop a function at once when one has no secret, and the message says which', () => {
    expect(() => joinedWith(domains(), '{"CORP":"secret-c"}', credentialsIn)).toThrow(
      'no secret is named for the domain PLANT',
    );
  });
});
