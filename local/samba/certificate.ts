import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { bits, der, octets, oid, sequence, time } from './der.ts';

/** A certificate for a server on this machine, and the authority that issued it; all PEM. */
export interface ServerCertificate {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

interface Subject {
  readonly name: string;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Buffer[];
}

const DAY_MS = 86_400_000;
const VALID_DAYS = 365;

/** What a server's certificate is to say. */
export interface CertificateWishes {
  /** DNS name. */
  readonly host: string;
  /** IPv4 address. */
  readonly address: string;
  /** For how many days it is good; a year when left out. */
  readonly days?: number;
}
const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const TRUE = der(0x01, Buffer.from([0xff]));
const COMMON_NAME = oid('2.5.4.3');

/**
 * Makes an authority, and a certificate of it for one host name and one IPv4 address (RFC 5280). The authority's key is
 * forgotten at once: it vouches for this one server and never for another.
 */
export function issueCertificate({ host, address, days }: CertificateWishes): ServerCertificate {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = { name: `Throw-away CA of ${host}`, key: authority.privateKey };
  const ca = { name: issuer.name, publicKey: authority.publicKey, extensions: authorityExtensions() };
  const leaf = { name: host, publicKey: server.publicKey, extensions: serverExtensions(host, address) };
  return {
    ca: pem(issue(ca, issuer)),
    certificate: pem(issue(leaf, issuer, days)),
    key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** A Certificate (RFC 5280 §4.1). */
function issue(
  { name, publicKey, extensions }: Subject,
  issuer: { name: string; key: KeyObject },
  days = VALID_DAYS,
): Buffer {
  const now = Date.now();
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    // The top bits 01: positive, and never a needless leading zero.
    der(0x02, Buffer.concat([Buffer.from([0x40]), randomBytes(15)])),
    ECDSA_SHA256,
    commonName(issuer.name),
    sequence(time(new Date(now - DAY_MS)), time(new Date(now + days * DAY_MS))),
    commonName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  return sequence(toBeSigned, ECDSA_SHA256, bits(sign('sha256', toBeSigned, issuer.key)));
}

const commonName = (text: string): Buffer =>
  sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(text)))));

const extension = (id: string, critical: boolean, value: Buffer): Buffer =>
  sequence(oid(id), ...(critical ? [TRUE] : []), octets(value));

/** basicConstraints CA, keyUsage keyCertSign. */
const authorityExtensions = (): readonly Buffer[] => [
  extension('2.5.29.19', true, sequence(TRUE)),
  extension('2.5.29.15', true, der(0x03, Buffer.from([2, 0x04]))),
];

/** keyUsage digitalSignature, extKeyUsage serverAuth, subjectAltName. */
const serverExtensions = (host: string, address: string): readonly Buffer[] => [
  extension('2.5.29.15', true, der(0x03, Buffer.from([7, 0x80]))),
  extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.1'))),
  extension(
    '2.5.29.17',
    false,
    sequence(der(0x82, Buffer.from(host)), der(0x87, Buffer.from(address.split('.').map(Number)))),
  ),
];

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
