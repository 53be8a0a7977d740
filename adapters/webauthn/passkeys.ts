import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Passkeys } from '../../domain/ports/passkeys.ts';
import { ceremonyText, credentialId } from './ceremony-text.ts';

/** EdDSA, ES256, RS256 (RFC 9053, RFC 8812), as every authenticator has one of them. */
const ALGORITHMS = [-8, -7, -257];
/** Within what W3C recommends where the person is verified (WebAuthn level 3, §15.1). */
const TIMEOUT = 300_000;

/** A public key (ES256, COSE) whose private key nobody kept: what made-up credentials are verified against. */
const NOBODYS_KEY =
  'pQECAyYgASFYIMyhAbvkZRp0eA9PCR-ojZFRxl7NPC_WcepV_akkGVc4Ilgg8iXXo0OEtUVNYhBfgQZCzY5Eq7VN17l6i0maEiiW6tI';

/** Passkeys of the site at `origin` (`https://reset.example.com`), and of no other, its subdomains included. */
export function webauthnPasskeys(origin: string): Passkeys {
  const { hostname: rpId } = new URL(origin);
  const expected = { expectedOrigin: origin, expectedRPID: rpId, requireUserVerification: true };
  return {
    toRegister: async ({ challenge, userHandle, userName, displayName, exclude }) =>
      ({
        challenge,
        rp: { id: rpId, name: rpId },
        user: { id: userHandle, name: userName, displayName },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: 'public-key' })),
        timeout: TIMEOUT,
        attestation: 'none',
        excludeCredentials: exclude.map((id) => ({ id, type: 'public-key' })),
        authenticatorSelection: {
          residentKey: 'required',
          requireResidentKey: true,
          userVerification: 'required',
        },
      }) satisfies PublicKeyCredentialCreationOptionsJSON,

    toProve: async ({ challenge }) =>
      ({
        challenge,
        rpId,
        allowCredentials: [],
        userVerification: 'required',
        timeout: TIMEOUT,
      }) satisfies PublicKeyCredentialRequestOptionsJSON,

    async registered(answer, { challenge }) {
      const { verifyRegistrationResponse } = await library();
      const read = ceremonyText(answer, ['clientDataJSON', 'attestationObject']);
      if (!read || !(await asksNobody(read.response.attestationObject))) return undefined;
      const verified = await refusing(() =>
        verifyRegistrationResponse({
          ...expected,
          response: inFull(read),
          expectedChallenge: challenge,
          supportedAlgorithmIDs: ALGORITHMS,
        }),
      );
      if (!verified?.verified) return undefined;
      const { credential, credentialBackedUp: backedUp } = verified.registrationInfo;
      const { id, publicKey, counter: signCount } = credential;
      // The id it was kept under is the one it will be asked for by.
      if (id !== read.id) return undefined;
      return { id, publicKey: Buffer.from(publicKey).toString('base64url'), signCount, backedUp };
    },

    claimed: credentialId,

    async proven(answer, { challenge }, passkey) {
      const { verifyAuthenticationResponse } = await library();
      const read = ceremonyText(answer, ['clientDataJSON', 'authenticatorData', 'signature']);
      if (!read) return undefined;
      const verified = await refusing(() =>
        verifyAuthenticationResponse({
          ...expected,
          response: inFull(read),
          expectedChallenge: challenge,
          credential: {
            id: read.id,
            publicKey: new Uint8Array(Buffer.from(passkey?.publicKey ?? NOBODYS_KEY, 'base64url')),
            // Whether the counter has risen is for the domain to say: only a store can tell of two who race.
            counter: 0,
          },
        }),
      );
      return passkey?.id === read.id && verified?.verified === true
        ? { signCount: verified.authenticationInfo.newCounter }
        : undefined;
    },
  };
}

/** Heavy, and wanted by few requests: a start does without it. */
const library = () => import('@simplewebauthn/server');

const inFull = <Read extends { readonly id: string }>(read: Read) => ({
  ...read,
  rawId: read.id,
  type: 'public-key' as const,
  clientExtensionResults: {},
});

/**
 * Whether an attestation is what we ask for: none, or the key's own signature, which browsers let through. Anything else has
 * certificates in it, and to look those up the library would call whatever address a client put there.
 */
async function asksNobody(attestationObject: string): Promise<boolean> {
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers');
  const asks = await refusing(async () => {
    const read = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, 'base64url')));
    const format = read.get('fmt');
    return format === 'none' || (format === 'packed' && read.get('attStmt').get('x5c') === undefined);
  });
  return asks ?? false;
}

/** The library says no by throwing: of an answer there is nothing else to say. */
async function refusing<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
