import { describe, expect, test } from 'vitest';
import { defineConfig, type SettingsInput } from '../../lib/settings.ts';

const RIGHT: SettingsInput = {
  name: 'Test',
  organization: { name: 'Example Ltd', helpDeskPhone: '+44 20 7946 0000' },
  administrators: [{ name: 'CORP\\Latchkey Administrators', sid: 'S-1-5-21-1-2-3-1108' }],
  portal: { allowList: ['198.51.100.0/24'] },
  administration: { allowList: ['198.51.100.8/29'] },
  domains: [
    {
      netbiosName: 'CORP',
      dnsName: 'corp.example.com',
      domainControllers: [{ url: 'ldaps://dc1.corp.example.com', address: '10.20.0.11' }],
      baseDn: 'DC=corp,DC=example,DC=com',
      caFile: 'config/example-ca.pem',
      bases: ['OU=People,DC=corp,DC=example,DC=com'],
      accounts: { dataProxy: { username: 'reader' }, selfService: { username: 'setter' } },
    },
  ],
  network: {
    kind: 'new-vpc-vpn',
    customerGatewayIp: '203.0.113.10',
    bgpAsn: 65010,
    onPremisesCidrs: ['10.20.0.0/16'],
    dynamoDbPrefixListId: 'pl-6fa54006',
  },
  mail: { from: 'reset@example.com' },
};

describe('how a new version takes over', () => {
  test('is a tenth for five minutes when nothing is said', () => {
    expect(defineConfig(RIGHT).deployment).toEqual({ kind: 'gradual', percent: 10, minutes: 5 });
  });

  test('can be all at once', () => {
    expect(defineConfig({ ...RIGHT, deployment: { kind: 'at-once' } }).deployment).toEqual({
      kind: 'at-once',
    });
  });

  test('is never most of it, nor for hours', () => {
    const deployment = { kind: 'gradual', percent: 60, minutes: 90 } as const;
    expect(() => defineConfig({ ...RIGHT, deployment })).toThrow(
      /deployment\.percent: .*1 to 50\n {2}deployment\.minutes: .*1 to 60$/,
    );
  });

  test('has two kinds, and says which', () => {
    const deployment = { kind: 'slowly' } as unknown as { readonly kind: 'at-once' };
    expect(() => defineConfig({ ...RIGHT, deployment })).toThrow(
      /deployment.*kind: 'gradual'.*kind: 'at-once'/,
    );
  });
});

describe('what is kept warm', () => {
  test('is nothing when nothing is said', () => {
    expect(defineConfig(RIGHT).provisioned).toEqual({});
  });

  test('is never more than may run at once', () => {
    expect(() => defineConfig({ ...RIGHT, provisioned: { unlock: 6, verify: 20 } })).toThrow(
      'The settings have 1 mistake:\n  provisioned.unlock: 6 of unlock would be kept warm, and 5 may run at once: lower this, or raise concurrency.unlock',
    );
    expect(defineConfig({ ...RIGHT, provisioned: { unlock: 5 } }).provisioned).toEqual({ unlock: 5 });
  });

  test('is no function of the background', () => {
    const provisioned = { sweeper: 1 } as unknown as { readonly portal: number };
    expect(() => defineConfig({ ...RIGHT, provisioned })).toThrow(/provisioned.*sweeper/);
  });
});
