import type { DemandedStrength } from '../../domain/ports/identity-provider.ts';

/**
 * Whether somebody signed in as strongly as is demanded: by any of the classes (`acr`), and by all of the methods (`amr`,
 * RFC 8176). What a provider does not say, it does not vouch for.
 */
export function isStrongEnough(
  { acr, amr }: { readonly acr?: unknown; readonly amr?: unknown },
  demanded: DemandedStrength,
): boolean {
  const used: readonly unknown[] = Array.isArray(amr) ? amr : [];
  return (
    (demanded.acr.length === 0 || demanded.acr.some((each) => each === acr)) &&
    demanded.amr.every((each) => used.includes(each))
  );
}
