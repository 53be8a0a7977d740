import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import twoDomains from '../../config/example-two-domains.ts';
import { deployedDomains, ownAccounts } from '../../lib/deployed-domains.ts';
import { deployedBreachedPasswords, deployedPolicy } from '../../lib/deployed-policy.ts';
import { defineConfig, type SettingsInput } from '../../lib/settings.ts';
import { connectionsAtOnce } from '../../lib/settings/connections.ts';
import { CORP as ONE, RIGHT, TUNNEL } from './right-settings.ts';

type DomainInput = SettingsInput['domains'][number];
const CORP: DomainInput = { ...ONE, upnSuffixes: ['example.com'] };
const PLANT: DomainInput = {
  ...CORP,
  netbiosName: 'plant',
  dnsName: 'plant.example.net',
  upnSuffixes: [],
  domainControllers: [{ url: 'ldaps://dc1.plant.example.net', address: '10.20.0.21' }],
  baseDn: 'DC=plant,DC=example,DC=net',
  bases: ['OU=Staff,DC=plant,DC=example,DC=net'],
};
const settings = (domains: readonly DomainInput[], more: Partial<SettingsInput> = {}): SettingsInput => ({
  ...RIGHT,
  domains: [...domains],
  ...more,
});
const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileWith = (text: string): string => {
  const file = path.join(folder, `${String(Math.random())}.pem`);
  writeFileSync(file, text);
  return file;
};

