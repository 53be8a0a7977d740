import { describe, expect, test } from 'vitest';
import example from '../../../config/example.ts';
import directConnect from '../../../config/example-direct-connect.ts';
import existingVpc from '../../../config/example-existing-vpc.ts';
import transitGateway from '../../../config/example-transit-gateway.ts';
import twoDomains from '../../../config/example-two-domains.ts';
import type { Settings } from '../../../lib/settings.ts';
import { networkOf, text } from '../network-of.ts';

const tunnel = networkOf(example);
const WAYS_TO_THE_WEB = [
  'AWS::EC2::InternetGateway',
  'AWS::EC2::NatGateway',
  'AWS::EC2::EgressOnlyInternetGateway',
  'AWS::EC2::EIP',
];
const withNat = (settings: Settings, more: Partial<Settings> = {}): Settings =>
  ({ ...settings, ...more, network: { ...settings.network, nat: true } }) as Settings;
const RANGE_QUERY = { rangeQuery: true, ifUnreachable: 'allow', addresses: ['192.0.2.0/24'] } as const;
const CANARY = { username: 'latchkey-canary', from: 'network' } as const;

describe('the way to the domain controllers', () => {
  test('leads to port 636 of each of them, to the endpoints of the VPC, and nowhere else', () => {
    expect(tunnel.egress()).toEqual([
      'DirectoryLink 10.20.0.11/32 tcp 636',
      'DirectoryLink 10.20.0.12/32 tcp 636',
      'DirectoryLink pl-6fa54006 tcp 443',
      'DirectoryLink Endpoints tcp 443',
    ]);
  });

  test('lets nothing in', () => {
    expect(tunnel.ingress()).toEqual(['Endpoints DirectoryLink tcp 443']);
  });

  test('follows a port other than 636 only when a URL says so', () => {
    const listed = [{ address: '10.20.0.11', url: 'ldaps://dc1.corp.example.com:6636' }];
    const domains = example.domains.map((domain) => ({
      ...domain,
      domainControllers: { listed, discover: undefined },
    }));
    const rules = networkOf({ ...example, domains }).egress();
    expect(rules).toContain('DirectoryLink 10.20.0.11/32 tcp 6636');
    expect(rules.filter((rule) => rule.endsWith(' 636'))).toEqual([]);
  });
});

