import { debuglog } from 'node:util';
import { Failure } from '../../domain/failure.ts';
import { checkedControllers } from './controllers/checked-controllers.ts';
import type { Discovery } from './controllers/discovery.ts';

/** How long to wait, in milliseconds. */
export interface Deadlines {
  /** TCP and TLS with one domain controller. */
  readonly connectMs: number;
  /** One answer of a domain controller. */
  readonly operationMs: number;
  /** Everything from the first connection to the last read, over all domain controllers. */
  readonly totalMs: number;
}

export const DEADLINES: Deadlines = { connectMs: 3_000, operationMs: 5_000, totalMs: 12_000 };

/** One Active Directory domain, and how to reach it. */
export interface DomainSettings {
  /** NetBIOS name; it is the `domain` of every Person found here. */
  readonly netbiosName: string;
  /** DNS name; it also ends every implicit user principal name. */
  readonly dnsName: string;
  /** Further suffixes in use, by which a claim finds its domain. */
  readonly upnSuffixes: readonly string[];
  /**
   * `ldaps://host[:port]` of writable domain controllers, tried in this order, best with the PDC emulator first; or how they
   * are found in DNS.
   */
  readonly domainControllers: readonly string[] | Discovery;
  /** Distinguished name of the domain head. */
  readonly baseDn: string;
  /** PEM certificates of the authorities that may vouch for a domain controller; no other is trusted. */
  readonly ca: readonly string[];
  /** sAMAccountNames of the data proxy account and the one it alternates with. */
  readonly readAccounts?: readonly string[];
  /** sAMAccountNames of the self-service account and the one it alternates with: whose rights over people are looked up. */
  readonly repairAccounts?: readonly string[];
  /** After how many days an account with another to alternate with hands over to it; 30 unless said otherwise. */
  readonly rotatedEveryDays?: number;
  readonly deadlines?: Deadlines;
  /** Connections that one process may have with one domain controller at a time; 8 unless said otherwise. */
  readonly atOnce?: number;
  /** Accounts per page of a listing; AD gives 1000 at most. */
  readonly pageSize?: number;
  /**
   * Told of each domain controller that failed and was passed over for the next one, of each one too busy in time, and of
   * what discovery leaves out. Those that failed time and again are passed over in silence, for half a minute at a time.
   */
  readonly onPassedOver?: (trouble: Failure) => void;
  /** Milliseconds, for how long something is remembered; the system's clock unless said otherwise. */
  readonly now?: () => number;
}

/** Settings as the adapter uses them: checked, and with nothing left to default. */
export type CheckedDomain = Omit<Required<DomainSettings>, 'upnSuffixes'>;

const checkedBefore = new WeakMap<DomainSettings, CheckedDomain>();

/**
 * Refuses what must not run: a domain controller without TLS, no authority to check its certificate against (Node
 * would trust the public ones), and NODE_DEBUG=ldapts, which prints unicodePwd in clear. The same settings give the same
 * domain, so that all its ports in a process share what is known of its controllers, and their connections.
 */
export function checkedDomain(settings: DomainSettings): CheckedDomain {
  const before = checkedBefore.get(settings);
  if (before) return before;
  const checked = checkedAnew(settings);
  checkedBefore.set(settings, checked);
  return checked;
}

function checkedAnew(settings: DomainSettings): CheckedDomain {
  if (debuglog('ldapts').enabled)
    throw new Failure(
      'directory-untrusted',
      'NODE_DEBUG switches on ldapts, which prints passwords; unset it',
    );
  if (settings.ca.length === 0)
    throw new Failure('directory-untrusted', `The domain ${settings.netbiosName} has no CA certificate`);
  const { atOnce = 8 } = settings;
  if (!Number.isInteger(atOnce) || atOnce < 1)
    throw new Failure('directory-misbehaved', `${atOnce} connections at once are no number to work with`);
  return {
    ...settings,
    netbiosName: settings.netbiosName.toUpperCase(),
    domainControllers: checkedControllers(settings.netbiosName, settings.domainControllers),
    atOnce,
    deadlines: settings.deadlines ?? DEADLINES,
    readAccounts: settings.readAccounts ?? [],
    repairAccounts: settings.repairAccounts ?? [],
    rotatedEveryDays: settings.rotatedEveryDays ?? 30,
    pageSize: settings.pageSize ?? 500,
    onPassedOver: settings.onPassedOver ?? (() => undefined),
    now: settings.now ?? Date.now,
  };
}
