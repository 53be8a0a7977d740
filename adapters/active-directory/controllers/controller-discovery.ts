import type { SrvRecord } from 'node:dns';
import { Failure } from '../../../domain/failure.ts';
import { type Discovery, dnsNameOf, isDiscoverable } from './discovery.ts';
import { askingDns } from './dns-asking.ts';
import { inSrvOrder } from './srv-order.ts';

/** What finding out needs to know of the domain. */
export interface Sought {
  readonly netbiosName: string;
  readonly dnsName: string;
  readonly discovery: Discovery;
  /** How long DNS may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Milliseconds. */
  readonly now: () => number;
  readonly chance: () => number;
  /** Told of each host that was named and is not gone to, and of DNS that gave no answer. */
  readonly told: (trouble: Failure) => void;
}

/** So long an answer of DNS is good. */
const GOOD_MS = 5 * 60_000;
/** So soon DNS is asked again when it gave none, while an earlier answer does. */
const AGAIN_MS = 30_000;

/**
 * The `ldaps://` URLs of a domain's controllers, by their SRV records: the PDC emulator, then those of the site, then all
 * others by priority and weight. An answer is remembered for five minutes; the last good one stands in while DNS fails.
 * Throws Failure `directory-unreachable` when DNS never named one that may be gone to.
 */
export function controllerDiscovery(sought: Sought): () => Promise<readonly string[]> {
  const names = namesOf(sought);
  const lastGood = new Map<string, readonly string[]>();
  let remembered: { readonly urls: readonly string[]; readonly until: number } | undefined;
  let asking: Promise<readonly string[]> | undefined;

  const ask = async (): Promise<readonly string[]> => {
    const answers = await Promise.all(names.map((name) => hostsAt(sought, name)));
    const silences: Failure[] = [];
    names.forEach((name, at) => {
      const answer = answers[at] ?? [];
      if (answer instanceof Failure) silences.push(answer);
      else lastGood.set(name, answer);
    });
    const hosts = [...new Set(names.flatMap((name) => lastGood.get(name) ?? []))];
    const urls = hosts.map((host) => `ldaps://${host}`);
    if (urls.length === 0 && !remembered) throw nobodyNamed(sought, names, silences);
    for (const silence of silences) sought.told(silence);
    const good = silences.length === 0 && urls.length > 0;
    // DNS that knows nobody any more is taken for DNS that is broken.
    const kept = urls.length > 0 ? urls : (remembered?.urls ?? []);
    remembered = { urls: kept, until: sought.now() + (good ? GOOD_MS : AGAIN_MS) };
    return kept;
  };

  return async () => {
    if (remembered && sought.now() < remembered.until) return remembered.urls;
    asking ??= ask().finally(() => (asking = undefined));
    return asking;
  };
}

/** Names of the SRV records, in the order of preference. */
function namesOf({ dnsName, discovery: { site } }: Sought): readonly string[] {
  return [
    `_ldap._tcp.pdc._msdcs.${dnsName}`,
    ...(site === undefined ? [] : [`_ldap._tcp.${site}._sites.dc._msdcs.${dnsName}`]),
    `_ldap._tcp.dc._msdcs.${dnsName}`,
  ];
}

const isNoSuchName = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOTFOUND' || error.code === 'ENODATA');

async function hostsAt(sought: Sought, name: string): Promise<readonly string[] | Failure> {
  try {
    const records = await askingDns(sought.discovery, sought.timeoutMs, (resolver) =>
      resolver.resolveSrv(name),
    );
    return allowed(sought, name, records);
  } catch (error) {
    if (isNoSuchName(error)) return [];
    const why = error instanceof Error ? error.message : 'for an unknown cause';
    return new Failure('directory-unreachable', `DNS did not say who ${name} is: ${why}`, { cause: error });
  }
}

function allowed(sought: Sought, name: string, records: readonly SrvRecord[]): readonly string[] {
  // A target that is the root says that there is no such service (RFC 2782).
  const targets = inSrvOrder(records, sought.chance).filter((record) => dnsNameOf(record.name) !== '');
  for (const { name: host } of targets)
    if (!isDiscoverable(sought.discovery, host))
      sought.told(
        new Failure(
          'directory-untrusted',
          `DNS names ${host} at ${name}; it is not under ${sought.discovery.suffix} and is not gone to`,
        ),
      );
  return targets
    .map((record) => dnsNameOf(record.name))
    .filter((host) => isDiscoverable(sought.discovery, host));
}

function nobodyNamed(
  { netbiosName, discovery: { suffix } }: Sought,
  names: readonly string[],
  silences: readonly Failure[],
): Failure {
  const why =
    silences.length > 0
      ? silences.map(({ message }) => message).join('; ')
      : `nothing under ${suffix} is named at ${names.join(', ')}`;
  return new Failure('directory-unreachable', `DNS names no domain controller of ${netbiosName}: ${why}`, {
    cause: silences[0],
  });
}
