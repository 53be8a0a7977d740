import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { defineConfig, type SettingsInput } from '../../lib/settings.ts';
import { cut, overlap, rangeOf } from '../../lib/settings/addresses.ts';
import { networkWarnings } from '../../lib/settings/network-warnings.ts';
import { mistakesOf } from './mistakes-of.ts';
import { CORP, RIGHT, TUNNEL } from './right-settings.ts';

type NetworkInput = SettingsInput['network'];
type Controllers = SettingsInput['domains'][number]['domainControllers'];
const TRANSIT = {
  kind: 'new-vpc-transit-gateway',
  transitGatewayId: 'tgw-0123456789abcdef0',
  onPremisesCidrs: ['10.20.0.0/16'],
  dynamoDbPrefixListId: 'pl-6fa54006',
} as const;
const subnet = (zone: string, id = zone) => ({
  id: `subnet-0123456789abcdef${id}`,
  availabilityZone: `eu-west-1${zone}`,
  routeTableId: 'rtb-0123456789abcdef0',
});
const EXISTING = {
  kind: 'existing-vpc',
  vpcId: 'vpc-0123456789abcdef0',
  subnets: [subnet('a'), subnet('b')],
  endpoints: 'create',
  dynamoDbPrefixListId: 'pl-6fa54006',
} as const;
const DC1 = { url: 'ldaps://dc1.corp.example.com', address: '10.20.0.11' };
const DC2 = { url: 'ldaps://dc2.corp.example.com:6362', address: '10.20.0.12' };

const settings = (network: object, domainControllers: Controllers = [DC1, DC2]): SettingsInput => ({
  ...RIGHT,
  domains: [{ ...CORP, domainControllers }],
  network: network as NetworkInput,
});
const inNetwork = (network: object, controllers?: Controllers) => mistakesOf(settings(network, controllers));

describe('a network that could not be made', () => {
  test.each([
    [{ ...TUNNEL, cidr: '10.90.0.7/24' }, 'cidr', 'names an address within the network: write 10.90.0.0/24'],
    [{ ...TUNNEL, cidr: '10.90.0.0/26' }, 'cidr', 'choose from /16 to /25'],
    [{ ...TUNNEL, cidr: '10.0.0.0/15' }, 'cidr', 'choose from /16 to /25'],
    [{ ...TUNNEL, cidr: '169.254.0.0/24' }, 'cidr', 'choose a private network'],
    [{ ...TUNNEL, cidr: '10.20.4.0/24' }, 'onPremisesCidrs[0]', "overlaps the VPC's 10.20.4.0/24"],
    [{ ...TUNNEL, onPremisesCidrs: ['10.20.0.0/16', '10.20.0.0/16'] }, 'onPremisesCidrs[1]', 'listed twice'],
    [{ ...TUNNEL, customerGatewayIp: '10.1.1.1' }, 'customerGatewayIp', 'is a private address'],
    [{ ...TUNNEL, bgpAsn: 64512 }, 'bgpAsn', "is AWS's own: give the device another"],
    [{ ...TUNNEL, bgpAsn: 0 }, 'bgpAsn', 'is no BGP ASN: give that of the device'],
    [{ ...TUNNEL, routing: 'ospf' }, 'routing', '"ospf" will not do: give \'bgp\''],
    [{ ...TUNNEL, nat: 'yes' }, 'nat', '"yes" will not do: give true or false'],
    [{ ...TRANSIT, transitGatewayId: 'tgw-abc!' }, 'transitGatewayId', 'give the id of the transit gateway'],
    [
      { ...TRANSIT, onPremisesCidrs: Array.from({ length: 51 }, (_, index) => `10.${index + 20}.0.0/16`) },
      'onPremisesCidrs',
      'a route table takes 50: put neighbours together',
    ],
    [
      { ...TRANSIT, names: { kind: 'resolver', addresses: ['10.30.0.1'] } },
      'names.addresses[0]',
      'there is no way there: add its network',
    ],
    [{ ...TRANSIT, names: 'dns' }, 'names', "give { kind: 'private-zones' }"],
    [{ ...EXISTING, subnets: [subnet('a'), subnet('a')] }, 'subnets[1].id', 'is listed twice: remove one'],
    [
      { ...EXISTING, subnets: [subnet('a', '0'), subnet('a', '1')] },
      'subnets[1].availabilityZone',
      'give one subnet for each zone',
    ],
    [{ ...EXISTING, endpoints: 'made' }, 'endpoints', "give 'create', or { securityGroupId }"],
    [
      { ...EXISTING, natAddresses: ['nat-0123'] },
      'natAddresses[0]',
      'give the public address of a NAT gateway',
    ],
    [{ ...EXISTING, nat: true }, 'nat', 'is no setting: check how it is written'],
    [{ kind: 'vpn' }, 'kind', "give one of kind: 'new-vpc-vpn'"],
  ])('is told at its place, with what to write: %j', (network, place, remedy) => {
    const found = inNetwork(network).filter((line) => line.startsWith(`network.${place}: `));
    expect(found, inNetwork(network).join('\n')).toEqual([expect.stringContaining(remedy)]);
  });

  test('hides no mistake elsewhere, and no mistake elsewhere hides it', () => {
    const found = mistakesOf({
      ...settings({ ...TUNNEL, cidr: '10.20.4.0/24' }, [{ ...DC1, address: '10.30.0.1' }, DC2]),
      name: 'no name',
      colour: 'blue',
      concurrency: { verify: 'many', reset: 500 },
    });
    expect(found.map((line) => String(line.split(':')[0])).toSorted()).toEqual([
      'colour',
      'concurrency.verify',
      'name',
      'network.onPremisesCidrs[0]',
    ]);
    const elsewhere = mistakesOf({
      ...settings(TUNNEL, [{ ...DC1, address: '10.30.0.1' }, DC2]),
      name: 'no name',
    });
    expect(elsewhere.map((line) => line.split(':')[0])).toEqual([
      'name',
      'domains[0].domainControllers[0].address',
    ]);
  });
});

