import { type ISecurityGroup, type ISubnet, type IVpc, Peer, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { INetworkLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { ARecord, PrivateHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { LoadBalancerTarget } from 'aws-cdk-lib/aws-route53-targets';
import {
  CfnResolverEndpoint,
  CfnResolverRule,
  CfnResolverRuleAssociation,
} from 'aws-cdk-lib/aws-route53resolver';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

export interface DomainNamesProps {
  readonly vpc: IVpc;
  readonly subnets: readonly ISubnet[];
  readonly domains: Settings['domains'];
  readonly names: Settings['network']['names'];
  /** What stands before the listed domain controllers, and answers to their names in the VPC. */
  readonly balancer: INetworkLoadBalancer | undefined;
}

/** Lets the VPC find the domain controllers by name, in the way the settings chose. */
export class DomainNames extends Construct {
  constructor(scope: Construct, id: string, props: DomainNamesProps) {
    super(scope, id);
    const { names } = props;
    if (names.kind === 'private-zones') this.privateZones(props);
    if (names.kind === 'resolver') this.resolver(props, names.addresses);
  }

  /** A zone of its own for each host: a zone of the whole domain would hide all its other names from the VPC. */
  private privateZones({ vpc, domains, balancer }: DomainNamesProps): void {
    const all = domains.flatMap(({ domainControllers }) => domainControllers.listed);
    for (const { url, address } of all) {
      const zoneName = new URL(url).hostname;
      const zone = new PrivateHostedZone(this, zoneName, { vpc, zoneName });
      const target = balancer
        ? RecordTarget.fromAlias(new LoadBalancerTarget(balancer))
        : RecordTarget.fromIpAddresses(address);
      new ARecord(this, `${zoneName}-address`, { zone, target });
    }
  }

  /** Questions about the domains' names, and no others, go to their own servers. */
  private resolver({ vpc, subnets, domains }: DomainNamesProps, addresses: readonly string[]): void {
    const endpoint = new CfnResolverEndpoint(this, 'Resolver', {
      direction: 'OUTBOUND',
      ipAddresses: subnets.slice(0, 2).map(({ subnetId }) => ({ subnetId })),
      securityGroupIds: [this.askingGroup(vpc, addresses).securityGroupId],
    });
    for (const { netbiosName, dnsName } of domains) {
      const rule = new CfnResolverRule(this, `Rule${netbiosName}`, {
        domainName: dnsName,
        ruleType: 'FORWARD',
        resolverEndpointId: endpoint.attrResolverEndpointId,
        targetIps: addresses.map((ip) => ({ ip, port: '53' })),
      });
      new CfnResolverRuleAssociation(this, `InTheVpc${netbiosName}`, {
        resolverRuleId: rule.attrResolverRuleId,
        vpcId: vpc.vpcId,
      });
    }
  }

  private askingGroup(vpc: IVpc, addresses: readonly string[]): ISecurityGroup {
    const group = new SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Latchkey resolver: DNS to the servers of the domain',
      allowAllOutbound: false,
    });
    for (const address of addresses)
      for (const port of [Port.udp(53), Port.tcp(53)])
        group.addEgressRule(Peer.ipv4(`${address}/32`), port, 'DNS of the domain');
    return group;
  }
}