describe('a way to the web', () => {
  test.each([
    ['a tunnel', example],
    ['a transit gateway', transitGateway],
    ['two domains', twoDomains],
    ['Direct Connect', directConnect],
    ['a VPC that is there', existingVpc],
  ])('is none in the example of %s', (_, settings) => {
    const { all, egress } = networkOf(settings);
    expect(WAYS_TO_THE_WEB.flatMap((type) => all(type))).toEqual([]);
    expect(egress().filter((rule) => rule.includes('0.0.0.0/0'))).toEqual([]);
  });

  test('is a NAT gateway with an address that is told, where it is asked for', () => {
    const { stack, all, egress, template } = networkOf(withNat(example));
    expect(all('AWS::EC2::NatGateway')).toHaveLength(1);
    const [address] = all('AWS::EC2::EIP');
    expect(all('AWS::EC2::NatGateway')[0]?.Properties['AllocationId']).toMatchObject({
      'Fn::GetAtt': [expect.stringMatching(new RegExp(`^${address?.id ?? '-'}`)), 'AllocationId'],
    });
    expect(stack.natAddresses).toHaveLength(1);
    expect(Object.keys(template.findOutputs('NatAddress1'))).toHaveLength(1);
    // By itself it is of use to nobody.
    expect(egress()).toEqual(tunnel.egress());
  });

  test('changes nothing of the subnets that the functions are in', () => {
    const rangesOf = (settings: Settings) =>
      networkOf(settings)
        .all('AWS::EC2::Subnet')
        .map(({ id, Properties }) => [id.replace('NetworkVpc', ''), Properties['CidrBlock']]);
    const without = [
      ['FunctionsSubnet1Subnet', '10.90.0.0/26'],
      ['FunctionsSubnet2Subnet', '10.90.0.64/26'],
    ];
    expect(rangesOf(example)).toEqual(without);
    expect(rangesOf(withNat(example))).toEqual([
      ...without,
      ['OutwardSubnet1Subnet', '10.90.0.128/28'],
      ['OutwardSubnet2Subnet', '10.90.0.144/28'],
      ['PublicSubnet1Subnet', '10.90.0.160/28'],
      ['PublicSubnet2Subnet', '10.90.0.176/28'],
    ]);
  });

  test('leads from the functions to a service of breached passwords, and to no other network', () => {
    const policy = { ...example.policy, breachedPasswords: { ...RANGE_QUERY, addresses: ['192.0.2.0/24'] } };
    const { all, egress } = networkOf(withNat(example, { policy }));
    expect(egress().filter((rule) => !tunnel.egress().includes(rule))).toEqual([
      'DirectoryLink 192.0.2.0/24 tcp 443',
    ]);
    const toTheWeb = all('AWS::EC2::Route').filter(({ Properties }) => Properties['NatGatewayId']);
    const routes = toTheWeb.map(
      ({ Properties }) =>
        `${text(Properties['RouteTableId']).replace('NetworkVpc', '')} ${text(Properties['DestinationCidrBlock'])}`,
    );
    expect(routes.toSorted()).toEqual([
      'FunctionsSubnet1RouteTable 192.0.2.0/24',
      'FunctionsSubnet2RouteTable 192.0.2.0/24',
      'OutwardSubnet1RouteTable 0.0.0.0/0',
      'OutwardSubnet2RouteTable 0.0.0.0/0',
    ]);
  });

  test.each([
    ['a tunnel', example],
    ['a transit gateway', transitGateway],
  ])('is for the canary alone, which still reaches the domain controllers (%s)', (_, settings) => {
    const { stack, all, egress } = networkOf(withNat(settings, { canary: CANARY }));
    expect(egress().filter((rule) => rule.startsWith('DoorLink'))).toEqual(['DoorLink 0.0.0.0/0 tcp 443']);
    expect(egress().filter((rule) => rule.startsWith('DirectoryLink'))).toEqual(
      networkOf(settings)
        .egress()
        .filter((rule) => rule.startsWith('DirectoryLink')),
    );
    const placed = stack.doorLink?.placement();
    expect(placed?.securityGroups).toEqual([
      stack.link.securityGroup,
      expect.objectContaining({ node: expect.objectContaining({ id: 'SecurityGroup' }) as unknown }),
    ]);
    expect(placed?.vpcSubnets.subnets?.map(({ node }) => node.path)).toEqual([
      'Network/Network/Vpc/OutwardSubnet1',
      'Network/Network/Vpc/OutwardSubnet2',
    ]);
    const spread = all('AWS::EC2::VPNGatewayRoutePropagation')[0]?.Properties['RouteTableIds'] as unknown[];
    const routed = all('AWS::EC2::Route')
      .filter(({ Properties }) => Properties['TransitGatewayId'])
      .map(({ Properties }) => Properties['RouteTableId']);
    expect(new Set((spread ?? routed).map(text)).size).toBe(4);
  });

  test('gives its subnets DynamoDB by the endpoint as well', () => {
    const [gateway] = networkOf(withNat(example))
      .all('AWS::EC2::VPCEndpoint')
      .filter(({ id }) => id.includes('DynamoDb'));
    expect(gateway?.Properties['RouteTableIds']).toHaveLength(4);
  });

  test('of a VPC that is there is opened to the canary alone', () => {
    const { stack, egress } = networkOf({
      ...existingVpc,
      canary: CANARY,
      network: { ...existingVpc.network, natAddresses: ['198.51.100.77'] } as Settings['network'],
    });
    expect(stack.natAddresses).toEqual(['198.51.100.77']);
    expect(egress().filter((rule) => rule.includes('0.0.0.0/0'))).toEqual(['DoorLink 0.0.0.0/0 tcp 443']);
  });
});

describe('the way to several domains', () => {
  const both = networkOf(twoDomains);

  test('leads to each listed controller, to the networks of those that are looked up, and to their DNS', () => {
    expect(both.egress().filter((rule) => !rule.endsWith('443'))).toEqual(
      [
        '10.20.0.11/32 tcp 636',
        '10.20.0.12/32 tcp 636',
        '10.40.0.0/24 tcp 636',
        '10.40.0.11/32 udp 53',
        '10.40.0.11/32 tcp 53',
        '10.40.0.12/32 udp 53',
        '10.40.0.12/32 tcp 53',
      ].map((way) => `DirectoryLink ${way}`),
    );
  });

  test('has a private zone for each listed controller', () => {
    const zones = both.all('AWS::Route53::HostedZone').map(({ Properties }) => Properties['Name']);
    expect(zones).toEqual(['dc1.corp.example.com.', 'dc2.corp.example.com.']);
  });

  test('has a rule for the names of each domain where a resolver asks, which may ask nobody else', () => {
    const names = { kind: 'resolver' as const, addresses: ['10.20.0.11', '10.40.0.11'] };
    const resolved = networkOf({ ...twoDomains, network: { ...twoDomains.network, names } });
    const asked = resolved.all('AWS::Route53Resolver::ResolverRule');
    expect(asked.map(({ Properties }) => Properties['DomainName'])).toEqual([
      'corp.example.com',
      'plant.example.net',
    ]);
    expect(resolved.egress().filter((rule) => rule.startsWith('DomainNames'))).toEqual(
      ['10.20.0.11/32 udp 53', '10.20.0.11/32 tcp 53', '10.40.0.11/32 udp 53', '10.40.0.11/32 tcp 53'].map(
        (way) => `DomainNames ${way}`,
      ),
    );
  });
});

