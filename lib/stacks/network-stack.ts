import { Annotations, CfnOutput, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import { type ISecurityGroup, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { ControllerLoadBalancer } from '../constructs/controller-load-balancer.ts';
import { DirectoryLink } from '../constructs/directory-link.ts';
import { DomainNames } from '../constructs/domain-names.ts';
import { DoorEndpoint, privateDoors } from '../constructs/door-endpoint.ts';
import { DoorLink } from '../constructs/door-link.ts';
import { PrivateEndpoints } from '../constructs/private-endpoints.ts';
import { RecoveryNetwork } from '../constructs/recovery-network.ts';
import type { Settings } from '../settings.ts';
import { canaryOf } from '../settings/canary-settings.ts';
import { networkWarnings } from '../settings/network-warnings.ts';

/** The way to the domain controllers. Changes when the premises' network does. */
export class NetworkStack extends Stack {
  /** The way of every function that reaches the domain controllers. */
  readonly link: DirectoryLink;
  /** The same and a way to the portal's door, if the canary stands in this network. */
  readonly doorLink: DoorLink | undefined;
  /** By which doors are reached that are `private`, if one is. */
  readonly doorEndpoint: DoorEndpoint | undefined;
  /** The tunnel to the premises, where there is one. */
  readonly vpnId: string | undefined;
  /** The addresses that the web sees of what takes the way there. */
  readonly natAddresses: readonly string[];

  constructor(scope: Construct, id: string, settings: Settings, props: StackProps) {
    super(scope, id, { ...props, description: 'Latchkey: the way to the domain controllers' });
    const place = new RecoveryNetwork(this, 'Network', settings);
    this.vpnId = place.vpnId;
    this.natAddresses = place.natAddresses;
    this.link = this.directoryLink(settings, place);
    const { vpc, subnets } = place;
    if (privateDoors(settings).length > 0)
      this.doorEndpoint = new DoorEndpoint(this, 'DoorEndpoint', { vpc, subnets, settings });
    if (canaryOf(settings)?.from === 'network') this.doorLink = this.doorLinkFor(settings, place);
    this.outputs(place);
    for (const warning of networkWarnings(settings))
      Annotations.of(this).addWarningV2('latchkey:network', warning);
  }

  /** The first two zones of wherever it is deployed: looking them up would ask AWS at synth. */
  override get availabilityZones(): string[] {
    return [0, 1].map((index) => Fn.select(index, Fn.getAzs()));
  }

  private directoryLink(settings: Settings, place: RecoveryNetwork): DirectoryLink {
    const { vpc, subnets } = place;
    const { domains, network, policy } = settings;
    const { dynamoDbPrefixListId, names, loadBalancer } = network;
    const link = new DirectoryLink(this, 'DirectoryLink', {
      vpc,
      subnets,
      domains,
      breachedPasswords: policy.breachedPasswords,
      dynamoDbPrefixListId,
      loadBalanced: loadBalancer !== undefined,
    });
    const before = loadBalancer && this.loadBalancer(link, settings, place);
    new DomainNames(this, 'DomainNames', { vpc, subnets, domains, names, balancer: before?.balancer });
    link.openTo(this.endpoints(network, place), 'The endpoints of KMS and Secrets Manager');
    return link;
  }

  private loadBalancer(
    link: DirectoryLink,
    { domains, network: { loadBalancer } }: Settings,
    { vpc, subnets }: RecoveryNetwork,
  ): ControllerLoadBalancer {
    const addresses = loadBalancer?.addresses;
    const made = new ControllerLoadBalancer(this, 'LoadBalancer', { vpc, subnets, domains, addresses });
    link.openTo(made.securityGroup, 'LDAPS through the load balancer', made.ports);
    return made;
  }

  private endpoints(
    network: Settings['network'],
    { vpc, subnets, outward }: RecoveryNetwork,
  ): ISecurityGroup {
    if (network.kind === 'existing-vpc' && network.endpoints !== 'create')
      return SecurityGroup.fromSecurityGroupId(this, 'PresentEndpoints', network.endpoints.securityGroupId);
    const ours = network.kind !== 'existing-vpc';
    return new PrivateEndpoints(this, 'Endpoints', { vpc, subnets, outward, ours }).securityGroup;
  }

  private doorLinkFor({ portal }: Settings, { vpc, subnets, outward }: RecoveryNetwork): DoorLink {
    const [behind] = this.doorEndpoint?.endpoint.connections.securityGroups ?? [];
    const door = portal.door === 'private' && behind ? behind : 'elsewhere';
    return new DoorLink(this, 'DoorLink', {
      vpc,
      subnets: portal.door === 'regional' ? outward : subnets,
      directory: this.link,
      door: portal.door === 'regional' ? 'regional' : door,
    });
  }

  private outputs({ vpnId }: RecoveryNetwork): void {
    if (vpnId !== undefined)
      new CfnOutput(this, 'VpnConnectionId', { description: 'The tunnel to the premises', value: vpnId });
    this.natAddresses.forEach(
      (value, index) =>
        new CfnOutput(this, `NatAddress${index + 1}`, { description: 'What the web sees', value }),
    );
  }
}
