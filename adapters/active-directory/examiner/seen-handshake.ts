import { isIP } from 'node:net';
import { connect, type PeerCertificate, type TLSSocket } from 'node:tls';
import type { CertificateFacts, ControllerFacts, TlsFacts } from '../../../domain/health/controller-facts.ts';
import { isDiscovery } from '../controllers/discovery.ts';
import { lookupAt } from '../controllers/dns-asking.ts';
import type { CheckedDomain } from '../domain-settings.ts';

export type SeenHandshake = Pick<ControllerFacts, 'connected' | 'tls'>;

/**
 * Shakes hands with a domain controller, once, and looks at what it shows. The handshake is judged as every connection's of ours
 * is, by the domain's authorities and the host's name; nothing is sent over it, whoever answers.
 */
export function seeHandshake(
  { host, port }: { readonly host: string; readonly port: number },
  { ca, deadlines, domainControllers }: CheckedDomain,
  signal: AbortSignal,
): Promise<SeenHandshake> {
  const own = isDiscovery(domainControllers) && domainControllers.dnsServers ? domainControllers : undefined;
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port,
      ca: [...ca],
      minVersion: 'TLSv1.2',
      ...(isIP(host) === 0 && { servername: host }),
      ...(own && { lookup: lookupAt(own, deadlines.connectMs) }),
    });
    let connected = false;
    let certificate: CertificateFacts | undefined;
    const cut = (): unknown => socket.destroy(new Error('no answer in time'));
    const timer = setTimeout(cut, deadlines.connectMs);
    const done = (seen: SeenHandshake): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cut);
      socket.on('error', () => undefined).destroy();
      resolve(seen);
    };
    signal.addEventListener('abort', cut);
    socket.once('connect', () => (connected = true));
    // Node tells of a certificate only after it has been trusted; here the reasons why it is not are wanted.
    socket.prependOnceListener('secure', () => (certificate = certificateOf(socket)));
    socket.once('secureConnect', () => done(shaken({ outcome: 'fine' }, certificate)));
    socket.once('error', (error: Error & { readonly code?: unknown }) => {
      const because = typeof error.code === 'string' ? error.code : error.message;
      if (!connected) done({ connected: { kind: 'no', because } });
      else done(shaken({ outcome: certificate ? outcomeOf(because) : 'failed', because }, certificate));
    });
    if (signal.aborted) cut();
  });
}

const shaken = (tls: TlsFacts, certificate: CertificateFacts | undefined): SeenHandshake => ({
  connected: { kind: 'yes' },
  tls: { ...tls, ...(certificate && { certificate }) },
});

function outcomeOf(code: string): TlsFacts['outcome'] {
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'other-name';
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') return 'not-now';
  return /^(ECONN|EPIPE|ERR_SSL)/.test(code) || code === 'no answer in time' ? 'failed' : 'untrusted';
}

function certificateOf(socket: TLSSocket): CertificateFacts | undefined {
  const shown: PeerCertificate = socket.getPeerCertificate();
  if (shown.fingerprint256 === undefined) return undefined;
  const names = namesIn(shown.subjectaltname ?? '');
  const subject = nameIn(shown.subject) ?? names[0] ?? 'nobody';
  const issuer = nameIn(shown.issuer) ?? 'an authority without a name';
  return {
    subject,
    names,
    issuer,
    selfSigned: JSON.stringify(shown.subject) === JSON.stringify(shown.issuer),
    validFrom: Date.parse(shown.valid_from),
    validTo: Date.parse(shown.valid_to),
    fingerprint: shown.fingerprint256,
  };
}

/** Common name, else organization; a name may have several. */
const nameIn = (name: PeerCertificate['subject']): string | undefined =>
  [name.CN, name.O].flat().find((one) => one !== undefined && one !== '');

/** `DNS:dc1.corp.example, IP Address:10.0.0.1` */
const namesIn = (alternative: string): readonly string[] =>
  alternative
    .split(', ')
    .map((each) => each.replace(/^(?:DNS|IP Address):/u, ''))
    .filter((each) => each !== '');
