import type { ReturnedParameters } from '../ports/identity-provider.ts';
import type { Ports } from '../ports/index.ts';
import { demandedOf, signInBinding } from '../verification/methods/openid-connect.ts';
import { keepEnrollment, type KeepNeeds } from './keep.ts';
import type { Session } from './session.ts';

export type LinkIdentityNeeds = KeepNeeds & Pick<Ports, 'identityProvider' | 'mac'>;

export type IdentityLinked =
  | { readonly kind: 'registered' }
  /** What came back does not hold, or not as strongly as is demanded. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'frozen' };

/**
 * Links the account at the identity provider that was just signed in to with the person of this session, by issuer and
 * subject; it takes the place of the one linked before. Whoever links it proved their domain password in this session.
 */
export async function linkIdentity(
  ports: LinkIdentityNeeds,
  session: Session,
  returned: ReturnedParameters,
  returnTo: string,
): Promise<IdentityLinked> {
  const { document } = await ports.configuration.current();
  const binding = await signInBinding(ports, session.key, returnTo);
  const found = await ports.identityProvider.redeem(returned, binding, demandedOf(document));
  if (typeof found === 'string') return { kind: found };
  const seen = await ports.enrollments.find(session.person);
  const { issuer, subject } = found;
  const kept = await keepEnrollment(
    ports,
    session,
    seen,
    { identity: { issuer, subject, linkedAt: ports.clock.now() } },
    { kind: 'method-registered', method: 'openid-connect' },
  );
  return { kind: kept === 'saved' ? 'registered' : kept };
}
