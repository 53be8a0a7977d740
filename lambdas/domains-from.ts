import { readFileSync } from 'node:fs';
import type { JoinedDomain } from '../adapters/active-directory/across/across-domains.ts';
import type { CredentialSource } from '../adapters/active-directory/credential-source.ts';
import type { DomainSettings } from '../adapters/active-directory/domain-settings.ts';
import type { Journal } from './http/site.ts';
import type { Meter } from './metrics.ts';

/** Reads the one variable that says where the domains are. */
interface Reading {
  readonly read: (variable: 'LATCHKEY_DOMAINS_FILE') => string;
}

/**
 * The domains, the default one first; each domain controller that is passed over for the next leaves a line in the journal,
 * and is counted where there is a meter.
 */
export const domainsFrom = ({ read }: Reading, journal: Journal, meter?: Meter): readonly DomainSettings[] =>
  (JSON.parse(readFileSync(read('LATCHKEY_DOMAINS_FILE'), 'utf8')) as readonly DomainSettings[]).map(
    (domain) => ({
      ...domain,
      onPassedOver: (trouble) => {
        journal.error('domain controller passed over', { code: trouble.code }, trouble);
        const { netbiosName } = domain;
        if (trouble.code === 'directory-busy') meter?.count('DirectoryBusy', { domain: netbiosName });
        else meter?.count('ControllerPassedOver', { domain: netbiosName, code: trouble.code });
      },
    }),
  );

/**
 * Each domain with the credentials of its account, `secretIds` being the value of one of the two variables of secrets. A domain
 * without a secret is an Error, which stops a function at once.
 */
export function joinedWith(
  domains: readonly DomainSettings[],
  secretIds: string,
  credentialsIn: (secretId: string) => CredentialSource,
): readonly JoinedDomain[] {
  return domains.map((settings) => ({
    settings,
    credentials: credentialsIn(secretOf(settings.netbiosName, secretIds)),
  }));
}

/** The same of an account that not every domain has: those without a secret are left out. */
export function joinedWhereNamed(
  domains: readonly DomainSettings[],
  secretIds: string,
  credentialsIn: (secretId: string) => CredentialSource,
): readonly JoinedDomain[] {
  const named = Object.keys(JSON.parse(secretIds) as Readonly<Record<string, string>>);
  return joinedWith(
    domains.filter(({ netbiosName }) => named.includes(netbiosName)),
    secretIds,
    credentialsIn,
  );
}

/** The secret of a domain in the value of one of the two variables of secrets; an Error when there is none. */
export function secretOf(netbiosName: string, secretIds: string): string {
  const secretId = (JSON.parse(secretIds) as Readonly<Record<string, string>>)[netbiosName];
  if (secretId === undefined) throw new Error(`no secret is named for the domain ${netbiosName}`);
  return secretId;
}
