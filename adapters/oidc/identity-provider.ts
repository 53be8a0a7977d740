import type * as OpenId from 'openid-client';
import type { ClientAuth, Configuration, IDToken } from 'openid-client';
import { Failure } from '../../domain/failure.ts';
import type {
  DemandedStrength,
  IdentityProvider,
  ReturnedParameters,
  SignInBinding,
} from '../../domain/ports/identity-provider.ts';
import { isRefusal } from './refusal.ts';
import { isStrongEnough } from './strength.ts';

type OpenIdClient = typeof OpenId;

/** The provider, and who we are to it. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Read when the provider is first asked, and again after it did not take us; undefined for a client without one. */
  readonly clientSecret: () => Promise<string | undefined>;
  /** For a provider on this very machine, in the demonstration: without it plain HTTP is refused. */
  readonly plainHttpOnLoopback?: boolean;
  /** For each answer, in seconds. */
  readonly patience?: number;
  /** Told why a sign-in was refused or could not be looked at; no code or token is in it. */
  readonly onTrouble?: (trouble: Failure) => void;
}

/** For each answer of the provider, in seconds, where nobody says otherwise. */
const PATIENCE_S = 5;
/** How old a sign-in may be, in seconds: `max_age=0` has them sign in anew, and a second factor takes its time. */
const FRESH_S = 300;

/**
 * An OpenID provider, by its discovery document (OpenID Connect Discovery 1.0), which is read once and again after trouble.
 * The ID token's signature is checked though it comes over TLS (OpenID Connect Core §3.1.3.7).
 */
export function openIdProvider(settings: ProviderSettings): IdentityProvider {
  let known: Promise<Configuration> | undefined;
  const joined = (): Promise<Configuration> => (known ??= discovered(settings));
  const unavailable = (error: unknown): void => {
    known = undefined;
    settings.onTrouble?.(trouble(settings, 'did not answer as it should', error));
  };

  return {
    async signInAddress(binding, demanded) {
      try {
        const client = await import('openid-client');
        const asked = await askedOf(client, binding, demanded);
        return client.buildAuthorizationUrl(await joined(), asked).href;
      } catch (error) {
        unavailable(error);
        return undefined;
      }
    },
    async redeem(returned, binding, demanded) {
      try {
        const claims = await redeemed(await joined(), returned, binding);
        if (claims && isStrongEnough({ acr: claims['acr'], amr: claims['amr'] }, demanded))
          return { issuer: claims.iss, subject: claims.sub };
        settings.onTrouble?.(trouble(settings, 'signed somebody in less strongly than is demanded'));
        return 'refused';
      } catch (error) {
        if (isRefusal(error)) {
          settings.onTrouble?.(trouble(settings, 'sent back what does not hold', error));
          return 'refused';
        }
        unavailable(error);
        return 'unavailable';
      }
    },
  };
}

async function discovered(settings: ProviderSettings): Promise<Configuration> {
  const client = await import('openid-client');
  const issuer = new URL(settings.issuer);
  const plain = settings.plainHttpOnLoopback === true && isLoopback(issuer);
  const secret = await settings.clientSecret();
  const asWhom = secret === undefined ? client.None() : shownAs(client, secret);
  return client.discovery(issuer, settings.clientId, undefined, asWhom, {
    timeout: settings.patience ?? PATIENCE_S,
    execute: [client.enableNonRepudiationChecks, ...(plain ? [client.allowInsecureRequests] : [])],
  });
}

/** In a header, where the provider takes it so, as those do that say nothing of it (OpenID Connect Core §9); else in the body. */
const shownAs =
  ({ ClientSecretBasic, ClientSecretPost }: OpenIdClient, secret: string): ClientAuth =>
  (server, ...request) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const shown = ways.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost;
    shown(secret)(server, ...request);
  };

const isLoopback = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** The same for everybody, but for what binds it to this flow. */
const askedOf = async (
  client: OpenIdClient,
  { state, nonce, verifier, returnTo }: SignInBinding,
  { acr }: DemandedStrength,
): Promise<Record<string, string>> => ({
  redirect_uri: returnTo,
  scope: 'openid',
  state,
  nonce,
  code_challenge: await client.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
  // Whoever sits there now must sign in: a session that was left open is nobody's proof.
  prompt: 'login',
  max_age: '0',
  ...(acr.length > 0 && { acr_values: acr.join(' ') }),
});

async function redeemed(
  configuration: Configuration,
  returned: ReturnedParameters,
  { state, nonce, verifier, returnTo }: SignInBinding,
): Promise<IDToken | undefined> {
  const client = await import('openid-client');
  const address = new URL(returnTo);
  for (const name of ['code', 'state', 'iss', 'error'])
    if (returned[name] !== undefined && returned[name] !== '') address.searchParams.set(name, returned[name]);
  const tokens = await client.authorizationCodeGrant(configuration, address, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    maxAge: FRESH_S,
    idTokenExpected: true,
  });
  return tokens.claims();
}

const trouble = ({ issuer }: ProviderSettings, what: string, cause?: unknown): Failure =>
  new Failure(
    'outside-unavailable',
    `The identity provider ${issuer} ${what}${cause instanceof Error ? `: ${cause.message}` : ''}`,
    { cause },
  );
