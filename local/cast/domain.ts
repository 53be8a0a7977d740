import type { Role } from '../../domain/policy/configuration-document.ts';

/** A group of the demonstration domain. */
export interface CastGroup {
  readonly name: string;
  /** Organizational unit or container relative to the base DN. */
  readonly container: string;
  /** Groups this group is a direct member of. */
  readonly memberOf: readonly string[];
  readonly description: string;
}

/** A fine-grained password policy (password settings object). Durations in milliseconds. */
export interface CastPasswordSettings {
  readonly name: string;
  readonly precedence: number;
  readonly minimumLength: number;
  readonly complexity: boolean;
  readonly historyLength: number;
  readonly minimumAgeMs: number;
  readonly maximumAgeMs: number;
  readonly lockoutThreshold: number;
  readonly lockoutWindowMs: number;
  readonly lockoutDurationMs: number;
  /** Group names. */
  readonly appliesTo: readonly string[];
}

/** An account of a program. Its password never expires. */
export interface CastServiceAccount {
  readonly username: string;
  readonly displayName: string;
  readonly upn: string;
  readonly password: string;
  readonly ou: string;
  readonly description: string;
}

/** The demonstration domain; its password rules are those of the domain head. */
export interface CastDomain {
  readonly base: string;
  /** The domain's own SID; every account and group adds its RID. */
  readonly sid: string;
  /** Goes before what objectGUIDs are made from; empty for the first domain, whose people keep theirs for good. */
  readonly guidSeed: string;
  readonly netbios: string;
  readonly dns: string;
  readonly domainController: string;
  /** Suffixes besides the DNS name that userPrincipalNames may end in. */
  readonly upnSuffixes: readonly string[];
  readonly rules: Omit<CastPasswordSettings, 'name' | 'precedence' | 'appliesTo'>;
  /** Relative to the base, parents first. */
  readonly organizationalUnits: readonly string[];
  readonly groups: readonly CastGroup[];
  readonly passwordSettings: readonly CastPasswordSettings[];
  /** The data proxy account: reads people, and the Password Settings Container. */
  readonly reader: CastServiceAccount;
  /** The self-service account: what the reader may, and Reset Password, lockoutTime, pwdLastSet on `delegatedOu`. */
  readonly resetter: CastServiceAccount;
  /** The account that the data proxy account alternates with, when its secret is rotated: the same rights. */
  readonly readerAlternate: CastServiceAccount;
  /** The account that the self-service account alternates with, likewise. */
  readonly resetterAlternate: CastServiceAccount;
  /** The one organizational unit (relative to the base) the self-service account may repair people in. */
  readonly delegatedOu: string;
  /** Group whose members the demonstration's block list names. */
  readonly blockedGroup: string;
  /** Groups whose members administer Latchkey, by role. */
  readonly roleGroups: Readonly<Record<Role, string>>;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** `corp.example.test`: the names are reserved ones (RFC 2606), so nothing here can be anybody's. */
export const DOMAIN: CastDomain = {
  base: 'DC=corp,DC=example,DC=test',
  sid: 'S-1-5-21-1004336348-1177238915-682003330',
  guidSeed: '',
  netbios: 'CORP',
  dns: 'corp.example.test',
  domainController: 'dc1.corp.example.test',
  upnSuffixes: ['example.com'],
  rules: {
    minimumLength: 10,
    complexity: true,
    historyLength: 5,
    minimumAgeMs: 0,
    maximumAgeMs: 90 * DAY,
    lockoutThreshold: 5,
    lockoutWindowMs: 30 * MINUTE,
    lockoutDurationMs: 30 * MINUTE,
  },
  organizationalUnits: ['OU=Staff', 'OU=Sales,OU=Staff', 'OU=Servers', 'OU=Groups', 'OU=Service', 'OU=IT'],
  groups: [
    group('Latchkey-Users', [], 'May use self-service'),
    group('Sales', ['Latchkey-Users'], 'Sales, all regions'),
    group('Sales-EMEA', ['Sales'], 'Sales in Europe, the Middle East and Africa'),
    group('VIPs', ['Latchkey-Users'], 'The board, under a stricter password policy'),
    group('Contractors', ['Latchkey-Users'], 'People from outside, not offered self-service'),
    group('Latchkey Administrators', [], 'May do everything at the console of Latchkey'),
    group('Latchkey Policy Editors', [], 'Edit questions, user configurations and the block list'),
    group('Latchkey Help Desk', [], 'Look people up, revoke and remind'),
    group('Latchkey Auditors', [], 'Read everything, change nothing'),
  ],
  passwordSettings: [
    {
      name: 'PSO-VIP',
      precedence: 10,
      minimumLength: 16,
      complexity: true,
      historyLength: 10,
      minimumAgeMs: 0,
      maximumAgeMs: 180 * DAY,
      lockoutThreshold: 5,
      lockoutWindowMs: 10 * MINUTE,
      lockoutDurationMs: 10 * MINUTE,
      appliesTo: ['VIPs'],
    },
  ],
  reader: {
    username: 'svc-latchkey-read',
    displayName: 'Latchkey data proxy',
    upn: 'svc-latchkey-read@corp.example.test',
    password: 'Reads-Only-8841-quietly',
    ou: 'OU=Service',
    description: 'Data proxy account: may read people, groups and password settings',
  },
  resetter: {
    username: 'svc-latchkey-reset',
    displayName: 'Latchkey self-service',
    upn: 'svc-latchkey-reset@corp.example.test',
    password: 'Opens-Doors-5072-gently',
    ou: 'OU=Service',
    description: 'Self-service account: may reset and unlock in OU=Staff',
  },
  readerAlternate: {
    username: 'svc-latchkey-read-b',
    displayName: 'Latchkey data proxy, alternate',
    upn: 'svc-latchkey-read-b@corp.example.test',
    password: 'Rests-Until-2216-calls',
    ou: 'OU=Service',
    description: 'Data proxy account: may read people, groups and password settings',
  },
  resetterAlternate: {
    username: 'svc-latchkey-reset-b',
    displayName: 'Latchkey self-service, alternate',
    upn: 'svc-latchkey-reset-b@corp.example.test',
    password: 'Waits-Its-Turn-7390',
    ou: 'OU=Service',
    description: 'Self-service account: may reset and unlock in OU=Staff',
  },
  delegatedOu: 'OU=Staff',
  blockedGroup: 'Contractors',
  roleGroups: {
    administrator: 'Latchkey Administrators',
    'policy-editor': 'Latchkey Policy Editors',
    'help-desk': 'Latchkey Help Desk',
    auditor: 'Latchkey Auditors',
  },
};

function group(name: string, memberOf: readonly string[], description: string): CastGroup {
  return { name, container: 'OU=Groups', memberOf, description };
}
