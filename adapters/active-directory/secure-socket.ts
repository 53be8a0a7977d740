import { isIP } from 'node:net';
import { connect, createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';
import { Failure } from '../../domain/failure.ts';
import { isDiscovery } from './controllers/discovery.ts';
import { lookupAt } from './controllers/dns-asking.ts';
import type { CheckedDomain } from './domain-settings.ts';

/** What the connections of one domain share: its authorities, read once, and the last session with each controller. */
interface Shared {
  readonly context: SecureContext;
  readonly sessions: Map<string, Buffer>;
}
const sharedBy = new WeakMap<CheckedDomain, Shared>();

function sharedOf(domain: CheckedDomain): Shared {
  const known = sharedBy.get(domain);
  if (known) return known;
  const context = createSecureContext({ ca: [...domain.ca], minVersion: 'TLSv1.2' });
  const shared = { context, sessions: new Map<string, Buffer>() };
  sharedBy.set(domain, shared);
  return shared;
}

/**
 * Opens TLS to one domain controller, its certificate and name checked against the domain's own authorities. Throws
 * Failure `directory-untrusted` when that check fails and `directory-unreachable` for everything else, time included.
 */
export function secureSocket(url: string, domain: CheckedDomain, signal: AbortSignal): Promise<TLSSocket> {
  const { hostname, port } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const { context, sessions } = sharedOf(domain);
  const session = sessions.get(url);
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port: Number(port || '636'),
      secureContext: context,
      // Resumed only with the controller whose certificate and name were checked when the session began (RFC 8446 §2.2).
      ...(session && { session }),
      // Server names must not be addresses (RFC 6066 §3); Node then checks the address itself.
      ...(isIP(host) === 0 && { servername: host }),
      ...addressesFrom(domain),
    });
    const giveUp = (why: string) => () => socket.destroy(new Error(why));
    const outOfTime = giveUp('the deadline passed');
    const timer = setTimeout(giveUp('no answer in time'), domain.deadlines.connectMs);
    const settle = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', outOfTime);
      socket.off('error', failed);
    };
    const failed = (cause: Error): void => {
      settle();
      socket.on('error', () => undefined);
      reject(connectFailure(url, cause));
    };
    signal.addEventListener('abort', outOfTime);
    socket.once('error', failed);
    socket.on('session', (begun) => sessions.set(url, begun));
    socket.once('secureConnect', () => {
      settle();
      // Small requests, each awaited: with Nagle's algorithm every one of them would wait 40 ms.
      resolve(socket.setNoDelay(true));
    });
    if (signal.aborted) outOfTime();
  });
}

/** Where the addresses of hosts are looked up, when the machine's own DNS is not to be asked. */
function addressesFrom({ domainControllers, deadlines }: CheckedDomain) {
  const asked =
    isDiscovery(domainControllers) && domainControllers.dnsServers ? domainControllers : undefined;
  return asked ? { lookup: lookupAt(asked, deadlines.connectMs) } : {};
}

/** Codes of the network itself; whatever else Node reports while connecting comes from TLS. */
const NETWORK = /^(ECONN|EHOST|ENET|ETIMEDOUT|EPIPE|EAI_|ENOTFOUND|EADDR|EACCES|EPERM|EMFILE)/;

function connectFailure(url: string, cause: Error & { code?: unknown }): Failure {
  const code = typeof cause.code === 'string' ? cause.code : undefined;
  return code === undefined || NETWORK.test(code)
    ? new Failure('directory-unreachable', `${url} cannot be reached: ${code ?? cause.message}`, { cause })
    : new Failure('directory-untrusted', `${url} cannot be trusted: ${code}: ${cause.message}`, { cause });
}
