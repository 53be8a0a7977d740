import { Fn, Stack, type StackProps } from 'aws-cdk-lib';
import { type ISecurityGroup, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { DirectoryLink } from '../constructs/directory-link.ts';
import { DomainNames } from '../constructs/domain-names.ts';
import { PrivateEndpoints } from '../constructs/private-endpoints.ts';
import { RecoveryNetwork } from '../constructs/recovery-network.ts';
import type { Settings } from '../settings.ts';

/** The way to the domain controllers. Changes when the premises' network does. */
export class NetworkStack extends Stack {
  readonly link: DirectoryLink;

  constructor(scope: Construct, id: string, settings: Settings, props: StackProps) {
    super(scope, id, { ...props, description: 'Latchkey: the way to the domain controllers' });
    const { network, domains, policy } = settings;
    const place = new RecoveryNetwork(this, 'Network', network, settings.logRetentionDays);
    const { vpc, subnets } = place;
    const { dynamoDbPrefixListId, names } = network;
    const { breachedPasswords } = policy;
    this.link = new DirectoryLink(this, 'DirectoryLink', {
      vpc,
      subnets,
      domains,
      breachedPasswords,
      dynamoDbPrefixListId,
    });
    new DomainNames(this, 'DomainNames', { vpc, subnets, domains, names });
    this.link.openTo(this.endpoints(network, place));
  }

  /** The first two zones of wherever it is deployed: looking them up would ask AWS at synth. */
  override get availabilityZones(): string[] {
    return [0, 1].map((index) => Fn.select(index, Fn.getAzs()));
  }

  private endpoints(network: Settings['network'], { vpc, subnets }: RecoveryNetwork): ISecurityGroup {
    if (network.kind === 'existing-vpc' && network.endpoints !== 'create')
      return SecurityGroup.fromSecurityGroupId(this, 'PresentEndpoints', network.endpoints.securityGroupId);
    const ours = network.kind !== 'existing-vpc';
    return new PrivateEndpoints(this, 'Endpoints', { vpc, subnets, ours }).securityGroup;
  }
}