describe('a load balancer before the domain controllers', () => {
  const { all, egress, ingress } = networkOf(directConnect);
  const TARGETS = 'AWS::ElasticLoadBalancingV2::TargetGroup';

  test('has a port for each domain controller, and one domain controller behind it', () => {
    const behind = all('AWS::ElasticLoadBalancingV2::Listener').map(({ Properties }) => {
      const [action] = Properties['DefaultActions'] as { readonly TargetGroupArn: unknown }[];
      const group = all(TARGETS).find(({ id }) => id === text(action?.TargetGroupArn));
      return [Properties['Port'], Properties['Protocol'], group?.Properties['Targets']];
    });
    expect(behind).toEqual([
      [636, 'TCP', [{ AvailabilityZone: 'all', Id: '10.20.0.11', Port: 636 }]],
      [6362, 'TCP', [{ AvailabilityZone: 'all', Id: '10.20.0.12', Port: 636 }]],
    ]);
  });

  test('passes TLS on as it comes, from its own addresses, and looks whether somebody answers', () => {
    const attributes = (Properties: Readonly<Record<string, unknown>>, name: string) =>
      Object.fromEntries(
        (Properties[name] as { readonly Key: string; readonly Value: string }[]).map(({ Key, Value }) => [
          Key,
          Value,
        ]),
      );
    for (const { Properties } of all(TARGETS)) {
      expect(Properties).toMatchObject({ Protocol: 'TCP', HealthCheckProtocol: 'TCP', TargetType: 'ip' });
      expect(attributes(Properties, 'TargetGroupAttributes')).toMatchObject({
        'preserve_client_ip.enabled': 'false',
      });
    }
    const [balancer] = all('AWS::ElasticLoadBalancingV2::LoadBalancer').map(({ Properties }) => Properties);
    expect(balancer).toMatchObject({ Scheme: 'internal', Type: 'network' });
    expect(attributes(balancer ?? {}, 'LoadBalancerAttributes')).toMatchObject({
      'load_balancing.cross_zone.enabled': 'true',
    });
    expect(balancer?.['SubnetMappings']).toMatchObject([
      { PrivateIPv4Address: '10.80.0.10' },
      { PrivateIPv4Address: '10.80.1.10' },
    ]);
  });

  test('is the only way: from the functions to its ports, from it to the domain controllers', () => {
    expect(egress()).toEqual([
      'LoadBalancer 10.20.0.11/32 tcp 636',
      'LoadBalancer 10.20.0.12/32 tcp 636',
      'DirectoryLink pl-6fa54006 tcp 443',
      'DirectoryLink LoadBalancer tcp 636',
      'DirectoryLink LoadBalancer tcp 6362',
      'DirectoryLink Endpoints tcp 443',
    ]);
    expect(ingress().filter((rule) => rule.startsWith('LoadBalancer'))).toEqual([
      'LoadBalancer DirectoryLink tcp 636',
      'LoadBalancer DirectoryLink tcp 6362',
    ]);
  });

  test('answers, in the VPC, to the name of each domain controller', () => {
    expect(
      all('AWS::Route53::RecordSet').map(({ Properties }) => [
        Properties['Name'],
        text((Properties['AliasTarget'] as { readonly DNSName: unknown }).DNSName),
      ]),
    ).toEqual([
      ['dc1.corp.example.com.', 'dualstack.LoadBalancer'],
      ['dc2.corp.example.com.', 'dualstack.LoadBalancer'],
    ]);
  });
});

