import { type ISecurityGroup, type ISubnet, type IVpc, Peer, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { PRIVATE_RANGES } from '../settings/addresses.ts';
import type { DirectoryLink, FunctionLink } from './directory-link.ts';

const HTTPS = Port.tcp(443);

export interface DoorLinkProps {
  readonly vpc: IVpc;
  readonly subnets: readonly ISubnet[];
  readonly directory: DirectoryLink;
  /** Where the portal's door is: on the web, behind an endpoint of somebody's, or behind ours. */
  readonly door: 'regional' | 'elsewhere' | ISecurityGroup;
}

/**
 * The way of the function that does what people do: to the domain controllers as all others, and through the portal's door as
 * people go: HTTPS to the web by a NAT gateway, or to the endpoint of private doors.
 */
export class DoorLink extends Construct implements FunctionLink {
  readonly securityGroup: SecurityGroup;
  private readonly props: DoorLinkProps;

  constructor(scope: Construct, id: string, props: DoorLinkProps) {
    super(scope, id);
    this.props = props;
    const { vpc, door } = props;
    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Latchkey canary: HTTPS to the door of the portal',
      allowAllOutbound: false,
    });
    const web = door === 'regional' ? ['0.0.0.0/0'] : door === 'elsewhere' ? PRIVATE_RANGES : [];
    for (const network of web)
      this.securityGroup.addEgressRule(Peer.ipv4(network), HTTPS, 'The door of the portal');
    if (typeof door === 'string') return;
    this.securityGroup.addEgressRule(door, HTTPS, 'The endpoint of private doors');
    door.addIngressRule(this.securityGroup, HTTPS, 'From the Latchkey canary');
  }

  placement() {
    const { vpc, subnets, directory } = this.props;
    const securityGroups = [directory.securityGroup, this.securityGroup];
    return { vpc, vpcSubnets: { subnets: [...subnets] }, securityGroups };
  }

  letReach(reader: Parameters<FunctionLink['letReach']>[0]): void {
    this.props.directory.letReach(reader);
  }
}
