import type { CertificateFacts, ControllerFacts, TlsFacts } from '../controller-facts.ts';
import type { Finding } from '../finding.ts';
import { powerShell } from './access-commands.ts';
import { fine } from './fine.ts';
import { forPowerShell } from './quoting.ts';

const DAY_MS = 86_400_000;
/** As many days before its end a certificate is worth a warning. */
const SOON_DAYS = 30;

/** Whether a domain controller's certificate is trusted, made out to its name, and good for a while; pure. */
export function certificateFindings(
  facts: ControllerFacts,
  { outcome, because = 'no reason was given', certificate }: TlsFacts,
  now: number,
): readonly Finding[] {
  const { url, host } = facts;
  // TLS looks at the signature first, then at the name: what it did not come to is not told.
  if (outcome === 'untrusted') return [untrusted(facts, because, certificate)];
  if (outcome === 'other-name') return [trusted(url, certificate), otherName(facts, certificate)];
  if (!certificate) return [];
  return [
    trusted(url, certificate),
    ...(outcome === 'fine'
      ? [fine('controller-certificate-name', url, `Its certificate is made out to ${host}.`)]
      : []),
    daysFinding(url, certificate, now),
  ];
}

const trusted = (url: string, certificate: CertificateFacts | undefined): Finding =>
  fine(
    'controller-trust',
    url,
    certificate ? `Its certificate is signed by ${certificate.issuer}.` : 'Its certificate is trusted.',
  );

function untrusted(
  { url, host }: ControllerFacts,
  because: string,
  certificate: CertificateFacts | undefined,
): Finding {
  const by = certificate?.issuer ?? 'an authority that it does not name';
  return {
    check: 'controller-trust',
    object: url,
    state: 'broken',
    cause: certificate?.selfSigned
      ? `Its certificate is signed by itself, and not among those we trust (${because}).`
      : `Its certificate is signed by ${by}, which is not among the authorities we trust, or whose own issuer is not (${because}).`,
    remedy: certificate?.selfSigned
      ? `Better have a certificate for ${host} signed by the domain’s authority. Else add this one (SHA-256 ${certificate.fingerprint}) to caFile of the domain in the settings, and deploy.`
      : `Add the certificate of ${by}, and of the root above it, to caFile of the domain in the settings, and deploy. The command, on the domain controller, writes it to ca.pem; compare its fingerprint with somebody who knows it.`,
    ...(certificate && !certificate.selfSigned && { commands: [exportAuthority(certificate.issuer)] }),
  };
}

/** Writes the authority's certificate to ca.pem, as the settings want it. */
const exportAuthority = (issuer: string) =>
  powerShell(
    `Get-ChildItem Cert:\\LocalMachine\\CA, Cert:\\LocalMachine\\Root | Where-Object { $_.GetNameInfo('SimpleName', $false) -eq ${forPowerShell(issuer)} } | ` +
      'ForEach-Object { "-----BEGIN CERTIFICATE-----"; [Convert]::ToBase64String($_.RawData, \'InsertLineBreaks\'); "-----END CERTIFICATE-----" } | Set-Content ca.pem -Encoding ascii',
  );

function otherName({ url, host }: ControllerFacts, certificate: CertificateFacts | undefined): Finding {
  const names = certificate?.names.join(', ') || certificate?.subject || 'nobody';
  return {
    check: 'controller-certificate-name',
    object: url,
    state: 'broken',
    cause: `Its certificate is made out to ${names}, and not to ${host}.`,
    remedy: `Name the domain controller in domainControllers of the settings as its certificate does, or enroll a certificate that has ${host} among its subject alternative names.`,
    commands: [powerShell('certutil -pulse')],
  };
}

function daysFinding(url: string, { validFrom, validTo, subject }: CertificateFacts, now: number): Finding {
  const days = Math.floor((validTo - now) / DAY_MS);
  const end = new Date(validTo).toISOString().slice(0, 10);
  const base = { check: 'controller-certificate-days', object: url } as const;
  if (now < validFrom)
    return {
      ...base,
      state: 'broken',
      cause: `Its certificate is good only from ${new Date(validFrom).toISOString()} on.`,
      remedy: 'Check the clock of the authority that issued it, and enroll it again.',
      commands: [powerShell('certutil -pulse')],
    };
  if (days >= SOON_DAYS) return fine(base.check, url, `Its certificate is good until ${end}, ${days} days.`);
  const over = now >= validTo;
  return {
    ...base,
    state: over ? 'broken' : 'warning',
    cause: over
      ? `Its certificate, of ${subject}, ended on ${end}.`
      : `Its certificate, of ${subject}, ends on ${end}, in ${days === 1 ? '1 day' : `${days} days`}.`,
    remedy:
      'Renew it on the domain controller; where certificates are enrolled automatically the command does it. Nothing has to be changed here, as long as the same authority signs it.',
    commands: [powerShell('certutil -pulse')],
  };
}
