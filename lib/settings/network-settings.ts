import * as z from 'zod';
import { ipv4, ipv4Range, overlap } from './addresses.ts';
import { say, text } from './wording.ts';

const PREFIX_LIST =
  'the id of the AWS-managed prefix list of DynamoDB in the region; `aws ec2 describe-managed-prefix-lists ' +
  '--filters Name=prefix-list-name,Values=com.amazonaws.REGION.dynamodb` shows it';

const everyNetwork = {
  dynamoDbPrefixListId: text(PREFIX_LIST, /^pl-[0-9a-f]+$/),
  /** How functions find the domain controllers' names. */
  names: z
    .discriminatedUnion('kind', [
      /** A private zone for each domain controller, holding the address given above: no DNS traffic leaves the VPC. */
      z.strictObject({ kind: z.literal('private-zones') }),
      /** The domain's own DNS servers, through a Route 53 Resolver endpoint (about 180 US dollars a month). */
      z.strictObject({
        kind: z.literal('resolver'),
        addresses: z.array(ipv4('the address of a DNS server of the domain')).min(1),
      }),
      /** The VPC finds them already. */
      z.strictObject({ kind: z.literal('present') }),
    ])
    .default({ kind: 'private-zones' }),
} as const;

const newVpc = {
  ...everyNetwork,
  /** The VPC's own addresses; nothing on premises may use them. */
  cidr: ipv4Range.default('10.90.0.0/24'),
  onPremisesCidrs: z.array(ipv4Range).min(1, 'is empty: give the networks of the domain controllers'),
} as const;

/** A new VPC, joined to the premises by a site-to-site VPN. */
const newVpcVpn = z.strictObject({
  kind: z.literal('new-vpc-vpn'),
  ...newVpc,
  customerGatewayIp: ipv4('the public IPv4 address of the VPN device on premises'),
  bgpAsn: z.int(say('the BGP ASN of that device, such as 65010')).min(1).max(4_294_967_294),
  /** `static` for devices without BGP: `onPremisesCidrs` become the routes. */
  routing: z.enum(['bgp', 'static']).default('bgp'),
});

/** A new VPC, attached to a transit gateway that reaches the premises (over Direct Connect or VPN). */
const newVpcTransitGateway = z.strictObject({
  kind: z.literal('new-vpc-transit-gateway'),
  ...newVpc,
  transitGatewayId: text('the id of the transit gateway, such as tgw-0123456789abcdef0', /^tgw-[0-9a-f]+$/),
});

const SUBNET = z.strictObject({
  id: text('the id of a private subnet', /^subnet-[0-9a-f]+$/),
  availabilityZone: text('the availability zone of the subnet, such as eu-west-1a', /^[a-z0-9-]+$/),
  routeTableId: text('the id of the route table of the subnet', /^rtb-[0-9a-f]+$/),
});

/** A VPC that reaches the domain controllers already. */
const existingVpc = z.strictObject({
  kind: z.literal('existing-vpc'),
  ...everyNetwork,
  vpcId: text('the id of the VPC', /^vpc-[0-9a-f]+$/),
  subnets: z.array(SUBNET).min(2, 'needs two subnets, in different availability zones'),
  /** Endpoints for KMS, Secrets Manager and DynamoDB: made here, or there already behind this security group. */
  endpoints: z.union([
    z.literal('create'),
    z.strictObject({ securityGroupId: text('the security group of the endpoints', /^sg-[0-9a-f]+$/) }),
  ]),
});

const KINDS = "one of kind: 'new-vpc-vpn', 'new-vpc-transit-gateway' or 'existing-vpc'";

/** How the functions reach the domain controllers. */
export const networkSettings = z
  .discriminatedUnion('kind', [newVpcVpn, newVpcTransitGateway, existingVpc], say(KINDS))
  .superRefine((network, context) => {
    if (network.kind === 'existing-vpc') return;
    network.onPremisesCidrs.forEach((range, index) => {
      if (overlap(range, network.cidr))
        context.addIssue({
          code: 'custom',
          path: ['onPremisesCidrs', index],
          message: `${range} overlaps the VPC's ${network.cidr}: choose another network.cidr`,
        });
    });
  });
export type NetworkSettings = z.output<typeof networkSettings>;
