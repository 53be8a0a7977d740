import { defineConfig } from '../lib/settings.ts';

/**
 * An example to copy: a VPC that reaches the premises over AWS Direct Connect, whose firewall there lets in fixed addresses only.
 *
 *   functions ─▶ load balancer ─▶ virtual private gateway (or transit gateway) of the VPC
 *             ─▶ Direct Connect gateway ─▶ private (or transit) virtual interface ─▶ premises ─▶ domain controllers
 *
 * The gateways and the virtual interface are there already, and are nobody's here. docs/network.md draws every way.
 */
export default defineConfig({
  name: 'ExampleDirect',
  region: 'eu-west-1',
  account: '111122223333',
  organization: { name: 'Example Ltd', helpDeskPhone: '+44 20 7946 0000' },
  administrators: [
    { name: 'CORP\\Latchkey Administrators', sid: 'S-1-5-21-1004336348-1177238915-682003330-1108' },
  ],
  portal: { allowList: ['198.51.100.0/24'] },
  // Where administrators sit, or what their VPN comes from.
  administration: { allowList: ['198.51.100.0/28'] },
  domains: [
    {
      netbiosName: 'CORP',
      dnsName: 'corp.example.com',
      // Behind a load balancer each domain controller has a port of its own; behind that port it is 636 of its address. The
      // name stays the one in its certificate, and in the VPC it leads to the load balancer.
      domainControllers: [
        { url: 'ldaps://dc1.corp.example.com', address: '10.20.0.11' },
        { url: 'ldaps://dc2.corp.example.com:6362', address: '10.20.0.12' },
      ],
      baseDn: 'DC=corp,DC=example,DC=com',
      caFile: 'config/example-ca.pem',
      bases: ['OU=People,DC=corp,DC=example,DC=com'],
      accounts: {
        dataProxy: { username: 'svc-latchkey-read' },
        selfService: { username: 'svc-latchkey-set' },
      },
    },
  ],
  network: {
    kind: 'existing-vpc',
    vpcId: 'vpc-0123456789abcdef0',
    // Private subnets whose route tables lead to the premises: by routes that the virtual private gateway spreads, or to a
    // transit gateway. One in each zone.
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
    // The VPC has none for KMS, Secrets Manager and DynamoDB. Where it has, give the security group they are behind instead.
    endpoints: 'create',
    // com.amazonaws.eu-west-1.dynamodb
    dynamoDbPrefixListId: 'pl-6fa54006',
    // The firewall on premises lets in these two, on TCP 636, and nothing else: one free address in each of the subnets above.
    loadBalancer: { addresses: ['10.80.0.10', '10.80.1.10'] },
  },
  mail: { from: 'account-recovery@example.com' },
});
