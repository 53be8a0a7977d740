import { defineConfig } from '../lib/settings.ts';

/**
 * An example to copy: a new VPC behind a transit gateway, the domain's own DNS servers, and a name of one's own.
 *
 *   functions ─▶ attachment ─▶ transit gateway ─▶ whatever joins it to the premises ─▶ domain controllers
 *
 * docs/network.md draws every way.
 */
export default defineConfig({
  name: 'ExampleTransit',
  region: 'eu-central-1',
  account: '111122223333',
  organization: { name: 'Example Ltd', helpDeskPhone: '+44 20 7946 0000' },
  administrators: [
    { name: 'CORP\\Latchkey Administrators', sid: 'S-1-5-21-1004336348-1177238915-682003330-1108' },
  ],
  languages: { default: 'de', offered: ['de', 'en', 'fr'] },
  portal: {
    allowList: ['198.51.100.0/24', '2001:db8:40::/48'],
    customDomain: {
      name: 'reset.example.com',
      certificateArn:
        'arn:aws:acm:eu-central-1:111122223333:certificate/11111111-2222-3333-4444-555555555555',
      hostedZone: { id: 'Z0123456789EXAMPLE', name: 'example.com' },
    },
  },
  // Where administrators sit, or what their VPN comes from.
  administration: { allowList: ['198.51.100.16/28', '2001:db8:40::/64'] },
  domains: [
    {
      netbiosName: 'CORP',
      dnsName: 'corp.example.com',
      domainControllers: [{ url: 'ldaps://dc1.corp.example.com', address: '10.20.0.11' }],
      baseDn: 'DC=corp,DC=example,DC=com',
      caFile: 'config/example-ca.pem',
      bases: ['OU=People,DC=corp,DC=example,DC=com', 'OU=Branches,DC=corp,DC=example,DC=com'],
      protectedGroups: ['S-1-5-21-1004336348-1177238915-682003330-1101'],
      accounts: {
        dataProxy: { username: 'svc-latchkey-read' },
        selfService: { username: 'svc-latchkey-set' },
      },
    },
  ],
  network: {
    kind: 'new-vpc-transit-gateway',
    cidr: '10.91.0.0/24',
    // Of this account, or shared with it (AWS RAM). Whoever runs it accepts the attachment, and sees to the way back to `cidr`.
    transitGatewayId: 'tgw-0123456789abcdef0',
    // Each becomes a route to the transit gateway.
    onPremisesCidrs: ['10.20.0.0/16', '10.21.0.0/16'],
    dynamoDbPrefixListId: 'pl-0123456789abcdef0',
    // Names of the domain, and no others, are asked of its own DNS servers.
    names: { kind: 'resolver', addresses: ['10.20.0.11', '10.21.0.11'] },
  },
  mail: { from: 'account-recovery@example.com', identity: 'example.com' },
});
