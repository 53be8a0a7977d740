import { HOURS } from './monthly-line.ts';
import { PRICES } from './prices.ts';

type Properties = Readonly<Record<string, unknown>>;
interface Standing {
  /** What the bill calls it. */
  readonly what: string;
  /** How many units, and US dollars a month for one. */
  readonly priced: (properties: Properties) => { readonly count: number; readonly usd: number };
}

const each = (usd: number) => () => ({ count: 1, usd });
const listIn = (properties: Properties, name: string): number => {
  const list = properties[name];
  return Array.isArray(list) ? list.length : 0;
};
/** A connection has two tunnels, each with a public address of AWS's. */
const VPN_MONTH = (PRICES.vpnConnectionHour.usd + 2 * PRICES.publicAddressHour.usd) * HOURS;
const RESOLVER_MONTH = PRICES.resolverAddressHour.usd * HOURS;
/** An alarm is paid for by the metrics it looks at: an expression over eight functions is eight. */
const alarmed = (properties: Properties): number => {
  const queries = (properties['Metrics'] ?? []) as readonly { readonly MetricStat?: object }[];
  return Math.max(1, queries.filter(({ MetricStat }) => MetricStat !== undefined).length);
};

/** What is paid for because it is there, by CloudFormation type. */
export const STANDING: Readonly<Record<string, Standing>> = {
  'AWS::EC2::VPNConnection': { what: 'site-to-site VPN, two addresses', priced: each(VPN_MONTH) },
  'AWS::EC2::TransitGatewayAttachment': {
    what: 'transit gateway attachment',
    priced: each(PRICES.transitAttachmentHour.usd * HOURS),
  },
  'AWS::EC2::VPCEndpoint': {
    what: 'interface endpoint, by zone',
    priced: (properties) => ({
      // A gateway endpoint costs nothing.
      count: properties['VpcEndpointType'] === 'Interface' ? Math.max(1, listIn(properties, 'SubnetIds')) : 0,
      usd: PRICES.interfaceEndpointHour.usd * HOURS,
    }),
  },
  'AWS::EC2::NatGateway': { what: 'NAT gateway', priced: each(PRICES.natGatewayHour.usd * HOURS) },
  'AWS::EC2::EIP': { what: 'public address', priced: each(PRICES.publicAddressHour.usd * HOURS) },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    what: 'network load balancer',
    priced: each(PRICES.loadBalancerHour.usd * HOURS),
  },
  'AWS::Route53Resolver::ResolverEndpoint': {
    what: 'Resolver endpoint, by address',
    priced: (properties) => ({ count: listIn(properties, 'IpAddresses'), usd: RESOLVER_MONTH }),
  },
  'AWS::Route53::HostedZone': { what: 'private zone', priced: each(PRICES.hostedZone.usd) },
  'AWS::KMS::Key': { what: 'key', priced: each(PRICES.key.usd) },
  'AWS::KMS::ReplicaKey': { what: 'key', priced: each(PRICES.key.usd) },
  'AWS::SecretsManager::Secret': { what: 'secret', priced: each(PRICES.secret.usd) },
  'AWS::WAFv2::WebACL': {
    what: 'web ACL with its rules',
    priced: (properties) => ({
      count: 1,
      usd: PRICES.webAcl.usd + listIn(properties, 'Rules') * PRICES.webAclRule.usd,
    }),
  },
  'AWS::CloudWatch::Dashboard': { what: 'dashboard', priced: each(PRICES.dashboard.usd) },
  'AWS::CloudWatch::Alarm': {
    what: 'metric of an alarm',
    priced: (properties) => ({ count: alarmed(properties), usd: PRICES.alarmMetric.usd }),
  },
  'AWS::CloudWatch::CompositeAlarm': { what: 'composite alarm', priced: each(PRICES.compositeAlarm.usd) },
};

/** What costs nothing by being there, or is paid for by use: the bill's other half has that. */
const FREE: readonly RegExp[] = [
  /^AWS::ApiGateway::/,
  /^AWS::Backup::/,
  /^AWS::CDK::Metadata$/,
  /^AWS::CloudFormation::/,
  /^AWS::CodeDeploy::/,
  /^AWS::DynamoDB::(Global)?Table$/,
  /^AWS::EC2::(CustomerGateway|FlowLog|InternetGateway|Route|RouteTable|SecurityGroup(E|In)gress|SecurityGroup|Subnet|SubnetRouteTableAssociation|VPC|VPCGatewayAttachment|VPNConnectionRoute|VPNGateway|VPNGatewayRoutePropagation|PrefixList|NetworkAcl|NetworkAclEntry|SubnetNetworkAclAssociation|VPCDHCPOptionsAssociation|DHCPOptions)$/,
  /^AWS::ElasticLoadBalancingV2::(Listener|TargetGroup)$/,
  /^AWS::Events::/,
  /^AWS::IAM::/,
  /^AWS::KinesisFirehose::/,
  /^AWS::KMS::Alias$/,
  /^AWS::Lambda::/,
  /^AWS::Logs::/,
  /^AWS::Route53::RecordSet$/,
  /^AWS::Route53Resolver::ResolverRule(Association)?$/,
  /^AWS::S3::/,
  /^AWS::SecretsManager::(ResourcePolicy|RotationSchedule)$/,
  /^AWS::SNS::/,
  /^AWS::SQS::/,
  /^AWS::SSM::/,
  /^AWS::WAFv2::(IPSet|LoggingConfiguration|WebACLAssociation)$/,
  /^AWS::XRay::/,
  /^Custom::/,
];

/** Whether nothing is paid for one of these because it is there. */
export const isFree = (type: string): boolean => FREE.some((pattern) => pattern.test(type));
