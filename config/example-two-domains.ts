import { defineConfig } from '../lib/settings.ts';

/**
 * An example to copy: two domains of different forests behind a transit gateway. One lists its domain controllers and rotates
 * the passwords of both accounts; the other has its domain controllers looked up in its own DNS.
 */
export default defineConfig({
  name: 'ExampleTwoDomains',
  organization: { name: 'Example Ltd', helpDeskPhone: '+44 20 7946 0000' },
  administrators: [
    { name: 'CORP\\Latchkey Administrators', sid: 'S-1-5-21-1004336348-1177238915-682003330-1108' },
  ],
  portal: { allowList: ['198.51.100.0/24'] },
  // Where administrators sit, or what their VPN comes from.
  administration: { allowList: ['198.51.100.0/28'] },
  // Whoever types a bare user name is looked for here.
  defaultDomain: 'CORP',
  domains: [
    {
      netbiosName: 'CORP',
      dnsName: 'corp.example.com',
      upnSuffixes: ['example.com'],
      domainControllers: [
        { url: 'ldaps://dc1.corp.example.com', address: '10.20.0.11' },
        { url: 'ldaps://dc2.corp.example.com', address: '10.20.0.12' },
      ],
      baseDn: 'DC=corp,DC=example,DC=com',
      // Two files while one authority takes the place of another; or one file with both certificates.
      caFile: ['config/example-ca.pem'],
      bases: ['OU=People,DC=corp,DC=example,DC=com'],
      accounts: {
        dataProxy: { username: 'svc-latchkey-read', alternate: 'svc-latchkey-read-b' },
        selfService: { username: 'svc-latchkey-set', alternate: 'svc-latchkey-set-b' },
        // Writes what postActions.writableAttributes lists, and may write nothing else (docs/deploy.md).
        attributeWriter: { username: 'svc-latchkey-note', secretName: 'latchkey/attribute-writer-corp' },
      },
      rotation: { everyDays: 30 },
    },
    {
      netbiosName: 'PLANT',
      dnsName: 'plant.example.net',
      domainControllers: {
        discover: {
          // A host that DNS names is gone to only when its name ends so.
          suffix: 'plant.example.net',
          site: 'Harbour',
          dnsServers: ['10.40.0.11', '10.40.0.12'],
          addresses: ['10.40.0.0/24'],
        },
      },
      baseDn: 'DC=plant,DC=example,DC=net',
      caFile: 'config/example-ca.pem',
      bases: ['OU=Staff,DC=plant,DC=example,DC=net'],
      protectedGroups: ['S-1-5-21-2104336348-2177238915-1682003330-1101'],
      accounts: {
        dataProxy: { username: 'svc-latchkey-read' },
        selfService: { username: 'svc-latchkey-set' },
      },
    },
  ],
  network: {
    kind: 'new-vpc-transit-gateway',
    cidr: '10.92.0.0/24',
    transitGatewayId: 'tgw-0123456789abcdef0',
    onPremisesCidrs: ['10.20.0.0/16', '10.40.0.0/16'],
    // com.amazonaws.eu-west-1.dynamodb
    dynamoDbPrefixListId: 'pl-6fa54006',
  },
  mail: { from: 'account-recovery@example.com' },
  // What administrators may have done after a change (docs/post-actions.md).
  postActions: {
    webhooks: [
      {
        name: 'service-desk',
        url: 'https://desk.example.com/hooks/latchkey',
        secretName: 'latchkey/webhook-service-desk',
      },
    ],
    topic: { arn: 'arn:aws:sns:eu-west-1:111122223333:latchkey-changes' },
    writableAttributes: ['extensionAttribute7'],
  },
  policy: {
    // People may also type their e-mail address or the number on their badge.
    claims: { mail: true, employeeNumber: 'employeeID' },
  },
});
