import * as z from 'zod';
import { ipv4, ipv4Range } from './addresses.ts';
import { loadBalancerSettings } from './load-balancer-settings.ts';
import { say, text } from './wording.ts';

const PREFIX_LIST =
  'the id of the AWS-managed prefix list of DynamoDB in the region; `aws ec2 describe-managed-prefix-lists ' +
  '--filters Name=prefix-list-name,Values=com.amazonaws.REGION.dynamodb` shows it';

const everyNetwork = {
  dynamoDbPrefixListId: text(PREFIX_LIST, /^pl-[0-9a-f]+$/),
  /** How functions find the domain controllers' names. */
  names: z
    .discriminatedUnion(
      'kind',
      [
        /** A private zone for each domain controller, holding the address given above: no DNS traffic leaves the VPC. */
        z.strictObject({ kind: z.literal('private-zones') }),
        /** The domain's own DNS servers, through a Route 53 Resolver endpoint (about 180 US dollars a month). */
        z.strictObject({
          kind: z.literal('resolver'),
          addresses: z
            .array(ipv4('the address of a DNS server of the domain'))
            .min(1, 'is empty: give the addresses of DNS servers of the domain')
            .max(6, 'has more than the six that a resolver asks: leave the farthest out'),
        }),
        /** The VPC finds them already. */
        z.strictObject({ kind: z.literal('present') }),
      ],
      say("{ kind: 'private-zones' }, { kind: 'resolver', addresses } or { kind: 'present' }"),
    )
    .default({ kind: 'private-zones' }),
  loadBalancer: loadBalancerSettings.optional(),
} as const;

const newVpc = {
  ...everyNetwork,
  /** The VPC's own addresses; nothing on premises may use them. A quarter of them is for the functions in each of two zones. */
  cidr: ipv4Range.default('10.90.0.0/24'),
  onPremisesCidrs: z.array(ipv4Range).min(1, 'is empty: give the networks of the domain controllers'),
  /** A NAT gateway, for the canary and for `policy.breachedPasswords.rangeQuery`; nothing else takes that way. */
  nat: z.boolean(say('true or false')).default(false),
} as const;

/** A new VPC, joined to the premises by a site-to-site VPN. */
export const newVpcVpn = z.strictObject({
  kind: z.literal('new-vpc-vpn'),
  ...newVpc,
  customerGatewayIp: ipv4('the public IPv4 address of the VPN device on premises'),
  bgpAsn: z
    .int(say('the BGP ASN of that device, such as 65010'))
    .min(1, 'is no BGP ASN: give that of the device, such as 65010')
    .max(4_294_967_294, 'is no BGP ASN: give that of the device, such as 65010'),
  /** `static` for devices without BGP: `onPremisesCidrs` become the routes. */
  routing: z.enum(['bgp', 'static'], say("'bgp', or 'static' for a device without it")).default('bgp'),
});

/** A new VPC, attached to a transit gateway that reaches the premises (over Direct Connect or VPN). */
export const newVpcTransitGateway = z.strictObject({
  kind: z.literal('new-vpc-transit-gateway'),
  ...newVpc,
  transitGatewayId: text('the id of the transit gateway, such as tgw-0123456789abcdef0', /^tgw-[0-9a-f]+$/),
});

const SUBNET = z.strictObject({
  id: text('the id of a private subnet', /^subnet-[0-9a-f]+$/),
  availabilityZone: text('the availability zone of the subnet, such as eu-west-1a', /^[a-z0-9-]+$/),
  routeTableId: text('the id of the route table of the subnet', /^rtb-[0-9a-f]+$/),
});
const securityGroupId = (of: string) =>
  text(`the security group of ${of}, such as sg-0123`, /^sg-[0-9a-f]+$/);

/** A VPC that reaches the domain controllers already, by a Direct Connect gateway or however. */
export const existingVpc = z.strictObject({
  kind: z.literal('existing-vpc'),
  ...everyNetwork,
  vpcId: text('the id of the VPC', /^vpc-[0-9a-f]+$/),
  subnets: z.array(SUBNET).min(2, 'needs two subnets, in different availability zones'),
  /** Endpoints for KMS, Secrets Manager and DynamoDB: made here, or there already behind this security group. */
  endpoints: z.union(
    [z.literal('create'), z.strictObject({ securityGroupId: securityGroupId('the endpoints') })],
    say("'create', or { securityGroupId } of endpoints that are there"),
  ),
  /** The addresses from which the subnets reach the web, where they do: the canary comes from there. */
  natAddresses: z
    .array(ipv4('the public address of a NAT gateway'))
    .min(1, 'is empty: give the public addresses of the NAT gateways, or leave it out')
    .optional(),
});

/** What is said of the network, whichever kind it is of. */
export type NetworkSettings =
  z.output<typeof newVpcVpn> | z.output<typeof newVpcTransitGateway> | z.output<typeof existingVpc>;
