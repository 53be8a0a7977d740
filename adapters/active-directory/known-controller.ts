import { Failure } from '../../domain/failure.ts';
import type { CheckedDomain } from './domain-settings.ts';

/** The domain controller of that URL, which may come from the central store: only a configured one is gone to. */
export function knownController({ domainControllers, netbiosName }: CheckedDomain, url: string): string {
  if (domainControllers.includes(url)) return url;
  throw new Failure('directory-unreachable', `${url} is no domain controller of ${netbiosName} any more`);
}
