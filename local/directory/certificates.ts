import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import { element, integer, octets, TAG } from './ber.ts';
import { bits, generalNames, name, objectId, pem, utcTime } from './der.ts';

/** A certification authority of one's own, for as long as this process holds its key. */
export interface Authority {
  /** PEM, for clients to trust. */
  readonly certificate: string;
  /** A server certificate and its key (PEM), good for the given DNS names and IPv4 addresses. */
  issue(hosts: readonly [string, ...string[]]): ServerCertificate;
}

export interface ServerCertificate {
  readonly certificate: string;
  readonly key: string;
}

const DAY = 86_400_000;
const VALID_DAYS = 365;

const OID = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKeyId: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
} as const;

/** Makes a new authority: ECDSA P-256, valid for a year from yesterday (RFC 5280). */
export function createAuthority(commonName: string): Authority {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const keyId = keyIdOf(keys.publicKey);
  const issuer = { commonName, key: keys.privateKey };
  const own = signed(issuer, { commonName, key: keys.publicKey }, [
    extension(OID.basicConstraints, true, element(TAG.sequence, element(TAG.boolean, Buffer.from([0xff])))),
    // keyCertSign and cRLSign.
    extension(OID.keyUsage, true, element(0x03, Buffer.from([1, 0b0000_0110]))),
    extension(OID.subjectKeyId, false, octets(keyId)),
  ]);
  return {
    certificate: pem('CERTIFICATE', own),
    issue(hosts) {
      const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const certificate = signed(issuer, { commonName: hosts[0], key: server.publicKey }, [
        extension(OID.basicConstraints, true, element(TAG.sequence)),
        // digitalSignature.
        extension(OID.keyUsage, true, element(0x03, Buffer.from([7, 0b1000_0000]))),
        // Both, as those of domain controllers have.
        extension(
          OID.extendedKeyUsage,
          false,
          element(TAG.sequence, objectId(OID.serverAuth), objectId(OID.clientAuth)),
        ),
        extension(
          OID.subjectAltName,
          false,
          generalNames(hosts.map((host) => ({ host, isAddress: isIP(host) === 4 }))),
        ),
        extension(OID.authorityKeyId, false, element(TAG.sequence, octets(keyId, 0x80))),
      ]);
      return {
        certificate: pem('CERTIFICATE', certificate),
        key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      };
    },
  };
}

const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

/** Any unique value will do (RFC 5280 §4.2.1.2). */
const keyIdOf = (key: KeyObject): Buffer => createHash('sha256').update(spki(key)).digest().subarray(0, 20);

const extension = (oid: string, critical: boolean, value: Buffer): Buffer =>
  element(
    TAG.sequence,
    objectId(oid),
    ...(critical ? [element(TAG.boolean, Buffer.from([0xff]))] : []),
    octets(value),
  );

const ALGORITHM = element(TAG.sequence, objectId(OID.ecdsaWithSha256));

interface Named {
  readonly commonName: string;
  readonly key: KeyObject;
}

/** A certificate of `subject`'s public key, signed with `issuer`'s private one. */
function signed(issuer: Named, subject: Named, extensions: readonly Buffer[]): Buffer {
  const now = Date.now();
  const toBeSigned = element(
    TAG.sequence,
    element(0xa0, integer(2)),
    // Positive: a first byte below 0x80 (RFC 5280 §4.1.2.2).
    element(TAG.integer, Buffer.from([1]), randomBytes(15)),
    ALGORITHM,
    name(issuer.commonName),
    element(TAG.sequence, utcTime(new Date(now - DAY)), utcTime(new Date(now + VALID_DAYS * DAY))),
    name(subject.commonName),
    spki(subject.key),
    element(0xa3, element(TAG.sequence, ...extensions)),
  );
  return element(TAG.sequence, toBeSigned, ALGORITHM, bits(sign('sha256', toBeSigned, issuer.key)));
}
