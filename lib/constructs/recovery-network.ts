import {
  CfnRoute,
  CfnTransitGatewayAttachment,
  FlowLogDestination,
  type ISubnet,
  type IVpc,
  IpAddresses,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

type Network = Settings['network'];
type NewNetwork = Exclude<Network, { kind: 'existing-vpc' }>;

/** The VPC the functions are joined to, and its way to the premises. It has no internet gateway and no NAT. */
export class RecoveryNetwork extends Construct {
  readonly vpc: IVpc;
  readonly subnets: readonly ISubnet[];

  constructor(scope: Construct, id: string, network: Network, logRetention: RetentionDays) {
    super(scope, id);
    if (network.kind === 'existing-vpc') {
      this.vpc = this.present(network);
    } else {
      const vpc = this.created(network, logRetention);
      if (network.kind === 'new-vpc-vpn') tunnel(vpc, network);
      else this.attach(vpc, network);
      this.vpc = vpc;
    }
    this.subnets = this.vpc.isolatedSubnets;
  }

  private present({ vpcId, subnets }: Extract<Network, { kind: 'existing-vpc' }>): IVpc {
    return Vpc.fromVpcAttributes(this, 'Vpc', {
      vpcId,
      availabilityZones: subnets.map(({ availabilityZone }) => availabilityZone),
      isolatedSubnetIds: subnets.map(({ id }) => id),
      isolatedSubnetRouteTableIds: subnets.map(({ routeTableId }) => routeTableId),
    });
  }

  private created(network: NewNetwork, retention: RetentionDays): IVpc {
    const vpc = new Vpc(this, 'Vpc', {
      ipAddresses: IpAddresses.cidr(network.cidr),
      maxAzs: 2,
      natGateways: 0,
      createInternetGateway: false,
      subnetConfiguration: [{ name: 'Functions', subnetType: SubnetType.PRIVATE_ISOLATED }],
      restrictDefaultSecurityGroup: false,
      ...(network.kind === 'new-vpc-vpn' && {
        vpnGateway: true,
        vpnRoutePropagation: [{ subnetType: SubnetType.PRIVATE_ISOLATED }],
      }),
    });
    vpc.addFlowLog('Flows', {
      destination: FlowLogDestination.toCloudWatchLogs(new LogGroup(this, 'FlowLog', { retention })),
    });
    // CDK's own types part here under exactOptionalPropertyTypes.
    return vpc as IVpc;
  }

  private attach(vpc: IVpc, network: Extract<Network, { kind: 'new-vpc-transit-gateway' }>): void {
    const { transitGatewayId, onPremisesCidrs } = network;
    const attachment = new CfnTransitGatewayAttachment(this, 'Attachment', {
      transitGatewayId,
      vpcId: vpc.vpcId,
      subnetIds: vpc.isolatedSubnets.map(({ subnetId }) => subnetId),
    });
    vpc.isolatedSubnets.forEach(({ routeTable }, subnet) =>
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
function tunnel(vpc: IVpc, network: Extract<Network, { kind: 'new-vpc-vpn' }>): void {
  const { customerGatewayIp, bgpAsn, routing, onPremisesCidrs } = network;
  vpc.addVpnConnection('Premises', {
    ip: customerGatewayIp,
    asn: bgpAsn,
    ...(routing === 'static' && { staticRoutes: [...onPremisesCidrs] }),
  });
}
