import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { ControllerFacts, RootFacts } from '../../../domain/health/controller-facts.ts';
import { Failure } from '../../../domain/failure.ts';
import type { Clock } from '../../../domain/ports/clock.ts';
import { type Connection, openConnection } from '../connection.ts';
import { isDiscovery } from '../controllers/discovery.ts';
import { askingDns } from '../controllers/dns-asking.ts';
import type { CheckedDomain } from '../domain-settings.ts';
import { text, texts } from '../entry.ts';
import { fromGeneralizedTime } from './generalized-time.ts';
import { seeHandshake } from './seen-handshake.ts';

/** What every look of the doctor at a domain goes by. */
export interface Looking {
  readonly domain: CheckedDomain;
  readonly clock: Clock;
  /** Cuts whatever is under way. */
  readonly signal: AbortSignal;
}

/** Looks at one domain controller: its name, its port, its certificate, and what it tells anybody. Never throws. */
export async function examineController(looking: Looking, url: string): Promise<ControllerFacts> {
  const { hostname, port } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const place = { url, host, port: Number(port || '636') };
  const name = await resolved(looking, host);
  if (name.kind === 'unresolved') return { ...place, name };
  const shaken = await seeHandshake(place, looking.domain, looking.signal);
  if (shaken.tls?.outcome !== 'fine') return { ...place, name, ...shaken };
  return { ...place, name, ...shaken, root: await root(looking, url) };
}

async function resolved({ domain }: Looking, host: string): Promise<ControllerFacts['name']> {
  if (isIP(host) !== 0) return { kind: 'address' };
  try {
    return { kind: 'resolved', addresses: [...new Set(await addressesOf(domain, host))] };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { kind: 'unresolved', because: code };
  }
}

function addressesOf(
  { domainControllers, deadlines }: CheckedDomain,
  host: string,
): Promise<readonly string[]> {
  const { connectMs } = deadlines;
  if (isDiscovery(domainControllers) && domainControllers.dnsServers)
    return askingDns(domainControllers, connectMs, (resolver) => resolver.resolve4(host));
  // The machine's resolver, which every connection asks, has a patience of its own.
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('no answer of the name servers in time')), connectMs).unref(),
  );
  const found = lookup(host, { all: true }).then((all) => all.map(({ address }) => address));
  return Promise.race([found, late]);
}

async function root(
  { domain, clock, signal }: Looking,
  url: string,
): Promise<NonNullable<ControllerFacts['root']>> {
  let connection: Connection | undefined;
  try {
    connection = await openConnection(url, domain, signal);
    return await rootOn(connection, clock);
  } catch (error) {
    if (error instanceof Failure) return { kind: 'silent', because: error.message };
    throw error;
  } finally {
    await connection?.close();
  }
}

/** LDAP_CAP_ACTIVE_DIRECTORY_PARTIAL_SECRETS: a read-only domain controller (MS-ADTS 3.1.1.3.4.3.5). */
const READ_ONLY = '1.2.840.113556.1.4.1920';
const ROOT_ATTRIBUTES = [
  'currentTime',
  'supportedControl',
  'supportedCapabilities',
  'dsServiceName',
  'dnsHostName',
  'defaultNamingContext',
];
/** LDAP_SERVER_POLICY_HINTS, new and old. */
const POLICY_HINTS = ['1.2.840.113556.1.4.2239', '1.2.840.113556.1.4.2066'];

async function rootOn(connection: Connection, clock: Clock): Promise<RootFacts> {
  // The first answer on a new connection takes longer; the clock is to be told by the second.
  await connection.readEntry('', { attributes: ['currentTime'] });
  const askedAt = clock.now();
  const entry = await connection.readEntry('', { attributes: ROOT_ATTRIBUTES });
  const answeredAt = clock.now();
  const time = entry && fromGeneralizedTime(text(entry, 'currentTime') ?? '');
  const namingContext = entry && text(entry, 'defaultNamingContext');
  if (!entry || time === undefined || namingContext === undefined)
    throw new Failure('directory-misbehaved', 'its rootDSE has no currentTime or no defaultNamingContext');
  const controls = texts(entry, 'supportedControl');
  return {
    kind: 'answered',
    time,
    askedAt,
    answeredAt,
    readOnly: texts(entry, 'supportedCapabilities').includes(READ_ONLY),
    policyHints: POLICY_HINTS.some((oid) => controls.includes(oid)),
    namingContext,
    serviceName: text(entry, 'dsServiceName') ?? '',
    hostName: text(entry, 'dnsHostName') ?? '',
  };
}
