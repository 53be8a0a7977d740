import { BlockList, isIP, isIPv4 } from 'node:net';
import * as z from 'zod';
import { say } from './wording.ts';

/** One IPv4 address. */
export const ipv4 = (what: string) => z.string(say(what)).refine(isIPv4, say(what));

const IPV4_RANGE = 'an IPv4 network in CIDR notation such as 10.20.0.0/16';
/** An IPv4 network in CIDR notation. */
export const ipv4Range = z
  .string(say(IPV4_RANGE))
  .refine((range) => rangeOf(range)?.family === 'ipv4', say(IPV4_RANGE));

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