test('a service of breached passwords is opened to the networks it is in, and to no other', () => {
  const breachedPasswords = { ...RANGE_QUERY, addresses: ['192.0.2.0/24'] };
  const asking = { ...existingVpc, policy: { ...existingVpc.policy, breachedPasswords } };
  expect(networkOf(asking).egress()).toEqual([
    'DirectoryLink 10.20.0.11/32 tcp 636',
    'DirectoryLink 192.0.2.0/24 tcp 443',
    'DirectoryLink pl-6fa54006 tcp 443',
    'DirectoryLink sg-0123456789abcdef0 tcp 443',
  ]);
});

describe('the endpoints of a VPC of our own', () => {
  test('pass on only what the functions ask, and only to our own account', () => {
    const doors = tunnel.all('AWS::EC2::VPCEndpoint').map(({ Properties }) => {
      const { Statement } = Properties['PolicyDocument'] as { Statement: Record<string, unknown>[] };
      return {
        actions: Statement.flatMap(({ Action }) => Action as string[]),
        when: Statement.map((s) => s['Condition']),
      };
    });
    expect(doors.map(({ actions }) => [...new Set(actions.map((action) => action.split(':')[0]))])).toEqual([
      ['kms'],
      ['secretsmanager'],
      ['dynamodb'],
    ]);
    expect(doors.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([]);
    const account = { Ref: 'AWS::AccountId' };
    for (const { when } of doors)
      expect(when).toEqual([
        { StringEquals: { 'aws:PrincipalAccount': account, 'aws:ResourceAccount': account } },
      ]);
  });
});

describe('private doors', () => {
  const behindDoors = networkOf({
    ...example,
    canary: CANARY,
    portal: { ...example.portal, door: 'private', allowList: ['10.20.0.0/16', '10.21.0.0/16'] },
    administration: { ...example.administration, door: 'private', allowList: ['10.20.9.0/24'] },
  });

  test('are reached on 443 from the networks on their lists, and by the canary', () => {
    const into = behindDoors.ingress().filter((rule) => rule.startsWith('DoorEndpoint'));
    expect(into.map((rule) => rule.replace('DoorEndpoint ', '')).toSorted()).toEqual([
      '10.20.0.0/16 tcp 443',
      '10.20.9.0/24 tcp 443',
      '10.21.0.0/16 tcp 443',
      'DoorLink tcp 443',
    ]);
    expect(behindDoors.egress().filter((rule) => rule.startsWith('DoorLink'))).toEqual([
      'DoorLink DoorEndpoint tcp 443',
    ]);
  });

  test('take no private DNS from the VPC, and lead to no API of another account', () => {
    const [endpoint] = behindDoors
      .all('AWS::EC2::VPCEndpoint')
      .filter(({ id }) => id.startsWith('DoorEndpoint'));
    expect(endpoint?.Properties).toMatchObject({ PrivateDnsEnabled: false, VpcEndpointType: 'Interface' });
    const { Statement } = (endpoint?.Properties ?? {})['PolicyDocument'] as {
      readonly Statement: readonly { readonly Resource: unknown }[];
    };
    expect(Statement.map(({ Resource }) => text(Resource))).toEqual([
      'arn:AWS::Partition:execute-api:AWS::Region:AWS::AccountId:*',
    ]);
  });
});

describe('the record of who spoke to whom', () => {
  test('is kept of a VPC of our own, refused or not, under a key of ours and as long as other logs', () => {
    expect(tunnel.all('AWS::EC2::FlowLog').map(({ Properties }) => Properties['TrafficType'])).toEqual([
      'ALL',
    ]);
    const [log] = tunnel.all('AWS::Logs::LogGroup');
    expect(log?.Properties).toMatchObject({ RetentionInDays: example.logRetentionDays });
    expect(text(log?.Properties['KmsKeyId'])).toBe('NetworkFlowRecordKey');
  });

  test('of a VPC that is there is its owner’s', () => {
    expect(networkOf(existingVpc).all('AWS::EC2::FlowLog')).toEqual([]);
  });
});

describe('a VPC that is there already', () => {
  test('gets a way out and a rule at its endpoints, and nothing else', () => {
    const { all, ingress } = networkOf(existingVpc);
    const types = ['AWS::EC2::VPC', 'AWS::EC2::VPCEndpoint', 'AWS::EC2::Route', 'AWS::Route53::HostedZone'];
    expect(types.flatMap((type) => all(type))).toEqual([]);
    expect(ingress()).toEqual(['sg-0123456789abcdef0 DirectoryLink tcp 443']);
  });
});
