import { Duration, Validations } from 'aws-cdk-lib';
import { type ISubnet, type IVpc, Peer, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import {
  type INetworkLoadBalancer,
  NetworkLoadBalancer,
  NetworkTargetGroup,
  Protocol,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { IpTarget } from 'aws-cdk-lib/aws-elasticloadbalancingv2-targets';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

export interface ControllerLoadBalancerProps {
  readonly vpc: IVpc;
  readonly subnets: readonly ISubnet[];
  readonly domains: Settings['domains'];
  /** One address in each subnet; AWS chooses when undefined. */
  readonly addresses: readonly string[] | undefined;
}

const LDAPS = 636;
const NO_LOG =
  'A network load balancer keeps access logs of TLS listeners only, and no TLS ends here: the flow logs of the VPC say who spoke to whom.';
/** Why rules of AWS and of NIST 800-53 are not kept. */
const ANSWERS = {
  'AwsSolutions::AwsSolutions-ELB2': NO_LOG,
  'NIST.800.53.R5::NIST.800.53.R5-ELBLoggingEnabled': NO_LOG,
  'NIST.800.53.R5::NIST.800.53.R5-ELBv2ACMCertificateRequired':
    'All that passes is LDAPS, end to end: were TLS to end here, the certificate of the domain controller could not be checked, and passwords would be open here.',
  'NIST.800.53.R5::NIST.800.53.R5-ELBDeletionProtectionEnabled':
    'It keeps nothing, and goes and comes back with its stack; a protection would have to be taken off by hand before an uninstall.',
};

/**
 * One inner load balancer before all listed domain controllers, and one listener for each of them: which one answers is never up
 * to it (docs/decisions/0031). It passes TLS on as it comes, so a certificate is still checked against the domain controller's name.
 */
export class ControllerLoadBalancer extends Construct {
  readonly securityGroup: SecurityGroup;
  readonly ports: readonly number[];
  readonly balancer: INetworkLoadBalancer;

  constructor(scope: Construct, id: string, props: ControllerLoadBalancerProps) {
    super(scope, id);
    const { vpc, subnets, domains, addresses } = props;
    const listed = domains.flatMap(({ domainControllers }) => domainControllers.listed);
    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Latchkey load balancer: LDAPS from the functions to the domain controllers',
      allowAllOutbound: false,
    });
    const balancer = new NetworkLoadBalancer(this, 'Balancer', {
      vpc,
      internetFacing: false,
      crossZoneEnabled: true,
      securityGroups: [this.securityGroup],
      subnetMappings: subnets.map((subnet, index) => ({ subnet, ...at(addresses?.[index]) })),
    });
    this.ports = listed.map(({ url, address }) => this.listener(balancer, vpc, url, address));
    // CDK's own types part here under exactOptionalPropertyTypes.
    this.balancer = balancer as INetworkLoadBalancer;
    for (const [rule, reason] of Object.entries(ANSWERS))
      Validations.of(this).acknowledge({ id: rule, reason });
  }

  private listener(balancer: NetworkLoadBalancer, vpc: IVpc, url: string, address: string): number {
    const { hostname, port } = new URL(url);
    const listened = Number(port || LDAPS);
    this.securityGroup.addEgressRule(Peer.ipv4(`${address}/32`), Port.tcp(LDAPS), `LDAPS to ${hostname}`);
    const target = new NetworkTargetGroup(this, `Controller${listened}`, {
      vpc,
      port: LDAPS,
      protocol: Protocol.TCP,
      // Outside the VPC: reached from every zone.
      targets: [new IpTarget(address, LDAPS, 'all')],
      // So that domain controllers see the addresses of the load balancer, and no other.
      preserveClientIp: false,
      crossZoneEnabled: true,
      healthCheck: { protocol: Protocol.TCP, port: String(LDAPS), interval: Duration.seconds(30) },
    });
    balancer.addListener(`Listener${listened}`, {
      port: listened,
      protocol: Protocol.TCP,
      defaultTargetGroups: [target],
    });
    return listened;
  }
}

const at = (address: string | undefined) => (address === undefined ? {} : { privateIpv4Address: address });
