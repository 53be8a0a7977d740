import { defineConfig } from '../lib/settings.ts';

/**
 * An example to copy: a VPC that reaches the domain controllers already and has its endpoints, secrets that are there, a portal for
 * everybody, administrators who come from the premises only, and a canary.
 */
export default defineConfig({
  name: 'ExampleExisting',
  organization: { name: 'Example Ltd', helpDeskPhone: '+44 20 7946 0000' },
  administrators: [
    { name: 'CORP\\Latchkey Administrators', sid: 'S-1-5-21-1004336348-1177238915-682003330-1108' },
  ],
  portal: { allowList: 'any' },
  // Not on the internet at all: through an endpoint for execute-api that the VPC has already (`door: 'private'` makes one). The list
  // holds the networks of administrators as the endpoint sees them.
  administration: {
    door: { endpointId: 'vpce-0123456789abcdef0' },
    allowList: ['10.20.7.0/24'],
    // In the DNS of the premises this name is a CNAME to the endpoint.
    customDomain: {
      name: 'latchkey.corp.example.com',
      certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555',
    },
  },
  domains: [
    {
      netbiosName: 'CORP',
      dnsName: 'corp.example.com',
      domainControllers: [{ url: 'ldaps://dc1.corp.example.com', address: '10.20.0.11' }],
      baseDn: 'DC=corp,DC=example,DC=com',
      caFile: 'config/example-ca.pem',
      bases: ['OU=People,DC=corp,DC=example,DC=com'],
      accounts: {
        dataProxy: {
          username: 'svc-latchkey-read',
          secret: {
            arn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:latchkey/read-AbCdEf',
            encryptionKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555',
          },
        },
        selfService: { username: 'svc-latchkey-set' },
      },
    },
  ],
  network: {
    // Nothing is made in it but security groups and their rules: its way to the premises, its flow logs and its routes are its owner's.
    kind: 'existing-vpc',
    vpcId: 'vpc-0123456789abcdef0',
    subnets: [
      {
        id: 'subnet-0123456789abcdef0',
        availabilityZone: 'eu-west-1a',
        routeTableId: 'rtb-0123456789abcdef0',
      },
      {
        id: 'subnet-0123456789abcdef1',
        availabilityZone: 'eu-west-1b',
        routeTableId: 'rtb-0123456789abcdef1',
      },
    ],
    // The endpoints of KMS and Secrets Manager are behind this one; that of DynamoDB is in the route tables above.
    endpoints: { securityGroupId: 'sg-0123456789abcdef0' },
    dynamoDbPrefixListId: 'pl-6fa54006',
    // The VPC's own DNS knows the names of the domain.
    names: { kind: 'present' },
  },
  mail: { from: 'account-recovery@example.com' },
  // A synthetic person who recovers every hour (docs/canary.md). The portal is open to everybody, so it may come from anywhere.
  canary: { username: 'latchkey-canary', from: 'outside' },
});
