import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';

/** A certification authority of one's own, for as long as this process holds its key. */
export interface Authority {
  /** PEM, for clients to trust. */
  readonly certificate: string;
  /** A server certificate and its key (PEM), good for the given DNS names and addresses. */
  issue(hosts: readonly [string, ...string[]]): Promise<ServerCertificate>;
}

export interface ServerCertificate {
  readonly certificate: string;
  readonly key: string;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY = 86_400_000;
const VALID_DAYS = 365;

/** Makes a new authority (ECDSA P-256, valid for a year from yesterday). */
export async function createAuthority(name: string): Promise<Authority> {
  x509.cryptoProvider.set(crypto);
  const keys = await generateKeys();
  const subject = new x509.Name([{ CN: [name] }]).toString();
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    ...basics(),
    name: subject,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return {
    certificate: authority.toString('pem'),
    issue: (hosts) => issue({ subject: authority.subject, keys }, hosts),
  };
}

async function issue(
  { subject, keys }: { subject: string; keys: CryptoKeyPair },
  hosts: readonly [string, ...string[]],
): Promise<ServerCertificate> {
  const own = await generateKeys();
  const names = hosts.map((value) => ({
    type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const),
    value,
  }));
  const certificate = await x509.X509CertificateGenerator.create({
    ...basics(),
    subject: new x509.Name([{ CN: [hosts[0]] }]).toString(),
    issuer: subject,
    publicKey: own.publicKey,
    signingKey: keys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names),
      await x509.AuthorityKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const der = await crypto.subtle.exportKey('pkcs8', own.privateKey);
  return { certificate: certificate.toString('pem'), key: x509.PemConverter.encode(der, 'PRIVATE KEY') };
}

const generateKeys = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

/** What every certificate carries. Positive serial numbers only (RFC 5280 §4.1.2.2). */
function basics() {
  const now = Date.now();
  return {
    serialNumber: `01${randomBytes(15).toString('hex')}`,
    notBefore: new Date(now - DAY),
    notAfter: new Date(now + VALID_DAYS * DAY),
    signingAlgorithm: ALGORITHM,
  };
}
