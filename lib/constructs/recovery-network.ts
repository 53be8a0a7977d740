import {
  CfnRoute,
  CfnTransitGatewayAttachment,
  type ISubnet,
  type IVpc,
  IpAddresses,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { rangeOf } from '../settings/addresses.ts';
import { FlowRecord } from './flow-record.ts';
import { WayToTheWeb } from './way-to-the-web.ts';

type Network = Settings['network'];
type NewNetwork = Exclude<Network, { kind: 'existing-vpc' }>;
type Present = Extract<Network, { kind: 'existing-vpc' }>;
type Given = Pick<Settings, 'logRetentionDays' | 'network' | 'policy'>;

/** The VPC the functions are joined to, and its way to the premises. It has no internet gateway and no NAT, unless that is asked for. */
export class RecoveryNetwork extends Construct {
  readonly vpc: IVpc;
  /** Where the functions are. */
  readonly subnets: readonly ISubnet[];
  /** Where a function is that may go to the web; the others too, in a VPC that was there. */
  readonly outward: readonly ISubnet[];
  /** The addresses that the web sees; none where no way leads there, or where nobody said. */
  readonly natAddresses: readonly string[];
  /** The tunnel to the premises, where there is one. */
  readonly vpnId: string | undefined;

  constructor(scope: Construct, id: string, settings: Given) {
    super(scope, id);
    const { network } = settings;
    if (network.kind === 'existing-vpc') {
      this.vpc = this.present(network);
      this.outward = this.vpc.isolatedSubnets;
      this.natAddresses = network.natAddresses ?? [];
    } else {
      const web = network.nat ? new WayToTheWeb(this, 'Web') : undefined;
      const vpc = this.created(network, web);
      new FlowRecord(this, 'FlowRecord', vpc, settings.logRetentionDays);
      if (network.kind === 'new-vpc-vpn') this.vpnId = tunnel(vpc, network);
      else this.attach(vpc, network);
      web?.lead(vpc, networksOnTheWeb(settings));
      // CDK's own types part here under exactOptionalPropertyTypes.
      this.vpc = vpc as IVpc;
      this.outward = vpc.privateSubnets;
      this.natAddresses = web ? [web.address] : [];
    }
    this.subnets = this.vpc.isolatedSubnets;
  }

  private present({ vpcId, subnets }: Present): IVpc {
    return Vpc.fromVpcAttributes(this, 'Vpc', {
      vpcId,
      availabilityZones: subnets.map(({ availabilityZone }) => availabilityZone),
      isolatedSubnetIds: subnets.map(({ id }) => id),
      isolatedSubnetRouteTableIds: subnets.map(({ routeTableId }) => routeTableId),
    });
  }

  private created(network: NewNetwork, web: WayToTheWeb | undefined): Vpc {
    const { subnets = [], ...ways } = web?.vpcProps() ?? { natGateways: 0, createInternetGateway: false };
    return new Vpc(this, 'Vpc', {
      ipAddresses: IpAddresses.cidr(network.cidr),
      maxAzs: 2,
      // A quarter of the VPC for each zone, so that a way to the web comes and goes without a change of these.
      subnetConfiguration: [
        {
          name: 'Functions',
          subnetType: SubnetType.PRIVATE_ISOLATED,
          cidrMask: (rangeOf(network.cidr)?.prefix ?? 24) + 2,
        },
        ...subnets,
      ],
      restrictDefaultSecurityGroup: false,
      ...ways,
      ...(network.kind === 'new-vpc-vpn' && {
        vpnGateway: true,
        vpnRoutePropagation: [
          { subnetType: SubnetType.PRIVATE_ISOLATED },
          ...(web ? [{ subnetType: SubnetType.PRIVATE_WITH_EGRESS }] : []),
        ],
      }),
    });
  }

  private attach(vpc: Vpc, network: Extract<Network, { kind: 'new-vpc-transit-gateway' }>): void {
    const { transitGatewayId, onPremisesCidrs } = network;
    const attachment = new CfnTransitGatewayAttachment(this, 'Attachment', {
      transitGatewayId,
      vpcId: vpc.vpcId,
      subnetIds: vpc.isolatedSubnets.map(({ subnetId }) => subnetId),
    });
    [...vpc.isolatedSubnets, ...vpc.privateSubnets].forEach(({ routeTable }, subnet) =>
      onPremisesCidrs.forEach((destinationCidrBlock, range) => {
        const { routeTableId } = routeTable;
        const route = new CfnRoute(this, `Route${subnet}To${range}`, {
          routeTableId,
          destinationCidrBlock,
          transitGatewayId,
        });
        route.addResourceDependency(attachment);
      }),
    );
  }
}

/** Two tunnels; AWS makes their pre-shared keys, so none is in a template. */
function tunnel(vpc: Vpc, network: Extract<Network, { kind: 'new-vpc-vpn' }>): string {
  const { customerGatewayIp, bgpAsn, routing, onPremisesCidrs } = network;
  const { vpnId } = vpc.addVpnConnection('Premises', {
    ip: customerGatewayIp,
    asn: bgpAsn,
    ...(routing === 'static' && { staticRoutes: [...onPremisesCidrs] }),
  });
  return vpnId;
}

/** What functions ask on the web that have the passwords in hand; nothing, as a rule. */
function networksOnTheWeb({ policy: { breachedPasswords } }: Given): readonly string[] {
  return typeof breachedPasswords === 'object' && 'rangeQuery' in breachedPasswords
    ? breachedPasswords.addresses
    : [];
}
