import type { Configuration, ConfigurationVersion, Deployment } from '../../domain/policy/configuration.ts';
import { exactVersion } from './exact-version.ts';

/** What a deployment says for good, and the version it begins with: exactly these fields, whatever else was given. */
export function deployedParts(deployed: Configuration): {
  readonly deployment: Deployment;
  readonly own: ConfigurationVersion;
} {
  const { defaultDomain, domains, claims, eligibility, limits, outside, administrators } = deployed;
  return {
    deployment: { defaultDomain, domains, claims, eligibility, limits, outside, administrators },
    own: exactVersion(deployed),
  };
}