describe('several domains', () => {
  test('are told to the functions with the default one first, whichever is written first', () => {
    const chosen = defineConfig(settings([CORP, PLANT], { defaultDomain: 'Plant' }));
    expect(deployedDomains(chosen).map(({ netbiosName }) => netbiosName)).toEqual(['PLANT', 'CORP']);
    expect(deployedPolicy(chosen)).toMatchObject({
      defaultDomain: 'PLANT',
      domains: [
        { netbiosName: 'PLANT', dnsName: 'plant.example.net', upnSuffixes: [] },
        { netbiosName: 'CORP', dnsName: 'corp.example.com', upnSuffixes: ['example.com'] },
      ],
      eligibility: {
        bases: ['OU=Staff,DC=plant,DC=example,DC=net', 'OU=People,DC=corp,DC=example,DC=com'],
        ownAccounts: ['PLANT\\reader', 'PLANT\\setter', 'CORP\\reader', 'CORP\\setter'],
      },
    });
    expect(deployedPolicy(defineConfig(settings([CORP, PLANT]))).defaultDomain).toBe('CORP');
  });

  test('have their own accounts, alternates too, and none of them is ever served', () => {
    expect(ownAccounts(twoDomains)).toEqual([
      'CORP\\svc-latchkey-read',
      'CORP\\svc-latchkey-read-b',
      'CORP\\svc-latchkey-set',
      'CORP\\svc-latchkey-set-b',
      'CORP\\svc-latchkey-note',
      'PLANT\\svc-latchkey-read',
      'PLANT\\svc-latchkey-set',
    ]);
    const told = deployedDomains(twoDomains);
    expect(told.map(({ readAccounts, repairAccounts }) => [readAccounts, repairAccounts])).toEqual([
      [
        ['svc-latchkey-read', 'svc-latchkey-read-b'],
        ['svc-latchkey-set', 'svc-latchkey-set-b'],
      ],
      [['svc-latchkey-read'], ['svc-latchkey-set']],
    ]);
    expect(told.map(({ rotatedEveryDays }) => rotatedEveryDays)).toEqual([30, 30]);
  });

  test('may not be the same one twice, by any of their names', () => {
    const again = { ...PLANT, netbiosName: 'Corp', dnsName: 'CORP.example.com' };
    expect(() => defineConfig(settings([CORP, again]))).toThrow(
      /2 mistakes:\n {2}domains\[1\]\.netbiosName: CORP is that of domains\[0\] too.+\n {2}domains\[1\]\.dnsName: CORP\.example\.com is that of domains\[0\] too/,
    );
  });

  test('must have the default one among them', () => {
    expect(() => defineConfig(settings([CORP, PLANT], { defaultDomain: 'LAB' }))).toThrow(
      'defaultDomain: LAB is none of the domains: give one of CORP, PLANT',
    );
  });

  test('cannot share a secret', () => {
    const secret = { arn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:latchkey/read-AbCdEf' };
    const accounts = {
      dataProxy: { username: 'reader', secret },
      selfService: { username: 'setter', secret },
    };
    expect(() => defineConfig(settings([{ ...CORP, accounts }]))).toThrow(
      'domains[0].accounts.selfService.secret.arn: is the secret of another account too',
    );
  });
});

describe('domain controllers that are listed', () => {
  test.each([3268, 3269])('are no global catalogs (port %i)', (port) => {
    const url = `ldaps://dc1.corp.example.com:${String(port)}`;
    const domainControllers = [{ url, address: '10.20.0.11' }];
    expect(() => defineConfig(settings([{ ...CORP, domainControllers }]))).toThrow(
      'domains[0].domainControllers[0].url: is a global catalog',
    );
  });
});

test('a domain controller is not listed by the name of its domain, to which all of them answer', () => {
  const domainControllers = [{ url: 'ldaps://CORP.example.com:636', address: '10.20.0.11' }];
  expect(() => defineConfig(settings([{ ...CORP, domainControllers }]))).toThrow(
    'domains[0].domainControllers[0].url: ldaps://CORP.example.com:636 is the name of the domain',
  );
});

describe('domain controllers that are looked up', () => {
  const discover = { suffix: 'corp.example.com', site: 'Harbour', addresses: ['10.20.4.0/24'] };
  const looked = (more: object = {}): DomainInput => ({
    ...CORP,
    domainControllers: { discover: { ...discover, ...more } },
  });
  const withResolver = {
    network: { ...TUNNEL, names: { kind: 'resolver' as const, addresses: ['10.20.0.2'] } },
  };

  test('are told to the functions as a suffix, a site and the DNS servers to ask', () => {
    const [domain] = deployedDomains(defineConfig(settings([looked({ dnsServers: ['10.20.0.2'] })])));
    expect(domain?.domainControllers).toEqual({
      suffix: 'corp.example.com',
      site: 'Harbour',
      dnsServers: ['10.20.0.2'],
    });
  });

  test('need a DNS that knows them', () => {
    expect(() => defineConfig(settings([looked()]))).toThrow(
      "domains[0].domainControllers.discover: needs the domain's own DNS",
    );
    expect(defineConfig(settings([looked()], withResolver)).domains).toHaveLength(1);
  });

  test.each(['Head Office', '-harbour', 'a.b', ''])(
    'cannot be of the site "%s", which DNS could not have',
    (site) => {
      expect(() => defineConfig(settings([looked({ site })], withResolver))).toThrow(
        'domains[0].domainControllers.discover.site',
      );
    },
  );

  test('need a suffix, and the networks they may be in', () => {
    const bare = { discover: { suffix: 'corp' } } as unknown as DomainInput['domainControllers'];
    expect(() => defineConfig(settings([{ ...CORP, domainControllers: bare }]))).toThrow(
      /domainControllers\.discover\.suffix: "corp" will not do: give what the name of every domain controller ends in.+\n.+discover\.addresses/,
    );
    expect(() => defineConfig(settings([looked({ addresses: ['10.99.0.0/24'] })], withResolver))).toThrow(
      'domains[0].domainControllers.discover: 10.99.0.0/24 is in none of network.onPremisesCidrs',
    );
  });
});

describe('who vouches for the domain controllers', () => {
  const CA = readFileSync('config/example-ca.pem', 'utf8');
  const withCa = (caFile: DomainInput['caFile']) => defineConfig(settings([{ ...CORP, caFile }]));

  test('may be two generations while one takes the place of the other, in one file or in two', () => {
    const bundle = fileWith(`${CA}\n${CA}`);
    expect(deployedDomains(withCa(bundle))[0]?.ca).toHaveLength(2);
    const [domain] = deployedDomains(withCa(['config/example-ca.pem', fileWith(CA)]));
    expect(domain?.ca).toHaveLength(2);
    for (const pem of domain?.ca ?? []) expect(pem).toMatch(/^-----BEGIN[^-]+-----[^-]+-----END[^-]+-----$/);
  });

  test('a certificate that cannot be parsed is named by its place in the file', () => {
    const cut = CA.replace(/^(-----BEGIN CERTIFICATE-----\n.{40})[^-]+/m, '$1\n');
    expect(() => withCa(fileWith(`${CA}\n${cut}`))).toThrow(/certificate 2 of 2 in .+ cannot be parsed/);
  });

  test('a private key among them is refused', () => {
    expect(() => withCa(fileWith(`${CA}-----BEGIN PRIVATE KEY-----`))).toThrow(/holds a private key/);
  });
});

describe('the connections to one domain controller', () => {
  const chosen = defineConfig(settings([CORP]));

  test('are bounded by what may run at once of all functions that reach it', () => {
    expect(connectionsAtOnce(chosen.concurrency)).toBe(60);
  });

  test('may not be more than the domain gives, and the sentence says what to lower', () => {
    const crowded = { concurrency: { verify: 40 } };
    expect(() => defineConfig(settings([CORP], crowded))).toThrow(
      'domains[0].mostConnections: 80 connections could be open to one domain controller of CORP at once, and it gives us 60: lower concurrency',
    );
    expect(() => defineConfig(settings([{ ...CORP, mostConnections: 80 }], crowded))).not.toThrow();
  });
});

describe('what people may type', () => {
  test('is switched form by form, and told to the functions', () => {
    const policy = { claims: { mail: true, employeeNumber: 'employeeID' } };
    expect(deployedPolicy(defineConfig(settings([CORP], { policy }))).claims).toEqual(policy.claims);
  });

  test('cannot be nothing at all', () => {
    const claims = { bareName: false, domainName: false, principalName: false };
    expect(() => defineConfig(settings([CORP], { policy: { claims } }))).toThrow(
      'policy.claims: leaves people nothing to type: switch one on',
    );
  });
});

describe('what new passwords are looked up in', () => {
  const told = (policy: SettingsInput['policy'], more: Partial<SettingsInput> = {}) =>
    deployedBreachedPasswords(defineConfig(settings([CORP], { ...(policy && { policy }), ...more })));

  test('is the list that comes with the product, unless a file is given', () => {
    expect(told(undefined)).toBe('common');
    const file = fileWith('hashes');
    expect(told({ breachedPasswords: { file } })).toEqual({ file: 'breached-passwords.bin' });
  });

  test('a file that is not there or has no room beside the code is refused', () => {
    expect(() => told({ breachedPasswords: { file: 'nowhere.bin' } })).toThrow(
      /breachedPasswords\.file: .+nowhere\.bin is not there, or empty: make it with `latchkey breached build`/,
    );
    const large = fileWith('');
    truncateSync(large, 201_000_000);
    expect(() => told({ breachedPasswords: { file: large } })).toThrow(
      /has 201 MB, and there is room for 200/,
    );
  });

  test('a service on the web is asked only where there is a way to it', () => {
    const breachedPasswords = { rangeQuery: true, ifUnreachable: 'allow' } as const;
    expect(() => told({ breachedPasswords })).toThrow(
      'policy.breachedPasswords: asks a service on the web, and a new VPC has no way to the internet',
    );
    const existing = {
      kind: 'existing-vpc' as const,
      vpcId: 'vpc-0123456789abcdef0',
      subnets: ['a', 'b'].map((zone) => ({
        id: `subnet-0123456789abcdef${zone}`,
        availabilityZone: `eu-west-1${zone}`,
        routeTableId: 'rtb-0123456789abcdef0',
      })),
      endpoints: 'create' as const,
      dynamoDbPrefixListId: 'pl-6fa54006',
    };
    expect(told({ breachedPasswords }, { network: existing })).toEqual({
      rangeQuery: true,
      ifUnreachable: 'allow',
    });
  });
});
