import { supportedControls } from './controls.ts';
import { generalizedTime } from './filetime.ts';
import type { AttributeValues } from './response.ts';
import { directoryServiceDn } from './seed/structure.ts';
import type { World } from './world.ts';

/** The rootDSE (MS-ADTS 3.1.1.3.2): what anyone may know, signed in or not. */
export function rootDse(world: World): readonly AttributeValues[] {
  const { domain } = world;
  const configuration = `CN=Configuration,${domain.base}`;
  const attributes: Readonly<Record<string, readonly string[]>> = {
    currentTime: [generalizedTime(world.now())],
    defaultNamingContext: [domain.base],
    rootDomainNamingContext: [domain.base],
    configurationNamingContext: [configuration],
    schemaNamingContext: [`CN=Schema,${configuration}`],
    namingContexts: [domain.base, configuration, `CN=Schema,${configuration}`],
    dnsHostName: [domain.domainController],
    ldapServiceName: [
      `${domain.dns}:${(domain.domainController.split('.')[0] ?? '').toLowerCase()}$@${domain.dns.toUpperCase()}`,
    ],
    dsServiceName: [directoryServiceDn(domain)],
    serverName: [directoryServiceDn(domain).replace(/^CN=NTDS Settings,/, '')],
    supportedControl: supportedControls(world),
    supportedCapabilities: [
      '1.2.840.113556.1.4.800',
      '1.2.840.113556.1.4.1670',
      // LDAP_CAP_ACTIVE_DIRECTORY_PARTIAL_SECRETS.
      ...(world.readOnly ? ['1.2.840.113556.1.4.1920'] : []),
    ],
    supportedLDAPVersion: ['3', '2'],
    supportedSASLMechanisms: ['EXTERNAL'],
    isSynchronized: ['TRUE'],
    isGlobalCatalogReady: ['TRUE'],
    domainFunctionality: ['7'],
    forestFunctionality: ['7'],
    domainControllerFunctionality: ['7'],
    highestCommittedUSN: ['16384'],
  };
  return Object.entries(attributes).map(([name, values]) => ({
    name,
    values: values.map((value) => Buffer.from(value)),
  }));
}
