import * as z from 'zod/mini';
import type { Failure } from '../../domain/failure.ts';
import type { IdentityProvider } from '../../domain/ports/identity-provider.ts';
import { openIdProvider } from './identity-provider.ts';

const choice = () =>
  z.strictObject({
    issuer: z.url(),
    clientId: z.string().check(z.minLength(1)),
    secretId: z.optional(z.string().check(z.minLength(1))),
  });

export interface JoinedBy {
  /** Reads a secret by its id. */
  readonly secretOf: (secretId: string) => () => Promise<string>;
  readonly demo: boolean;
  readonly onTrouble?: (trouble: Failure) => void;
}

/**
 * The identity provider that LATCHKEY_IDENTITY_PROVIDER names: `{"issuer", "clientId", "secretId"?}`, or `none`, which then never answers. Throws an Error for anything else, which stops a function at once.
 */
export function identityProviderFrom(
  json: string,
  { secretOf, demo, onTrouble }: JoinedBy,
): IdentityProvider {
  if (json === 'none') return NONE;
  const read = choice().safeParse(JSON.parse(json));
  if (!read.success) throw new Error(`LATCHKEY_IDENTITY_PROVIDER names no identity provider: ${json}`);
  const { issuer, clientId, secretId } = read.data;
  return openIdProvider({
    issuer,
    clientId,
    clientSecret: secretId === undefined ? async () => undefined : secretOf(secretId),
    plainHttpOnLoopback: demo,
    ...(onTrouble && { onTrouble }),
  });
}

const NONE: IdentityProvider = {
  signInAddress: async () => undefined,
  redeem: async () => 'unavailable',
};
