import type { Template } from 'aws-cdk-lib/assertions';
import { namedBy } from './named-by.ts';

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}
type Properties = NonNullable<Resource['Properties']>;
interface Order {
  readonly later: string;
  readonly earlier: string;
  /** Which of the earlier ones; all, when left out. */
  readonly when?: (later: Properties, earlier: Properties) => boolean;
}

/** What AWS refuses to make before something that it does not name. */
const ORDERS: readonly Order[] = [
  // Logs of a stage need the account's role for them.
  { later: 'AWS::ApiGateway::Stage', earlier: 'AWS::ApiGateway::Account' },
  { later: 'AWS::ApiGateway::Deployment', earlier: 'AWS::ApiGateway::Method' },
  // What a function needs of its role is asked for while it is made: its VPC, its streams, where its failures go.
  {
    later: 'AWS::Lambda::Function',
    earlier: 'AWS::IAM::Policy',
    when: ({ Role }, { Roles }) => [...namedBy(Role)].some((role) => namedBy(Roles).has(role)),
  },
  {
    later: 'AWS::SecretsManager::RotationSchedule',
    earlier: 'AWS::Lambda::Permission',
    when: (_, { Principal }) => Principal === 'secretsmanager.amazonaws.com',
  },
  { later: 'AWS::WAFv2::LoggingConfiguration', earlier: 'AWS::Logs::ResourcePolicy' },
  {
    later: 'AWS::EC2::VPNGatewayRoutePropagation',
    earlier: 'AWS::EC2::VPCGatewayAttachment',
    when: (_, earlier) => 'VpnGatewayId' in earlier,
  },
  {
    later: 'AWS::EC2::NatGateway',
    earlier: 'AWS::EC2::VPCGatewayAttachment',
    when: (_, earlier) => 'InternetGatewayId' in earlier,
  },
  {
    later: 'AWS::EC2::Route',
    earlier: 'AWS::EC2::VPCGatewayAttachment',
    when: ({ GatewayId }, earlier) =>
      [...namedBy(GatewayId)].some((gateway) => namedBy(earlier).has(gateway)),
  },
  {
    later: 'AWS::EC2::Route',
    earlier: 'AWS::EC2::TransitGatewayAttachment',
    when: (later) => 'TransitGatewayId' in later,
  },
];

/** What CloudFormation might make too early, as nothing in the template makes it wait, a sentence each. */
export function unseenOrder(template: Template): readonly string[] {
  const { Resources = {} } = template.toJSON() as { readonly Resources?: Readonly<Record<string, Resource>> };
  const all = Object.entries(Resources);
  return ORDERS.flatMap(({ later, earlier, when = () => true }) =>
    all
      .filter(([, { Type }]) => Type === later)
      .flatMap(([id, { Properties: late = {} }]) => {
        const before = waitedFor(id, Resources);
        return all
          .filter(([, { Type, Properties = {} }]) => Type === earlier && when(late, Properties))
          .filter(([other]) => !before.has(other))
          .map(([other]) => `${id} (${later}) does not wait for ${other} (${earlier})`);
      }),
  );
}

/** All that is made before a resource. */
function waitedFor(id: string, resources: Readonly<Record<string, Resource>>): ReadonlySet<string> {
  const found = new Set([id]);
  for (const name of found)
    for (const other of namedBy(resources[name])) if (other in resources) found.add(other);
  return found;
}
