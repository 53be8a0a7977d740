import { Failure } from '../../../domain/failure.ts';
import { type Discovery, dnsNameOf, isDiscovery, isDnsName } from './discovery.ts';
import { areDnsServers } from './dns-asking.ts';

/**
 * The domain controllers of a domain, if they may be used. Throws a Failure for a URL that is not LDAPS or that is a
 * global catalog's, and for a discovery that could lead anywhere.
 */
export function checkedControllers(
  netbiosName: string,
  controllers: readonly string[] | Discovery,
): readonly string[] | Discovery {
  if (isDiscovery(controllers)) return checkedDiscovery(netbiosName, controllers);
  if (controllers.length === 0)
    throw new Failure('directory-unreachable', `The domain ${netbiosName} has no domain controller`);
  for (const url of controllers) requireLdaps(url);
  return controllers;
}

function requireLdaps(url: string): void {
  if (!/^ldaps:\/\/[^/@?#]+\/?$/i.test(url) || !URL.canParse(url))
    throw new Failure('directory-untrusted', `${url} is not of the form ldaps://host[:port]`);
  if (/^326[89]$/.test(new URL(url).port))
    throw new Failure(
      'directory-untrusted',
      `${url} is a global catalog, which holds a part of each account and changes none; leave the port out, or use 636`,
    );
}

function checkedDiscovery(netbiosName: string, discovery: Discovery): Discovery {
  const wrong = (what: string): Failure =>
    new Failure(
      'directory-untrusted',
      `The domain controllers of ${netbiosName} cannot be discovered: ${what}`,
    );
  const suffix = dnsNameOf(discovery.suffix);
  if (!isDnsName(suffix) || !suffix.includes('.'))
    throw wrong(`the suffix "${discovery.suffix}" is no domain name of two parts or more`);
  if (discovery.site !== undefined && (!isDnsName(discovery.site) || discovery.site.includes('.')))
    throw wrong(`the site "${discovery.site}" is no name of a site`);
  if (discovery.dnsServers && !areDnsServers(discovery.dnsServers))
    throw wrong(`"${discovery.dnsServers.join(', ')}" are no addresses of DNS servers`);
  return { ...discovery, suffix };
}
