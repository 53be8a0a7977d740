import { cut, isKeptByAws, liesIn, liesWithin, overlap, PRIVATE_RANGES, rangeOf } from './addresses.ts';
import type { NetworkSettings } from './network-kinds.ts';
import type { ToldIssue } from './told-issues.ts';

type NewNetwork = Exclude<NetworkSettings, { kind: 'existing-vpc' }>;
type Tell = (path: ToldIssue['path'], message: string) => void;

/** AWS's own side of the tunnel, and what it keeps: a device with one of these is not talked to. */
const ASNS_OF_AWS = [64_512, 7_224, 9_059];
/** Routes that a route table takes without asking AWS for more. */
const ROUTES = 50;
/** What no VPC may be: this host, loopback, link-local, Lambda's and Docker's own, multicast. */
const RESERVED = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4'];

/** What is wrong of a network whose every value has the right form. */
export function networkMistakes(network: NetworkSettings): readonly ToldIssue[] {
  const wrong: ToldIssue[] = [];
  const tell: Tell = (path, message) => void wrong.push({ path, message });
  if (network.kind === 'existing-vpc') checkSubnets(network.subnets, tell);
  else checkNewVpc(network, tell);
  if (network.kind === 'new-vpc-vpn') checkDevice(network, tell);
  if (network.kind === 'new-vpc-transit-gateway' && network.onPremisesCidrs.length > ROUTES)
    tell(
      ['onPremisesCidrs'],
      `has ${network.onPremisesCidrs.length} networks, and a route table takes ${ROUTES}: put neighbours together`,
    );
  checkLoadBalancer(network, tell);
  return wrong;
}

/** Where functions of a new VPC are, one network in each zone; what comes after them stays free, for the way to the web. */
const functionRanges = (cidr: string): readonly [string, string] => {
  const [first = cidr, second = cidr] = cut(cidr, 2);
  return [first, second];
};

function checkNewVpc({ cidr, onPremisesCidrs, names }: NewNetwork, tell: Tell): void {
  const { prefix = 0 } = rangeOf(cidr) ?? {};
  if (prefix < 16 || prefix > 25)
    tell(
      ['cidr'],
      `${cidr} has not the size of a VPC for this: choose from /16 to /25, such as 10.90.0.0/24`,
    );
  if (RESERVED.some((range) => overlap(range, cidr)))
    tell(
      ['cidr'],
      `${cidr} is of addresses that no VPC may have: choose a private network, such as 10.90.0.0/24`,
    );
  onPremisesCidrs.forEach((range, index) => {
    if (overlap(range, cidr))
      tell(['onPremisesCidrs', index], `${range} overlaps the VPC's ${cidr}: choose another network.cidr`);
    const first = onPremisesCidrs.indexOf(range);
    if (first < index) tell(['onPremisesCidrs', index], `${range} is listed twice: remove one`);
  });
  if (names.kind !== 'resolver') return;
  names.addresses.forEach((address, index) => {
    if (!liesIn(address, onPremisesCidrs))
      tell(
        ['names', 'addresses', index],
        `${address} is in none of network.onPremisesCidrs, so there is no way there: add its network`,
      );
  });
}

function checkDevice(
  { customerGatewayIp, bgpAsn }: Extract<NetworkSettings, { kind: 'new-vpc-vpn' }>,
  tell: Tell,
): void {
  if (liesIn(customerGatewayIp, PRIVATE_RANGES))
    tell(
      ['customerGatewayIp'],
      `${customerGatewayIp} is a private address: give the public one that the device is seen by`,
    );
  if (ASNS_OF_AWS.includes(bgpAsn))
    tell(['bgpAsn'], `${bgpAsn} is AWS's own: give the device another private ASN, such as 65010`);
}

function checkSubnets(
  subnets: Extract<NetworkSettings, { kind: 'existing-vpc' }>['subnets'],
  tell: Tell,
): void {
  subnets.forEach(({ id, availabilityZone }, index) => {
    if (subnets.findIndex((other) => other.id === id) < index)
      tell(['subnets', index, 'id'], `${id} is listed twice: remove one`);
    else if (subnets.findIndex((other) => other.availabilityZone === availabilityZone) < index)
      tell(
        ['subnets', index, 'availabilityZone'],
        `${availabilityZone} is that of another subnet, and an endpoint has one in each zone: give one subnet for each zone`,
      );
  });
}

function checkLoadBalancer(network: NetworkSettings, tell: Tell): void {
  const { loadBalancer, names } = network;
  if (!loadBalancer) return;
  if (names.kind !== 'private-zones')
    tell(
      ['names'],
      "would lead past the load balancer, to the domain controllers themselves: leave it out, or write { kind: 'private-zones' }",
    );
  const { addresses } = loadBalancer;
  if (!addresses) return;
  const place = ['loadBalancer', 'addresses'];
  const [count, ranges] =
    network.kind === 'existing-vpc' ? [network.subnets.length, undefined] : [2, functionRanges(network.cidr)];
  if (addresses.length !== count)
    tell(place, `has ${addresses.length} for ${count} subnets: give one in each subnet of the functions`);
  addresses.forEach((address, index) => {
    const range = ranges?.[index];
    if (addresses.indexOf(address) < index)
      tell([...place, index], `${address} is listed twice: give each subnet its own`);
    else if (range !== undefined && (!liesWithin(`${address}/32`, [range]) || isKeptByAws(address, range)))
      tell(
        [...place, index],
        `${address} is not free for it: give one of ${range}, but not its first four or its last`,
      );
  });
}
