import { type ISecurityGroup, type ISubnet, type IVpc, Peer, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { DOMAINS_FILE } from '../../lambdas/bundle.ts';
import type { Variable } from '../../lambdas/environment.ts';
import type { Settings } from '../settings.ts';

export interface DirectoryLinkProps {
  readonly vpc: IVpc;
  readonly subnets: readonly ISubnet[];
  readonly domains: Settings['domains'];
  readonly breachedPasswords: Settings['policy']['breachedPasswords'];
  /** DynamoDB is reached through a gateway endpoint: by addresses, not by a security group. */
  readonly dynamoDbPrefixListId: string;
}

const LDAPS = 636;
const DNS = 53;

/**
 * The way from a function to the domain controllers, and nowhere else: LDAPS to each listed address (or, where domain
 * controllers are looked up, to the networks they are in), HTTPS to the VPC's own endpoints. Nothing comes in.
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
    for (const { to, port, why } of this.ways()) this.securityGroup.addEgressRule(Peer.ipv4(to), port, why);
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

  /** Tells a function which domains it reaches, and whom to trust there. */
  letReach(reader: { set(variable: Variable, value: string): void }): void {
    reader.set('LATCHKEY_DOMAINS_FILE', DOMAINS_FILE);
  }

  /** Each once, whichever domains share it. */
  private ways(): readonly Way[] {
    const { domains, breachedPasswords } = this.props;
    const all = [...domains.flatMap(waysOf), ...waysToTheWeb(breachedPasswords)];
    return [...new Map(all.map((way) => [`${way.to} ${way.port.toString()}`, way])).values()];
  }
}

interface Way {
  /** In CIDR notation. */
  readonly to: string;
  readonly port: Port;
  readonly why: string;
}

function waysOf({ netbiosName, domainControllers: { listed, discover } }: Settings['domains'][number]) {
  const controllers = listed.map(({ url, address }): Way => ({
    to: `${address}/32`,
    port: Port.tcp(portOf(url)),
    why: `LDAPS to ${new URL(url).hostname}`,
  }));
  const found = (discover?.addresses ?? []).map((to): Way => ({
    to,
    port: Port.tcp(LDAPS),
    why: `LDAPS to the domain controllers of ${netbiosName}`,
  }));
  const names = (discover?.dnsServers ?? []).flatMap((address): Way[] =>
    [Port.udp(DNS), Port.tcp(DNS)].map((port) => ({
      to: `${address}/32`,
      port,
      why: `DNS of ${netbiosName}`,
    })),
  );
  return [...controllers, ...found, ...names];
}

const waysToTheWeb = (breached: Settings['policy']['breachedPasswords']): readonly Way[] =>
  typeof breached === 'object' && 'rangeQuery' in breached
    ? breached.addresses.map((to) => ({ to, port: Port.tcp(443), why: 'The service of breached passwords' }))
    : [];

/** LDAPS has port 636 unless the URL says another. */
const portOf = (url: string): number => Number(new URL(url).port || LDAPS);
