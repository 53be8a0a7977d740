import type { SettingsInput } from '../../lib/settings.ts';

/** A tunnel to the premises, from a VPC of its own. */
export const TUNNEL = {
  kind: 'new-vpc-vpn' as const,
  customerGatewayIp: '203.0.113.10',
  bgpAsn: 65010,
  onPremisesCidrs: ['10.20.0.0/16'],
  dynamoDbPrefixListId: 'pl-6fa54006',
};
/** A domain with one domain controller and no more than it must have. */
export const CORP: SettingsInput['domains'][number] = {
  netbiosName: 'CORP',
  dnsName: 'corp.example.com',
  domainControllers: [{ url: 'ldaps://dc1.corp.example.com', address: '10.20.0.11' }],
  baseDn: 'DC=corp,DC=example,DC=com',
  caFile: 'config/example-ca.pem',
  bases: ['OU=People,DC=corp,DC=example,DC=com'],
  accounts: { dataProxy: { username: 'reader' }, selfService: { username: 'setter' } },
};
/** The least that can be said of an environment; a test changes what it is about. */
export const RIGHT: SettingsInput = {
  name: 'Test',
  organization: { name: 'Example Ltd', helpDeskPhone: '+44 20 7946 0000' },
  administrators: [{ name: 'CORP\\Latchkey Administrators', sid: 'S-1-5-21-1-2-3-1108' }],
  portal: { allowList: ['198.51.100.0/24'] },
  administration: { allowList: ['198.51.100.8/29'] },
  domains: [CORP],
  network: TUNNEL,
  mail: { from: 'reset@example.com' },
};
