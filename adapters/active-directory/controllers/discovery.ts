/** How a domain's controllers are found in DNS, by the SRV records that they keep there themselves (MS-ADTS 6.3.2.3). */
export interface Discovery {
  /** Only hosts with this name, or under it, are gone to, whatever DNS says: `corp.example.com`. */
  readonly suffix: string;
  /** The site, as Active Directory names it, whose domain controllers come before the others. */
  readonly site?: string;
  /** `address[:port]` of the DNS servers to ask, for names and addresses; those of the machine when left out. */
  readonly dnsServers?: readonly string[];
}

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i;

/** Whether a text can be the DNS name of a host or a domain (RFC 1123 §2.1, with the underscores that Windows allows). */
export const isDnsName = (name: string): boolean =>
  name.length <= 253 && name.split('.').every((label) => LABEL.test(label));

/** A DNS name as it is compared: lower case, without the root's dot. */
export const dnsNameOf = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/** Whether a host may be gone to. */
export function isDiscoverable({ suffix }: Discovery, host: string): boolean {
  const [name, end] = [dnsNameOf(host), dnsNameOf(suffix)];
  return isDnsName(name) && (name === end || name.endsWith(`.${end}`));
}

/** Whether a domain's controllers are to be found, not listed. */
export const isDiscovery = (controllers: readonly string[] | Discovery): controllers is Discovery =>
  'suffix' in controllers;
