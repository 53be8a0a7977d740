import { Failure } from '../../../domain/failure.ts';
import { isDiscoverable, isDiscovery } from './discovery.ts';
import type { CheckedDomain } from '../domain-settings.ts';

/**
 * The domain controller of that URL, which may come from the central store: only a configured one is gone to, or, where
 * they are discovered, one that discovery could have named.
 */
export function knownController({ domainControllers, netbiosName }: CheckedDomain, url: string): string {
  const known = isDiscovery(domainControllers)
    ? /^ldaps:\/\/[^/:@?#]+$/.test(url) && isDiscoverable(domainControllers, new URL(url).hostname)
    : domainControllers.includes(url);
  if (known) return url;
  throw new Failure('directory-unreachable', `${url} is no domain controller of ${netbiosName} any more`);
}
