import { describe, expect, test } from 'vitest';
import example from '../../../config/example.ts';
import existingVpc from '../../../config/example-existing-vpc.ts';
import twoDomains from '../../../config/example-two-domains.ts';
import { synthesized } from '../synthesized.ts';

interface Rule {
  readonly CidrIp?: string;
  readonly IpProtocol: string;
  readonly FromPort: number;
  readonly ToPort: number;
  readonly DestinationPrefixListId?: string;
}
const it = synthesized();
const groupOf = (id: string) =>
  it.all('network', 'AWS::EC2::SecurityGroup').find((group) => group.id.startsWith(id));

describe('the way to the domain controllers', () => {
  test('leads to port 636 of each of them, to the endpoints of the VPC, and nowhere else', () => {
    const inline = groupOf('DirectoryLink')?.Properties['SecurityGroupEgress'] as Rule[];
    const apart = it.all('network', 'AWS::EC2::SecurityGroupEgress').map(({ Properties }) => Properties);
    expect(inline.map(({ CidrIp, FromPort, ToPort }) => [CidrIp, FromPort, ToPort])).toEqual([
      ['10.20.0.11/32', 636, 636],
      ['10.20.0.12/32', 636, 636],
    ]);
    expect(
      apart.map((rule) => [
        it.text(rule['GroupId']),
        it.text(rule['DestinationPrefixListId'] ?? rule['DestinationSecurityGroupId']),
        rule['IpProtocol'],
        rule['FromPort'],
        rule['ToPort'],
      ]),
    ).toEqual([
      ['<DirectoryLinkSecurityGroup.GroupId>', 'pl-6fa54006', 'tcp', 443, 443],
      ['<DirectoryLinkSecurityGroup.GroupId>', '<EndpointsSecurityGroup.GroupId>', 'tcp', 443, 443],
    ]);
  });

  test('lets nothing in', () => {
    expect(groupOf('DirectoryLink')?.Properties).not.toHaveProperty('SecurityGroupIngress');
    const into = it
      .all('network', 'AWS::EC2::SecurityGroupIngress')
      .map(({ Properties }) => it.text(Properties['GroupId']));
    expect(into).toEqual(['<EndpointsSecurityGroup.GroupId>']);
  });

  test('has no internet gateway and no NAT', () => {
    const out = ['AWS::EC2::InternetGateway', 'AWS::EC2::NatGateway', 'AWS::EC2::EgressOnlyInternetGateway'];
    expect(out.flatMap((type) => it.all('network', type))).toEqual([]);
  });

  test('follows a port other than 636 only when a URL says so', () => {
    const listed = [{ address: '10.20.0.11', url: 'ldaps://dc1.corp.example.com:6636' }];
    const domains = example.domains.map((domain) => ({
      ...domain,
      domainControllers: { listed, discover: undefined },
    }));
    const moved = { ...example, domains };
    const rules = synthesized(moved)
      .all('network', 'AWS::EC2::SecurityGroup')
      .flatMap(({ Properties }) => (Properties['SecurityGroupEgress'] ?? []) as Rule[]);
    expect(rules.map(({ FromPort }) => FromPort)).toContain(6636);
    expect(rules.map(({ FromPort }) => FromPort)).not.toContain(636);
  });
});

describe('the way to several domains', () => {
  const both = synthesized(twoDomains);
  const rules = both
    .all('network', 'AWS::EC2::SecurityGroup')
    .filter(({ id }) => id.startsWith('DirectoryLink'))
    .flatMap(({ Properties }) => Properties['SecurityGroupEgress'] as Rule[]);

  test('leads to each listed controller, to the networks of those that are looked up, and to their DNS', () => {
    expect(rules.map(({ CidrIp, IpProtocol, FromPort }) => [CidrIp, IpProtocol, FromPort])).toEqual([
      ['10.20.0.11/32', 'tcp', 636],
      ['10.20.0.12/32', 'tcp', 636],
      ['10.40.0.0/24', 'tcp', 636],
      ['10.40.0.11/32', 'udp', 53],
      ['10.40.0.11/32', 'tcp', 53],
      ['10.40.0.12/32', 'udp', 53],
      ['10.40.0.12/32', 'tcp', 53],
    ]);
  });

  test('has a private zone for each listed controller', () => {
    const zones = both.all('network', 'AWS::Route53::HostedZone').map(({ Properties }) => Properties['Name']);
    expect(zones).toEqual(['dc1.corp.example.com.', 'dc2.corp.example.com.']);
  });

  test('has a rule for the names of each domain where a resolver asks', () => {
    const names = { kind: 'resolver' as const, addresses: ['10.20.0.11', '10.40.0.11'] };
    const resolved = synthesized({ ...twoDomains, network: { ...twoDomains.network, names } });
    const asked = resolved
      .all('network', 'AWS::Route53Resolver::ResolverRule')
      .map(({ Properties }) => Properties['DomainName']);
    expect(asked).toEqual(['corp.example.com', 'plant.example.net']);
  });
});

test('a service of breached passwords is opened to the networks it is in, and to no other', () => {
  const addresses = ['192.0.2.0/24'];
  const breachedPasswords = { rangeQuery: true as const, ifUnreachable: 'allow' as const, addresses };
  const asking = { ...existingVpc, policy: { ...existingVpc.policy, breachedPasswords } };
  const open = synthesized(asking)
    .all('network', 'AWS::EC2::SecurityGroup')
    .flatMap(({ Properties }) => (Properties['SecurityGroupEgress'] ?? []) as Rule[]);
  expect(open.map(({ CidrIp, FromPort }) => [CidrIp, FromPort])).toEqual([
    ['10.20.0.11/32', 636],
    ['192.0.2.0/24', 443],
  ]);
});

describe('the endpoints of a VPC of our own', () => {
  test('pass on only what the functions ask, and only to our own account', () => {
    const doors = it.all('network', 'AWS::EC2::VPCEndpoint').map(({ Properties }) => {
      const { Statement } = Properties['PolicyDocument'] as { Statement: Record<string, unknown>[] };
      return {
        actions: Statement.flatMap(({ Action }) => Action),
        when: Statement.map((s) => s['Condition']),
      };
    });
    expect(doors.map(({ actions }) => actions)).toEqual([
      ['kms:GenerateDataKey', 'kms:GenerateMac'],
      [
        'secretsmanager:DescribeSecret',
        'secretsmanager:GetSecretValue',
        'secretsmanager:PutSecretValue',
        'secretsmanager:UpdateSecretVersionStage',
      ],
      [
        'dynamodb:BatchGetItem',
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:Scan',
        'dynamodb:UpdateItem',
      ],
    ]);
    const account = { Ref: 'AWS::AccountId' };
    for (const { when } of doors)
      expect(when).toEqual([
        { StringEquals: { 'aws:PrincipalAccount': account, 'aws:ResourceAccount': account } },
      ]);
  });
});

describe('a VPC that is there already', () => {
  test('gets a way out and a rule at its endpoints, and nothing else', () => {
    const { all } = synthesized(existingVpc);
    const types = ['AWS::EC2::VPC', 'AWS::EC2::VPCEndpoint', 'AWS::EC2::Route', 'AWS::Route53::HostedZone'];
    expect(types.flatMap((type) => all('network', type))).toEqual([]);
    const [rule] = all('network', 'AWS::EC2::SecurityGroupIngress');
    expect(rule?.Properties).toMatchObject({ GroupId: 'sg-0123456789abcdef0', FromPort: 443, ToPort: 443 });
  });
});