describe('domain controllers on the way', () => {
  test('are one host and one address each', () => {
    const again = { url: 'ldaps://DC1.corp.example.com:6636', address: '10.20.0.13' };
    expect(inNetwork(TUNNEL, [DC1, again])).toEqual([
      expect.stringMatching(/Controllers\[1\]\.url: dc1\.corp\.example\.com is listed as .+ too/i),
    ]);
    expect(inNetwork(TUNNEL, [DC1, { ...DC2, address: DC1.address }])).toEqual([
      expect.stringMatching(/Controllers\[1\]\.address: 10\.20\.0\.11 is that of .+dc1.+ too: give the one/),
    ]);
  });

  test('have ports that there are', () => {
    expect(inNetwork(TUNNEL, [{ ...DC1, url: 'ldaps://dc1.corp.example.com:70000' }])).toEqual([
      expect.stringContaining('has no such port: leave the port out, or give one up to 65535'),
    ]);
  });

  test('of which there is only one are warned of', () => {
    const warned = (controllers: Controllers) => networkWarnings(defineConfig(settings(TUNNEL, controllers)));
    expect(warned([DC1])).toEqual([expect.stringContaining('List another writable one')]);
    expect(warned([DC1, DC2])).toEqual([]);
  });
});

describe('a load balancer before them', () => {
  const balanced = { ...TUNNEL, loadBalancer: { addresses: ['10.90.0.10', '10.90.0.74'] } };

  test('has an address in each subnet of the functions, that is free', () => {
    expect(inNetwork(balanced)).toEqual([]);
    expect(inNetwork({ ...TUNNEL, loadBalancer: {} })).toEqual([]);
    const addresses = (...given: string[]) => inNetwork({ ...TUNNEL, loadBalancer: { addresses: given } });
    expect(addresses('10.90.0.10')).toEqual([expect.stringContaining('has 1 for 2 subnets')]);
    expect(addresses('10.90.0.10', '10.90.0.10')).toEqual([expect.stringContaining('is listed twice')]);
    for (const [first, second] of [
      ['10.90.0.3', '10.90.0.74'],
      ['10.90.0.63', '10.90.0.74'],
      ['10.90.0.74', '10.90.0.75'],
    ] as const)
      expect(addresses(first, second)).toEqual([
        expect.stringContaining('is not free for it: give one of 10.90.0.0/26'),
      ]);
  });

  test('has a port for each domain controller, of all domains, and says which to take', () => {
    expect(inNetwork(balanced, [DC1, { ...DC2, url: 'ldaps://dc2.corp.example.com' }])).toEqual([
      'domains[0].domainControllers[1].url: ldaps://dc2.corp.example.com has port 636 of the load balancer, as ldaps://dc1.corp.example.com has: give each domain controller a port of its own there, such as ldaps://dc2.corp.example.com:6361',
    ]);
  });

  test('reaches private addresses only, and knows only who is listed', () => {
    const open = { ...EXISTING, loadBalancer: {} };
    expect(inNetwork(open, [{ ...DC1, address: '198.51.100.9' }])).toEqual([
      expect.stringContaining('198.51.100.9 is no private address'),
    ]);
    const discover = {
      suffix: 'corp.example.com',
      addresses: ['10.20.0.0/24'],
      dnsServers: ['10.20.0.2'],
    };
    expect(inNetwork(open, { discover })).toEqual([expect.stringContaining('list them as { url, address }')]);
  });

  test('is not gone past by names that lead to the domain controllers themselves', () => {
    const names = { kind: 'resolver', addresses: ['10.20.0.2'] };
    expect(inNetwork({ ...balanced, names })).toEqual([
      expect.stringContaining('network.names: would lead past the load balancer'),
    ]);
  });
});

