import type { BesideCode } from '../lambdas/bundle.ts';
import type { Settings } from './settings.ts';
import { namesOf } from './settings/account-settings.ts';
import { authorityTexts, authorityWarnings } from './settings/authorities.ts';

type Domain = Settings['domains'][number];
type DomainSettings = BesideCode['domains'][number];

/** The domains with the default one first, as everything after the settings has them. */
export function domainsInOrder({
  domains,
  defaultDomain,
}: Pick<Settings, 'domains' | 'defaultDomain'>): readonly Domain[] {
  const isDefault = ({ netbiosName }: Domain): boolean => netbiosName === defaultDomain;
  return [...domains.filter(isDefault), ...domains.filter((domain) => !isDefault(domain))];
}

/** What the functions are told of the domains, in the file beside their code. */
export const deployedDomains = (
  settings: Pick<Settings, 'domains' | 'defaultDomain'>,
): readonly DomainSettings[] =>
  domainsInOrder(settings).map(
    ({ netbiosName, dnsName, upnSuffixes, baseDn, caFile, domainControllers, accounts, rotation }) => ({
      netbiosName,
      dnsName,
      upnSuffixes,
      baseDn,
      domainControllers: controllersOf(domainControllers),
      ca: authorityTexts(caFile),
      readAccounts: namesOf(accounts.dataProxy),
      repairAccounts: namesOf(accounts.selfService),
      rotatedEveryDays: rotation.everyDays,
    }),
  );

function controllersOf({
  listed,
  discover,
}: Domain['domainControllers']): DomainSettings['domainControllers'] {
  if (!discover) return listed.map(({ url }) => url);
  const { suffix, site, dnsServers } = discover;
  return { suffix, ...(site !== undefined && { site }), ...(dnsServers && { dnsServers }) };
}

/** The product's own accounts, `CORP\\svc-latchkey-read`: never served. */
export const ownAccounts = (settings: Pick<Settings, 'domains' | 'defaultDomain'>): readonly string[] =>
  domainsInOrder(settings).flatMap(({ netbiosName, accounts }) =>
    [
      ...namesOf(accounts.dataProxy),
      ...namesOf(accounts.selfService),
      ...(accounts.attributeWriter ? [accounts.attributeWriter.username] : []),
    ].map((name) => `${netbiosName}\\${name}`),
  );

/** What will not be trusted for long, one sentence each; said at synth. */
export const domainWarnings = ({ domains }: Settings, now: number): readonly string[] =>
  domains.flatMap(({ netbiosName, caFile }) => authorityWarnings(netbiosName, caFile, now));
