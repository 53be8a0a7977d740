/** What people may type, as far as the canary goes by it; what is left out is on (domain/recovery/claim-forms.ts). */
interface Forms {
  readonly bareName?: boolean | undefined;
  readonly domainName?: boolean | undefined;
  readonly principalName?: boolean | undefined;
}

interface NamedIn {
  readonly username: string;
  readonly domain: { readonly netbiosName: string; readonly dnsName: string };
  /** Whether a bare name is of that domain. */
  readonly isDefault: boolean;
}

/** What the canary types to say who it is, by a form that is on: the same at the portal and at a domain controller. Undefined when none is. */
export function canaryName(
  { bareName = true, domainName = true, principalName = true }: Forms,
  { username, domain, isDefault }: NamedIn,
): string | undefined {
  if (domainName) return `${domain.netbiosName}\\${username}`;
  if (principalName) return `${username}@${domain.dnsName}`;
  return bareName && isDefault ? username : undefined;
}