describe('a private door', () => {
  const behind = (network: object, allowList: 'any' | readonly string[]) =>
    mistakesOf({ ...settings(network), portal: { door: 'private', allowList } });

  test('lets in networks that an answer finds the way back to', () => {
    const told = [
      'portal.allowList[1]: 10.30.0.0/16 is in none of network.onPremisesCidrs, so no answer of a private door leads back there: add its network, or take it off the list',
    ];
    expect(behind(TRANSIT, ['10.20.1.0/24', '10.30.0.0/16'])).toEqual(told);
    expect(behind({ ...TUNNEL, routing: 'static' }, ['10.20.1.0/24', '10.30.0.0/16'])).toEqual(told);
    // Routes that BGP tells are in no settings; nor are those of a VPC that is there.
    for (const network of [TUNNEL, EXISTING]) expect(behind(network, ['10.30.0.0/16'])).toEqual([]);
    expect(behind(TRANSIT, 'any')).toEqual([]);
  });
});

describe('a NAT gateway', () => {
  const asking = { breachedPasswords: { rangeQuery: true, ifUnreachable: 'allow' } } as const;

  test('is the way to a service of breached passwords from a new VPC', () => {
    expect(mistakesOf({ ...settings(TUNNEL), policy: asking })).toEqual([
      expect.stringContaining('policy.breachedPasswords: asks a service on the web'),
    ]);
    expect(mistakesOf({ ...settings({ ...TUNNEL, nat: true }), policy: asking })).toEqual([]);
  });

  test('that nothing uses is warned of', () => {
    const warned = (more: Partial<SettingsInput>) =>
      networkWarnings(defineConfig({ ...settings({ ...TUNNEL, nat: true }), ...more }));
    expect(warned({})).toEqual([expect.stringContaining('nothing takes that way')]);
    expect(warned({ policy: asking })).toEqual([]);
    expect(warned({ canary: { username: 'latchkey-canary', from: 'network' } })).toEqual([]);
  });
});

/** Any network of IPv4, written by its first address. */
const range = fc
  .tuple(fc.nat({ max: 2 ** 32 - 1 }), fc.integer({ min: 8, max: 30 }))
  .map(([number, prefix]) => cut(`${dotted(number)}/${prefix}`, 0)[0] ?? '')
  .map((written) => {
    const { address = '', prefix = 32 } = rangeOf(written) ?? {};
    return `${dotted(Math.floor(numberOf(address) / 2 ** (32 - prefix)) * 2 ** (32 - prefix))}/${prefix}`;
  });
const numberOf = (address: string): number =>
  address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
const dotted = (number: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');

test('networks overlap exactly when they share an address, and a cut one is its parts, side by side', () => {
  fc.assert(
    fc.property(range, range, (one, other) => {
      const ends = (written: string): readonly [number, number] => {
        const { address = '', prefix = 32 } = rangeOf(written) ?? {};
        return [numberOf(address), numberOf(address) + 2 ** (32 - prefix) - 1];
      };
      const [[first, last], [from, to]] = [ends(one), ends(other)];
      expect(overlap(one, other)).toBe(first <= to && from <= last);
      const parts = cut(one, 2).map(ends);
      expect(parts[0]?.[0]).toBe(first);
      expect(parts[3]?.[1]).toBe(last);
      parts.slice(1).forEach(([begin], index) => expect(begin).toBe((parts[index]?.[1] ?? 0) + 1));
    }),
  );
});
