import { RIGHT } from './access-list.ts';

/** How values of an attribute compare. */
export type Syntax = 'text' | 'number' | 'dn' | 'sid' | 'guid' | 'class' | 'bytes';

export interface AttributeSchema {
  /** In the spelling answers use, whatever was asked for. */
  readonly name: string;
  readonly syntax: Syntax;
  /** Computed on demand: in no `*`, in no filter (MS-ADTS 3.1.1.4.5). */
  readonly constructed: boolean;
  /** Its schemaIDGUID, for those that access lists single out. */
  readonly guid?: string;
}

const TEXT = `accountNameHistory cn c co company comment dc department description displayName dNSHostName dnsRoot
  employeeID givenName initials l mail mobile name nETBIOSName operatingSystem ou physicalDeliveryOfficeName
  preferredLanguage sAMAccountName servicePrincipalName sn telephoneNumber title uid uPNSuffixes userPrincipalName
  showInAdvancedViewOnly whenChanged whenCreated msDS-PasswordComplexityEnabled msDS-PasswordReversibleEncryptionEnabled`;
const NUMBERS = `accountExpires adminCount badPasswordTime badPwdCount codePage countryCode groupType instanceType
  lastLogon lastLogonTimestamp lockOutObservationWindow lockoutDuration lockoutThreshold lockoutTime logonCount
  maxPwdAge minPwdAge minPwdLength primaryGroupID pwdHistoryLength pwdLastSet pwdProperties sAMAccountType
  userAccountControl uSNChanged uSNCreated msDS-Behavior-Version msDS-LockoutDuration msDS-LockoutObservationWindow
  msDS-LockoutThreshold msDS-MaximumPasswordAge msDS-MinimumPasswordAge msDS-MinimumPasswordLength
  msDS-PasswordHistoryLength msDS-PasswordSettingsPrecedence`;
const NAMES =
  'distinguishedName fSMORoleOwner manager member memberOf msDS-PSOAppliesTo nCName objectCategory';
const CONSTRUCTED = `tokenGroups msDS-User-Account-Control-Computed msDS-UserPasswordExpiryTimeComputed
  msDS-ResultantPSO allowedAttributesEffective allowedAttributes canonicalName`;

const GUIDS: Readonly<Record<string, string>> = {
  lockoutTime: RIGHT.lockoutTime,
  pwdLastSet: RIGHT.pwdLastSet,
  userAccountControl: RIGHT.userAccountControl,
};

const ATTRIBUTES: readonly AttributeSchema[] = [
  ...declare(TEXT, 'text'),
  ...declare(NUMBERS, 'number'),
  ...declare(NAMES, 'dn'),
  ...declare('objectClass', 'class'),
  ...declare('objectGUID', 'guid'),
  ...declare('objectSid sIDHistory', 'sid'),
  ...declare('nTSecurityDescriptor unicodePwd userPassword logonHours', 'bytes'),
  ...declare(CONSTRUCTED, 'text', true),
];

function declare(names: string, syntax: Syntax, constructed = false): readonly AttributeSchema[] {
  return names.split(/\s+/).map((name) => {
    const guid = GUIDS[name];
    return guid === undefined ? { name, syntax, constructed } : { name, syntax, constructed, guid };
  });
}

const BY_NAME = new Map(ATTRIBUTES.map((attribute) => [attribute.name.toLowerCase(), attribute]));

/** What the schema says of an attribute, found by name in any case; undefined for those it has not. */
export const schemaOf = (name: string): AttributeSchema | undefined => BY_NAME.get(name.toLowerCase());

/** Attributes that may be written to an object, if its access list lets the requester. */
export const WRITABLE: readonly AttributeSchema[] = ATTRIBUTES.filter(
  ({ name, constructed }) =>
    !constructed &&
    !/^(?:name|distinguishedName|object\w+|memberOf|uSN\w+|when\w+|badP\w+|lastLogon|logonCount)$/.test(name),
);

/** lDAPDisplayNames of classes and the cn of their defaultObjectCategory, which filters may name in its place. */
export const CATEGORIES: Readonly<Record<string, string>> = {
  user: 'Person',
  person: 'Person',
  organizationalPerson: 'Person',
  computer: 'Computer',
  group: 'Group',
  organizationalUnit: 'Organizational-Unit',
  container: 'Container',
  domainDNS: 'Domain-DNS',
  builtinDomain: 'Builtin-Domain',
  configuration: 'Configuration',
  crossRef: 'Cross-Ref',
  crossRefContainer: 'Cross-Ref-Container',
  nTDSDSA: 'NTDS-DSA',
  server: 'Server',
  site: 'Site',
  serversContainer: 'Servers-Container',
  sitesContainer: 'Sites-Container',
  'msDS-PasswordSettings': 'ms-DS-Password-Settings',
  'msDS-PasswordSettingsContainer': 'ms-DS-Password-Settings-Container',
};
