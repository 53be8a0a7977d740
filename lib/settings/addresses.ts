import { BlockList, isIP, isIPv4 } from 'node:net';
import * as z from 'zod';
import { say } from './wording.ts';

/** One IPv4 address. */
export const ipv4 = (what: string) => z.string(say(what)).refine(isIPv4, say(what));

const IPV4_RANGE = 'an IPv4 network in CIDR notation such as 10.20.0.0/16';
/** An IPv4 network in CIDR notation, written by its first address. */
export const ipv4Range = z
  .string(say(IPV4_RANGE))
  .refine((range) => rangeOf(range)?.family === 'ipv4', { ...say(IPV4_RANGE), abort: true })
  .superRefine((range, context) => {
    const written = byFirstAddress(range);
    if (written !== range)
      context.addIssue({
        code: 'custom',
        message: `"${range}" names an address within the network: write ${written}`,
      });
  });

interface Range {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

/** The parts of a network in CIDR notation; undefined when it is none. */
export function rangeOf(cidr: string): Range | undefined {
  const [, address = '', digits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(cidr) ?? [];
  const version = isIP(address);
  const prefix = Number(digits);
  if (version === 0 || prefix > (version === 4 ? 32 : 128)) return undefined;
  return { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' };
}

/** Whether an IPv4 address lies in one of the networks. */
export function liesIn(address: string, ranges: readonly string[]): boolean {
  const block = new BlockList();
  for (const range of ranges) {
    const { address: network, prefix, family } = rangeOf(range) ?? {};
    if (network !== undefined && prefix !== undefined) block.addSubnet(network, prefix, family);
  }
  return block.check(address, 'ipv4');
}

/** Whether two IPv4 networks share an address. */
export const overlap = (one: string, other: string): boolean => {
  const [first, second] = [rangeOf(one), rangeOf(other)];
  if (!first || !second) return false;
  // Networks are nested or apart: one that shares an address holds the other's first one.
  return first.prefix <= second.prefix ? liesIn(second.address, [one]) : liesIn(first.address, [other]);
};

/** Whether an IPv4 network lies wholly in one of the others. */
export const liesWithin = (range: string, others: readonly string[]): boolean => {
  const { address = '', prefix = 0 } = rangeOf(range) ?? {};
  return others.some((other) => (rangeOf(other)?.prefix ?? 33) <= prefix && liesIn(address, [other]));
};

/** Networks that no route of the internet leads to (RFC 1918, RFC 6598). */
export const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'] as const;

/** The parts of an IPv4 network when it is cut into `2 ** bits` of one size, in order. */
export function cut(range: string, bits: number): readonly string[] {
  const { address = '', prefix = 32 } = rangeOf(range) ?? {};
  const size = 2 ** (32 - prefix - bits);
  return Array.from({ length: 2 ** bits }, (_, index) => {
    return `${dotted(numberOf(address) + index * size)}/${prefix + bits}`;
  });
}

/** Whether AWS keeps an address of a subnet for itself: the first four and the last. */
export function isKeptByAws(address: string, subnet: string): boolean {
  const { address: first = '', prefix = 32 } = rangeOf(subnet) ?? {};
  const place = numberOf(address) - numberOf(first);
  return place < 4 || place === 2 ** (32 - prefix) - 1;
}

function byFirstAddress(range: string): string {
  const { address = '', prefix = 32 } = rangeOf(range) ?? {};
  const size = 2 ** (32 - prefix);
  return `${dotted(Math.floor(numberOf(address) / size) * size)}/${prefix}`;
}

const numberOf = (address: string): number =>
  address.split('.').reduce((number, part) => number * 256 + Number(part), 0);

const dotted = (number: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
