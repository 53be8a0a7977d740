import { Resolver } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import type { Discovery } from './discovery.ts';

const TRIES = 2;

/** Asks the configured DNS servers; gives up after that time in any case. The work must not outlive its promise. */
export async function askingDns<T>(
  { dnsServers }: Pick<Discovery, 'dnsServers'>,
  timeoutMs: number,
  work: (resolver: Resolver) => Promise<T>,
): Promise<T> {
  const resolver = new Resolver({ timeout: Math.ceil(timeoutMs / TRIES), tries: TRIES });
  if (dnsServers) resolver.setServers(dnsServers);
  const timer = setTimeout(() => resolver.cancel(), timeoutMs);
  try {
    return await work(resolver);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether these can be DNS servers: `address` or `address:port`. */
export function areDnsServers(servers: readonly string[]): boolean {
  try {
    new Resolver().setServers(servers);
    return servers.length > 0;
  } catch {
    return false;
  }
}

/** Looks addresses up with the same DNS servers that named the hosts: no other may know them. */
export const lookupAt =
  (discovery: Discovery, timeoutMs: number): LookupFunction =>
  (host, { all, family }, callback) => {
    addressesOf(discovery, timeoutMs, host).then(
      (addresses) => {
        const fitting = addresses.filter(
          (each) => !family || each.family === Number(String(family).slice(-1)),
        );
        const [first] = fitting;
        if (!first) callback(new Error(`ENOTFOUND: DNS knows no address of ${host}`), '');
        else if (all) callback(null, fitting);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), ''),
    );
  };

const addressesOf = (discovery: Discovery, timeoutMs: number, host: string) =>
  askingDns(discovery, timeoutMs, async (resolver) => {
    const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const found = [
      ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []),
      ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : []),
    ];
    if (found.length === 0 && four.status === 'rejected') throw four.reason;
    return found;
  });
