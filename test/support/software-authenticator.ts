import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { cborBytes, cborMap, cborText } from './cbor.ts';

/** What an honest authenticator would never do otherwise. */
export interface CeremonyChanges {
  readonly origin?: string;
  readonly rpId?: string;
  readonly counter?: number;
  /** Whether the person was verified, and whether they were there at all. */
  readonly verified?: boolean;
  readonly present?: boolean;
  readonly type?: string;
  readonly crossOrigin?: boolean;
  /** Says who made the key: `fmt`, and `attStmt` as CBOR. */
  readonly attestation?: (of: Attested) => readonly [string, Buffer];
}

/** What an attestation is a signature over (WebAuthn level 3, §8.2, §8.6). */
export interface Attested {
  readonly packed: Buffer;
  readonly u2f: Buffer;
  readonly key: KeyObject;
}

/** What a browser hands on, as JSON. */
export type CeremonyAnswerJson = {
  readonly id: string;
  readonly rawId: string;
  readonly type: string;
  readonly response: Readonly<Record<string, string>>;
  readonly clientExtensionResults: object;
  readonly authenticatorAttachment: string;
};

/** One credential in an authenticator made of software, and the browser around it (WebAuthn level 3, §6.1, §5.8.1). */
export interface SoftwareAuthenticator {
  readonly id: string;
  create(challenge: string, changes?: CeremonyChanges): CeremonyAnswerJson;
  get(challenge: string, changes?: CeremonyChanges): CeremonyAnswerJson;
}

export type Algorithm = 'ES256' | 'EdDSA' | 'RS256';

const ORIGIN = 'https://reset.example.com';
const RP_ID = 'reset.example.com';
const none = () => ['none', cborMap()] as const;

/** `counter` 0 never counts, as synced passkeys. */
export function softwareAuthenticator(algorithm: Algorithm = 'ES256', counter = 1): SoftwareAuthenticator {
  const { privateKey, cose, point } = keyPair(algorithm);
  const raw = randomBytes(16);
  const id = raw.toString('base64url');
  const answer = (response: Readonly<Record<string, Buffer>>): CeremonyAnswerJson => ({
    id,
    rawId: id,
    type: 'public-key',
    response: Object.fromEntries(
      Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')]),
    ),
    clientExtensionResults: {},
    authenticatorAttachment: 'platform',
  });
  return {
    id,
    create(challenge, changes = {}) {
      const clientDataJSON = clientData('webauthn.create', challenge, changes);
      const hash = sha256(clientDataJSON);
      const made = Buffer.concat([Buffer.alloc(16), Buffer.from([0, raw.length]), raw, cose]);
      const authData = Buffer.concat([authenticatorData({ counter, ...changes }, 0x40), made]);
      const [format, statement] = (changes.attestation ?? none)({
        packed: Buffer.concat([authData, hash]),
        u2f: Buffer.concat([Buffer.from([0]), authData.subarray(0, 32), hash, raw, point]),
        key: privateKey,
      });
      const attestationObject = cborMap(
        ['fmt', cborText(format)],
        ['attStmt', statement],
        ['authData', cborBytes(authData)],
      );
      return answer({ clientDataJSON, attestationObject });
    },
    get(challenge, changes = {}) {
      const clientDataJSON = clientData('webauthn.get', challenge, changes);
      const data = authenticatorData({ counter, ...changes }, 0);
      const signed = Buffer.concat([data, sha256(clientDataJSON)]);
      const signature = sign(algorithm === 'EdDSA' ? null : 'sha256', signed, privateKey);
      return answer({ clientDataJSON, authenticatorData: data, signature, userHandle: Buffer.alloc(32, 7) });
    },
  };
}

const sha256 = (of: Buffer | string): Buffer => createHash('sha256').update(of).digest();

const clientData = (
  type: string,
  challenge: string,
  { origin = ORIGIN, crossOrigin = false, ...changes }: CeremonyChanges,
): Buffer => Buffer.from(JSON.stringify({ type: changes.type ?? type, challenge, origin, crossOrigin }));

function authenticatorData(
  { rpId = RP_ID, counter = 0, verified = true, present = true }: CeremonyChanges,
  flags: number,
): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(rpId), Buffer.from([flags | (present ? 1 : 0) | (verified ? 4 : 0)]), count]);
}

interface Keys {
  readonly privateKey: KeyObject;
  /** The public one (RFC 9052 §7, RFC 8230 §4). */
  readonly cose: Buffer;
  /** The same, for ES256, as U2F has it. */
  readonly point: Buffer;
}

function keyPair(algorithm: Algorithm): Keys {
  const { privateKey, publicKey } = generated(algorithm);
  const { x = '', y = '', n = '' } = publicKey.export({ format: 'jwk' });
  const of = (value: string) => cborBytes(Buffer.from(value, 'base64url'));
  const hex = (value: string) => Buffer.from(value, 'hex');
  const parts = {
    ES256: () => [hex('a501020326200121'), of(x), hex('22'), of(y)],
    EdDSA: () => [hex('a401010327200621'), of(x)],
    RS256: () => [hex('a40103033901002059'), of(n).subarray(1), hex('2143010001')],
  };
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return { privateKey, cose: Buffer.concat(parts[algorithm]()), point };
}

function generated(algorithm: Algorithm): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  switch (algorithm) {
    case 'ES256':
      return generateKeyPairSync('ec', { namedCurve: 'P-256' });
    case 'EdDSA':
      return generateKeyPairSync('ed25519');
    case 'RS256':
      return generateKeyPairSync('rsa', { modulusLength: 2048 });
  }
}
