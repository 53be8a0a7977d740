import type { DomainFacts, ReadingFacts } from '../../domain/health/domain-facts.ts';
import type { ControllerFacts, RootFacts } from '../../domain/health/controller-facts.ts';
import type { OwnAccountFacts, ShownAccount } from '../../domain/health/account-facts.ts';
import type { Grant } from '../../domain/health/access-facts.ts';
import type { DomainExaminer } from '../../domain/ports/domain-examiner.ts';
import { DOMAIN, sidOf, STAFF } from './scripted-account.ts';
import { NOW as SEEN_AT } from './stored-records.ts';

export { SEEN_AT };
const DAY = 86_400_000;
export const HEAD = 'DC=corp,DC=example';
const DC = 'ldaps://dc1.corp.example';
const PDC = `CN=NTDS Settings,CN=DC1,CN=Servers,CN=Site,CN=Sites,CN=Configuration,${HEAD}`;
export const REPAIRER = `${DOMAIN}\\svc-selfservice`;
export const PROXY = `${DOMAIN}\\svc-dataproxy`;

/** A domain controller with which all is well. */
export const aController = (changes: Partial<ControllerFacts> = {}): ControllerFacts => ({
  url: DC,
  host: 'dc1.corp.example',
  port: 636,
  name: { kind: 'resolved', addresses: ['10.0.0.1'] },
  connected: { kind: 'yes' },
  tls: { outcome: 'fine', certificate: aCertificate() },
  root: aRoot(),
  ...changes,
});

export const aCertificate = (changes = {}) => ({
  subject: 'dc1.corp.example',
  names: ['dc1.corp.example'],
  issuer: 'Corp CA',
  selfSigned: false,
  validFrom: SEEN_AT - 100 * DAY,
  validTo: SEEN_AT + 200 * DAY,
  fingerprint: 'AB:CD',
  ...changes,
});

export const aRoot = (changes: Partial<RootFacts> = {}): RootFacts => ({
  kind: 'answered',
  time: SEEN_AT,
  askedAt: SEEN_AT - 5,
  answeredAt: SEEN_AT + 5,
  readOnly: false,
  policyHints: true,
  namingContext: HEAD,
  serviceName: PDC,
  hostName: 'dc1.corp.example',
  ...changes,
});

/** An ordinary account, as it is shown. */
export const aShownAccount = (changes: Partial<ShownAccount> = {}): ShownAccount => ({
  distinguishedName: `CN=svc,OU=Service,${HEAD}`,
  sid: sidOf(1601),
  groups: [{ sid: sidOf(513), distinguishedName: `CN=Domain Users,CN=Users,${HEAD}` }],
  memberOf: [],
  adminCount: false,
  flags: [],
  locked: false,
  disabled: false,
  accountExpired: false,
  mustChange: false,
  passwordExpired: false,
  passwordSetAt: SEEN_AT - 30 * DAY,
  ...changes,
});

/** The self-service account, unless it is said to be another. */
export const anOwnAccount = (changes: Partial<OwnAccountFacts> = {}): OwnAccountFacts => ({
  name: REPAIRER,
  username: 'svc-selfservice',
  role: 'self-service',
  signIn: { kind: 'right' },
  shown: aShownAccount(),
  ...changes,
});

export const aGrant = (changes: Partial<Grant> = {}): Grant => ({
  account: REPAIRER,
  at: STAFF,
  trustee: { kind: 'account', sid: sidOf(1601), name: REPAIRER },
  powers: ['extended-right'],
  about: 'Reset Password',
  reaches: 'users',
  entry: {
    mask: 0x100,
    flags: 10,
    object: '00299570-246d-11d0-a768-00aa006e0529',
    inheritedBy: 'bf967aba-0de6-11d0-a285-00aa003049e2',
  },
  ...changes,
});

const ALL = { account: REPAIRER, resetPassword: true, unlock: true, mustChange: true };

export const aReading = (changes: Partial<ReadingFacts> = {}): ReadingFacts => ({
  namingContext: HEAD,
  pdc: PDC,
  historyLength: 5,
  missingUnits: [],
  units: [{ distinguishedName: STAFF, served: STAFF, sealed: false, access: [ALL] }],
  samples: [
    {
      served: STAFF,
      name: `${DOMAIN}\\alice`,
      distinguishedName: `CN=Alice,${STAFF}`,
      sealed: false,
      missing: [],
      access: [ALL],
    },
  ],
  byDataProxy: true,
  passwordSettings: [{ account: PROXY, readable: true }],
  grants: [aGrant()],
  ...changes,
});

/** A domain in which all is well. */
export const aHealthyDomain = (changes: Partial<DomainFacts> = {}): DomainFacts => ({
  domain: DOMAIN,
  baseDn: HEAD,
  controllers: [aController()],
  accounts: [anOwnAccount({ name: PROXY, username: 'svc-dataproxy', role: 'data-proxy' }), anOwnAccount()],
  reading: aReading(),
  ...changes,
});

/** Sees what it is told to see; a healthy domain unless it is told otherwise. */
export const scriptedExaminer = (
  see: (domain: string) => Promise<DomainFacts> = async () => aHealthyDomain(),
  domains: readonly string[] = [DOMAIN],
): DomainExaminer => ({ domains, examine: (domain) => see(domain) });
