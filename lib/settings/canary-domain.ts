import { type CanarySettings, canaryOf } from './canary-settings.ts';

/** The domain that the canary is in, and whether a bare name is of it; undefined when there is none. */
export function canaryDomain<Domain extends { readonly netbiosName: string }>(settings: {
  readonly canary?: CanarySettings;
  readonly domains: readonly Domain[];
  readonly defaultDomain?: string | undefined;
}): { readonly domain: Domain; readonly isDefault: boolean } | undefined {
  const { domains, defaultDomain } = settings;
  const ofBareNames = defaultDomain ?? domains[0]?.netbiosName;
  const wanted = canaryOf(settings)?.domain ?? ofBareNames;
  const domain = domains.find(({ netbiosName }) => netbiosName === wanted);
  return domain && { domain, isDefault: wanted === ofBareNames };
}
