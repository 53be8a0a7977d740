import type { DomainSettings } from '../adapters/active-directory/domain-settings.ts';
import type { LocalDirectory } from './local-directory.ts';
import { ownNames } from './own-names.ts';

/** A domain of this run as the functions find it among theirs. */
export const domainOf = ({
  netbiosName,
  dnsName,
  upnSuffixes,
  baseDn,
  urls,
  ca,
  dataProxy,
  selfService,
}: LocalDirectory): DomainSettings => ({
  netbiosName,
  dnsName,
  upnSuffixes,
  baseDn,
  domainControllers: urls,
  ca: [ca],
  readAccounts: ownNames(dataProxy),
  repairAccounts: ownNames(selfService),
});
