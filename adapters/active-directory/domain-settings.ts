import { debuglog } from 'node:util';
import { Failure } from '../../domain/failure.ts';

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
  /** `ldaps://host[:port]` of writable domain controllers, tried in this order; best with the PDC emulator first. */
  readonly domainControllers: readonly string[];
  /** Distinguished name of the domain head. */
  readonly baseDn: string;
  /** PEM certificates of the authorities that may vouch for a domain controller; no other is trusted. */
  readonly ca: readonly string[];
  readonly deadlines?: Deadlines;
  /** Accounts per page of a listing; AD gives 1000 at most. */
  readonly pageSize?: number;
  /** Told of each domain controller that was passed over for the next one. */
  readonly onPassedOver?: (trouble: Failure) => void;
}

/** Settings as the adapter uses them: checked, and with nothing left to default. */
export type CheckedDomain = Omit<Required<DomainSettings>, 'upnSuffixes'>;

/**
 * Refuses what must not run: a domain controller without TLS, no authority to check its certificate against (Node
 * would trust the public ones), and NODE_DEBUG=ldapts, which prints unicodePwd in clear.
 */
export function checkedDomain(settings: DomainSettings): CheckedDomain {
  if (debuglog('ldapts').enabled)
    throw new Failure(
      'directory-untrusted',
      'NODE_DEBUG switches on ldapts, which prints passwords; unset it',
    );
  if (settings.ca.length === 0)
    throw new Failure('directory-untrusted', `The domain ${settings.netbiosName} has no CA certificate`);
  if (settings.domainControllers.length === 0)
    throw new Failure('directory-unreachable', `The domain ${settings.netbiosName} has no domain controller`);
  for (const url of settings.domainControllers) requireLdaps(url);
  return {
    ...settings,
    netbiosName: settings.netbiosName.toUpperCase(),
    deadlines: settings.deadlines ?? DEADLINES,
    pageSize: settings.pageSize ?? 500,
    onPassedOver: settings.onPassedOver ?? (() => undefined),
  };
}

function requireLdaps(url: string): void {
  if (!/^ldaps:\/\/[^/@?#]+\/?$/i.test(url) || !URL.canParse(url))
    throw new Failure('directory-untrusted', `${url} is not of the form ldaps://host[:port]`);
}
