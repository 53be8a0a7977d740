/** What binds a sign-in at the identity provider to one flow or session of ours. */
export interface SignInBinding {
  readonly state: string;
  readonly nonce: string;
  /** PKCE verifier (RFC 7636), 43 characters. */
  readonly verifier: string;
  /** Where the provider leads back to; from the deployment's origin. */
  readonly returnTo: string;
}

/** Who signed in there, from a validated ID token. */
export interface Identified {
  readonly issuer: string;
  readonly subject: string;
}

/**
 * The organisation's OpenID provider (OpenID Connect Core 1.0): authorization code with PKCE, state and nonce, `prompt=login` and
 * `max_age=0`; the ID token's signature, issuer, audience, times, `auth_time`, and the demanded acr and amr are checked. Nothing is
 * thrown: a provider that does not answer, or that does not take us for its client, is `unavailable`, whoever is asked about.
 */
export interface IdentityProvider {
  /** Where to send the browser; undefined while the provider is not available. */
  signInAddress(binding: SignInBinding, demanded: DemandedStrength): Promise<string | undefined>;
  /** Redeems what came back in the address; `refused` when anything about it is not right. */
  redeem(
    returned: ReturnedParameters,
    binding: SignInBinding,
    demanded: DemandedStrength,
  ): Promise<Identified | 'refused' | 'unavailable'>;
}

/** What the provider led back with, by name: `code`, `state`, `iss` (RFC 9207), `error`. */
export type ReturnedParameters = Readonly<Record<string, string>>;

/** How strongly one must have signed in there. */
export interface DemandedStrength {
  /** Any of these authentication context classes; any at all, when empty. */
  readonly acr: readonly string[];
  /** All of these methods (RFC 8176). */
  readonly amr: readonly string[];
}
