import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { unseenOrder } from './unseen-order.ts';

const role = { Type: 'AWS::IAM::Role' };
const policy = (Role: string) => ({ Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: Role }] } });
const made = (more: object) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } },
  ...more,
});
const told = (Resources: Readonly<Record<string, object>>) =>
  unseenOrder(Template.fromJSON({ Resources: { ...Resources } }));

test('a function waits for the powers of its own role, directly or through another', () => {
  const powers = { Role: role, Other: role, Powers: policy('Role'), OtherPowers: policy('Other') };
  expect(told({ ...powers, Made: made({ DependsOn: 'Powers' }) })).toEqual([]);
  const through = { Type: 'AWS::SQS::Queue', DependsOn: ['Powers'] };
  expect(told({ ...powers, Through: through, Made: made({ DependsOn: ['Through'] }) })).toEqual([]);
  expect(told({ ...powers, Made: made({}) })).toEqual([
    'Made (AWS::Lambda::Function) does not wait for Powers (AWS::IAM::Policy)',
  ]);
});

const attachment = (Properties: object) => ({ Type: 'AWS::EC2::VPCGatewayAttachment', Properties });
const tunnel = attachment({ VpnGatewayId: { Ref: 'Vpn' } });
const web = attachment({ InternetGatewayId: { Ref: 'Web' } });

test.each<[string, string, object, object]>([
  ['a stage with logs', 'AWS::ApiGateway::Stage', {}, { Type: 'AWS::ApiGateway::Account' }],
  ['a deployment', 'AWS::ApiGateway::Deployment', {}, { Type: 'AWS::ApiGateway::Method' }],
  ['the log of a firewall', 'AWS::WAFv2::LoggingConfiguration', {}, { Type: 'AWS::Logs::ResourcePolicy' }],
  ['a propagation', 'AWS::EC2::VPNGatewayRoutePropagation', {}, tunnel],
  ['a NAT gateway', 'AWS::EC2::NatGateway', {}, web],
  ['a route to the web', 'AWS::EC2::Route', { GatewayId: { Ref: 'Web' } }, web],
  [
    'a route to a transit gateway',
    'AWS::EC2::Route',
    { TransitGatewayId: 'tgw-0' },
    { Type: 'AWS::EC2::TransitGatewayAttachment' },
  ],
  [
    'a rotation',
    'AWS::SecretsManager::RotationSchedule',
    {},
    { Type: 'AWS::Lambda::Permission', Properties: { Principal: 'secretsmanager.amazonaws.com' } },
  ],
])('%s that does not wait for what it needs is found', (_what, Type, Properties, Early) => {
  const late = { Type, Properties };
  const Web = { Type: 'AWS::EC2::InternetGateway' };
  expect(told({ Web, Early, Late: { ...late, DependsOn: 'Early' } })).toEqual([]);
  expect(told({ Web, Early, Late: late }).join()).toContain('Late');
});

test('what does not need it waits for nothing', () => {
  expect(told({ Early: tunnel, Late: { Type: 'AWS::EC2::NatGateway' } })).toEqual([]);
  expect(told({ Early: web, Late: { Type: 'AWS::EC2::VPNGatewayRoutePropagation' } })).toEqual([]);
  expect(told({ Early: web, Late: { Type: 'AWS::EC2::Route', Properties: { GatewayId: 'vgw-0' } } })).toEqual(
    [],
  );
});
