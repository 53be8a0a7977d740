import { type ISecurityGroup, type ISubnet, type IVpc, Peer, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { FunctionOptions } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { DOMAINS_FILE } from '../../lambdas/bundle.ts';
import type { Variable } from '../../lambdas/environment.ts';
import type { Settings } from '../settings.ts';

/** How a function is put into a network, and what it is told of it. */
export interface FunctionLink {
  /** Where a function must be put so that it has this way. */
  placement(): Placement;
  /** Tells a function which domains it reaches, and whom to trust there. */
  letReach(reader: { set(variable: Variable, value: string): void }): void;
}

export type Placement = Required<Pick<FunctionOptions, 'vpc' | 'vpcSubnets' | 'securityGroups'>>;

export interface DirectoryLinkProps {
  readonly vpc: IVpc;
  readonly subnets: readonly ISubnet[];
  readonly domains: Settings['domains'];
  readonly breachedPasswords: Settings['policy']['breachedPasswords'];
  /** DynamoDB is reached through a gateway endpoint: by addresses, not by a security group. */
  readonly dynamoDbPrefixListId: string;
  /** Listed domain controllers are behind a load balancer, which is opened with `openTo`. */
  readonly loadBalanced: boolean;
}

const LDAPS = 636;
const DNS = 53;
const HTTPS = 443;

/**
 * The way from a function to the domain controllers, and nowhere else: LDAPS to each listed address (or, where domain
 * controllers are looked up, to the networks they are in), HTTPS to the VPC's own endpoints. Nothing comes in.
 */
export class DirectoryLink extends Construct implements FunctionLink {
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
      Port.tcp(HTTPS),
      'DynamoDB through the gateway endpoint',
    );
  }

  /** Opens the way to what is behind another security group. */
  openTo(other: ISecurityGroup, why: string, ports: readonly number[] = [HTTPS]): void {
    for (const port of ports) {
      this.securityGroup.addEgressRule(other, Port.tcp(port), why);
      other.addIngressRule(this.securityGroup, Port.tcp(port), 'From the Latchkey functions');
    }
  }

  placement(): Placement {
    const { vpc, subnets } = this.props;
    return { vpc, vpcSubnets: { subnets: [...subnets] }, securityGroups: [this.securityGroup] };
  }

  letReach(reader: Parameters<FunctionLink['letReach']>[0]): void {
    reader.set('LATCHKEY_DOMAINS_FILE', DOMAINS_FILE);
  }

  /** Each once, whichever domains share it. */
  private ways(): readonly Way[] {
    const { domains, breachedPasswords, loadBalanced } = this.props;
    const direct = loadBalanced ? [] : domains.flatMap(waysToListed);
    const all = [...direct, ...domains.flatMap(waysToFound), ...waysToTheWeb(breachedPasswords)];
    return [...new Map(all.map((way) => [`${way.to} ${way.port.toString()}`, way])).values()];
  }
}

interface Way {
  /** In CIDR notation. */
  readonly to: string;
  readonly port: Port;
  readonly why: string;
}

type Domain = Settings['domains'][number];

const waysToListed = ({ domainControllers: { listed } }: Domain): readonly Way[] =>
  listed.map(({ url, address }) => ({
    to: `${address}/32`,
    port: Port.tcp(portOf(url)),
    why: `LDAPS to ${new URL(url).hostname}`,
  }));

function waysToFound({ netbiosName, domainControllers: { discover } }: Domain): readonly Way[] {
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
  return [...found, ...names];
}

const waysToTheWeb = (breached: Settings['policy']['breachedPasswords']): readonly Way[] =>
  typeof breached === 'object' && 'rangeQuery' in breached
    ? breached.addresses.map((to) => ({
        to,
        port: Port.tcp(HTTPS),
        why: 'The service of breached passwords',
      }))
    : [];

/** LDAPS has port 636 unless the URL says another. */
const portOf = (url: string): number => Number(new URL(url).port || LDAPS);
