import { Validations } from 'aws-cdk-lib';
import { CfnEIP, CfnRoute, NatProvider, SubnetType, type Vpc, type VpcProps } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';

/** Small ones: a NAT gateway is in one, and one function in the other. */
const SUBNETS = [
  { name: 'Outward', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 28 },
  { name: 'Public', subnetType: SubnetType.PUBLIC, cidrMask: 28, mapPublicIpOnLaunch: false },
];

const UNRESTRICTED = {
  id: 'NIST.800.53.R5::NIST.800.53.R5-VPCNoUnrestrictedRouteToIGW',
  reason:
    'Of the subnets that hold nothing but the NAT gateway, where the settings ask for one. What may go that way is said by security groups and by the routes of the other subnets.',
};

/**
 * A NAT gateway with an address that stays, and subnets of their own behind it. The functions' subnets have no way there, but to the
 * networks they are given with `lead`; and no security group lets anything out but what is said there.
 */
export class WayToTheWeb extends Construct {
  /** The address that the web sees. */
  readonly address: string;
  private readonly provider: ReturnType<typeof NatProvider.gateway>;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const address = new CfnEIP(this, 'Address', { domain: 'vpc' });
    this.address = address.attrPublicIp;
    this.provider = NatProvider.gateway({ eipAllocationIds: [address.attrAllocationId] });
  }

  /** What a VPC is made with so that it has this way, beside its other subnets. */
  vpcProps(): Pick<VpcProps, 'natGateways' | 'natGatewayProvider' | 'createInternetGateway'> & {
    readonly subnets: typeof SUBNETS;
  } {
    // One gateway: what takes this way can do without it for as long as a zone is down.
    return {
      natGateways: 1,
      natGatewayProvider: this.provider,
      createInternetGateway: true,
      subnets: SUBNETS,
    };
  }

  /** Leads from the functions' subnets of the VPC made with it to those networks, and to no other. */
  lead(vpc: Vpc, networks: readonly string[]): void {
    for (const subnet of vpc.publicSubnets) Validations.of(subnet).acknowledge(UNRESTRICTED);
    const [gateway] = this.provider.configuredGateways;
    if (!gateway) throw new Error('the NAT gateway is made with its VPC, which comes first');
    vpc.isolatedSubnets.forEach(({ routeTable: { routeTableId } }, subnet) =>
      networks.forEach((destinationCidrBlock, network) => {
        const natGatewayId = gateway.gatewayId;
        new CfnRoute(this, `Route${subnet}To${network}`, {
          routeTableId,
          destinationCidrBlock,
          natGatewayId,
        });
      }),
    );
  }
}
