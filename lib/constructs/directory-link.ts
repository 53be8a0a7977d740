import { type ISecurityGroup, type ISubnet, type IVpc, Peer, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { CA_FILE } from '../../lambdas/bundle.ts';
import type { Variable } from '../../lambdas/environment.ts';
import type { Settings } from '../settings.ts';

export interface DirectoryLinkProps {
  readonly vpc: IVpc;
  readonly subnets: readonly ISubnet[];
  readonly domain: Settings['domain'];
  /** DynamoDB is reached through a gateway endpoint: by addresses, not by a security group. */
  readonly dynamoDbPrefixListId: string;
}

const LDAPS = 636;

/**
 * The way from a function to the domain controllers, and nowhere else: LDAPS to each listed address, HTTPS to the
 * VPC's own endpoints. Nothing comes in.
 */
export class DirectoryLink extends Construct {
  readonly securityGroup: SecurityGroup;
  private readonly props: DirectoryLinkProps;

  constructor(scope: Construct, id: string, props: DirectoryLinkProps) {
    super(scope, id);
    this.props = props;
    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', {
      vpc: props.vpc,
      description: 'Latchkey functions: LDAPS to the domain controllers, HTTPS to the endpoints of the VPC',
      allowAllOutbound: false,
    });
    for (const { url, address } of props.domain.domainControllers)
      this.securityGroup.addEgressRule(
        Peer.ipv4(`${address}/32`),
        Port.tcp(portOf(url)),
        `LDAPS to ${new URL(url).hostname}`,
      );
    this.securityGroup.addEgressRule(
      Peer.prefixList(props.dynamoDbPrefixListId),
      Port.tcp(443),
      'DynamoDB through the gateway endpoint',
    );
  }

  /** Opens the way to endpoints behind another security group. */
  openTo(endpoints: ISecurityGroup): void {
    this.securityGroup.addEgressRule(endpoints, Port.tcp(443), 'The endpoints of KMS and Secrets Manager');
    endpoints.addIngressRule(this.securityGroup, Port.tcp(443), 'From the Latchkey functions');
  }

  /** Where a function must be put so that it has this way. */
  placement() {
    const { vpc, subnets } = this.props;
    return { vpc, vpcSubnets: { subnets: [...subnets] }, securityGroups: [this.securityGroup] };
  }

  /** Tells a function which domain it reaches, and whom to trust there. */
  letReach(reader: { set(variable: Variable, value: string): void }): void {
    const { netbiosName, dnsName, upnSuffixes, domainControllers, baseDn } = this.props.domain;
    const urls = domainControllers.map(({ url }) => url);
    reader.set(
      'LATCHKEY_DOMAIN',
      JSON.stringify({ netbiosName, dnsName, upnSuffixes, domainControllers: urls, baseDn }),
    );
    reader.set('LATCHKEY_CA_FILE', CA_FILE);
  }
}

/** LDAPS has port 636 unless the URL says another. */
const portOf = (url: string): number => Number(new URL(url).port || LDAPS);
