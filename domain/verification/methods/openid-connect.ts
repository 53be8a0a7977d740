import type { ConfigurationDocument } from '../../policy/configuration-document.ts';
import type { Configuration } from '../../policy/configuration.ts';
import { isOn } from '../../policy/methods.ts';
import type {
  DemandedStrength,
  Identified,
  ReturnedParameters,
  SignInBinding,
} from '../../ports/identity-provider.ts';
import type { Ports } from '../../ports/index.ts';
import { HOLDS, WRONG, type Offer } from '../offer.ts';

/** Whether one can sign in at an identity provider here: the deployment is joined to one, and the method is on. */
export const signInIsOffered = ({
  document,
  outside,
}: Pick<Configuration, 'document' | 'outside'>): boolean =>
  outside.identityProvider !== undefined && isOn(document, 'openid-connect');

/** How strongly one must sign in there. */
export const demandedOf = ({ methods }: Pick<ConfigurationDocument, 'methods'>): DemandedStrength => ({
  acr: methods['openid-connect']?.acr ?? [],
  amr: methods['openid-connect']?.amr ?? [],
});

/**
 * What binds a sign-in to one flow or session: made of its key, and so never stored. What comes back is worth nothing in
 * any other (RFC 9700 §2.1.1, §4.7).
 */
export const signInBinding = async (
  { mac }: Pick<Ports, 'mac'>,
  key: string,
  returnTo: string,
): Promise<SignInBinding> => ({
  state: await mac.quickTag('oidc-state', key),
  nonce: await mac.quickTag('oidc-nonce', key),
  verifier: await mac.quickTag('oidc-verifier', key),
  returnTo,
});

/** Whether what came back was asked for by this flow or session. Nothing can be guessed here: the state has 256 bits. */
export const isAnswerTo = (
  { mac }: Pick<Ports, 'mac'>,
  key: string,
  { state }: ReturnedParameters,
): Promise<boolean> => mac.quickMatches('oidc-state', key, state ?? '');

/** Whether an account at the provider is the one that was linked: by issuer and subject, never by an address. */
export const isSameIdentity = (one: Identified, other: Identified): boolean =>
  one.issuer === other.issuer && one.subject === other.subject;

/** A sign-in at the identity provider, as a proof. A stranger's is redeemed all the same. */
export const openIdOffer = (
  ports: Pick<Ports, 'identityProvider' | 'enrollments' | 'mac'>,
  returned: ReturnedParameters,
  returnTo: string,
): Offer => ({
  method: 'openid-connect',
  async holds({ flow, configuration }) {
    const enrollment = await ports.enrollments.find(flow.person);
    const binding = await signInBinding(ports, flow.key, returnTo);
    const found = await ports.identityProvider.redeem(returned, binding, demandedOf(configuration.document));
    if (found === 'unavailable') return { kind: 'unavailable' };
    if (found === 'refused' || enrollment?.identity === undefined) return WRONG;
    return isSameIdentity(found, enrollment.identity) ? HOLDS : WRONG;
  },
});
