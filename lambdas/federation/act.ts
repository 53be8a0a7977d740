import { linkIdentity, type IdentityLinked } from '../../domain/enrollment/link-identity.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import type { Configuration } from '../../domain/policy/configuration.ts';
import type { ReturnedParameters } from '../../domain/ports/identity-provider.ts';
import { offerProof, type Verdict } from '../../domain/recovery/offer-proof.ts';
import { demandedOf, signInBinding } from '../../domain/verification/methods/openid-connect.ts';
import type { Offer } from '../../domain/verification/offer.ts';
import { meterVerdict } from '../http/meter-verdict.ts';
import type { Request } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { FederationNeeds } from './needs.ts';

/** Where the provider leads back to: registered there, both of them. */
export const RETURNS = {
  recovery: '/recover/openid-connect/return',
  enrollment: '/enroll/openid-connect/return',
} as const;
export type ReturnsTo = keyof typeof RETURNS;

/** What both faces do, with what is counted of it. */
export const acts = (ports: FederationNeeds, { site, meter }: Edge) => {
  const returnTo = (to: ReturnsTo): string => `${site.origin}${site.basePath}${RETURNS[to]}`;
  const unavailable = (): void => meter.count('ProofUnavailable', { method: 'openid-connect' });
  return {
    returnTo,
    /** Where to sign in, for a flow or a session. */
    address: async (
      to: ReturnsTo,
      key: string,
      { document }: Pick<Configuration, 'document'>,
    ): Promise<string | undefined> => {
      const binding = await signInBinding(ports, key, returnTo(to));
      const address = await ports.identityProvider.signInAddress(binding, demandedOf(document));
      if (address === undefined) unavailable();
      return address;
    },
    offer: async ({ source }: Request, flowKey: string, offer: Offer): Promise<Verdict> => {
      const verdict = await offerProof(ports, flowKey, source, offer);
      meterVerdict(meter, offer.method, verdict, ports.clock.now());
      return verdict;
    },
    link: async (session: Session, returned: ReturnedParameters): Promise<IdentityLinked> => {
      const linked = await linkIdentity(ports, session, returned, returnTo('enrollment'));
      if (linked.kind === 'unavailable') unavailable();
      if (linked.kind === 'registered') meter.count('MethodRegistered', { method: 'openid-connect' });
      return linked;
    },
  };
};
