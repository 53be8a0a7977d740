import type { OwnPasswordDesk } from '../../domain/ports/own-password-desk.ts';
import { secretOf } from '../domains-from.ts';
import type { RotatedSecret } from './run.ts';

/** The values of the two variables of secrets. */
export interface SecretIds {
  readonly dataProxy: string;
  readonly selfService: string;
}

/** The secrets that may be rotated, two of each domain. A domain without a secret is an Error. */
export const rotatedSecrets = <Domain extends { readonly netbiosName: string }>(
  domains: readonly Domain[],
  { dataProxy, selfService }: SecretIds,
  deskOf: (domain: Domain) => OwnPasswordDesk,
): readonly RotatedSecret[] =>
  domains.flatMap((each) => {
    const { netbiosName: domain } = each;
    const desk = deskOf(each);
    return [
      { secretId: secretOf(domain, dataProxy), domain, role: 'data-proxy', desk },
      { secretId: secretOf(domain, selfService), domain, role: 'self-service', desk },
    ];
  });
