/** A domain people may be of, by the names they type. */
export interface KnownDomain {
  /** NetBIOS name in capitals: the `domain` of every Person in it. */
  readonly netbiosName: string;
  /** DNS name, lower case; it also ends every implicit user principal name. */
  readonly dnsName: string;
  /** Further suffixes of user principal names, lower case. Domains of one forest may share some. */
  readonly upnSuffixes: readonly string[];
}

/** Whether `name@suffix` may be a user principal name of this domain. */
export const hasSuffix = ({ dnsName, upnSuffixes }: KnownDomain, suffix: string): boolean =>
  dnsName === suffix || upnSuffixes.includes(suffix);

/** Whether `NAME\user` speaks of this domain: by its NetBIOS or its DNS name, in any case. */
export const isCalled = ({ netbiosName, dnsName }: KnownDomain, name: string): boolean =>
  [netbiosName, dnsName.toUpperCase()].includes(name.toUpperCase());
