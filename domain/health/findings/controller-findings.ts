import type { ControllerFacts } from '../controller-facts.ts';
import type { Finding } from '../finding.ts';
import { powerShell } from './access-commands.ts';
import { certificateFindings } from './certificate-findings.ts';
import { clockFinding } from './clock-finding.ts';
import { fine } from './fine.ts';
import { forPowerShell } from './quoting.ts';

/** What is to be said of one domain controller, up to the first step at which it fails; pure. */
export function controllerFindings(facts: ControllerFacts, now: number): readonly Finding[] {
  const { url, tls, root } = facts;
  const port = portFinding(facts);
  const reached = [nameFinding(facts), ...(port ? [port] : [])];
  if (!tls || tls.outcome === 'failed') return reached;
  const certificate = certificateFindings(facts, tls, now);
  if (tls.outcome !== 'fine' || root?.kind !== 'answered') return [...reached, ...certificate];
  return [...reached, ...certificate, clockFinding(url, root), writableFinding(facts)];
}

function nameFinding({ url, host, name }: ControllerFacts): Finding {
  if (name.kind === 'address')
    return fine('controller-name', url, 'It is an address; there is no name to resolve.');
  if (name.kind === 'resolved')
    return fine('controller-name', url, `${host} is ${name.addresses.join(', ')}.`);
  return {
    check: 'controller-name',
    object: url,
    state: 'broken',
    cause: `The name ${host} does not resolve (${name.because}).`,
    remedy:
      'Correct the name in domainControllers of the settings, or let the name servers of the network that the functions run in answer for the domain (Route 53 Resolver outbound rule). The command lists the names that there are.',
    commands: [
      powerShell(
        'Get-ADDomainController -Filter * | Format-Table HostName, IPv4Address, IsReadOnly, OperationMasterRoles',
      ),
    ],
  };
}

function portFinding({ url, host, port, connected, tls, root }: ControllerFacts): Finding | undefined {
  if (!connected) return undefined;
  const at = `${host}:${port}`;
  if (connected.kind === 'no') return closed(url, at, port, connected.because);
  if (tls?.outcome === 'failed')
    return {
      check: 'controller-port',
      object: url,
      state: 'broken',
      cause: `Something answers at ${at}, but not in TLS (${tls.because ?? 'it said nothing'}).`,
      remedy:
        'Check that the port is the one of LDAPS (636). If it is, the domain controller has no certificate: enroll one for Server Authentication with its DNS name (template Kerberos Authentication); it takes it without a restart.',
      commands: [powerShell('certutil -pulse')],
    };
  if (root?.kind === 'silent')
    return {
      check: 'controller-port',
      object: url,
      state: 'broken',
      cause: `${at} takes connections, but answers no question (${root.because}).`,
      remedy:
        'See the event log Directory Service on it, and whether it is overloaded or starting; then run the doctor again.',
    };
  return fine('controller-port', url, `${at} answers.`);
}

function closed(url: string, at: string, port: number, because: string): Finding {
  const refused = because === 'ECONNREFUSED';
  return {
    check: 'controller-port',
    object: url,
    state: 'broken',
    cause: refused ? `Nothing listens at ${at} (${because}).` : `Nothing answers at ${at} (${because}).`,
    remedy: refused
      ? 'Check that the host is a domain controller, that it runs, and that the port is the one of LDAPS (636).'
      : 'Let the functions through to it: route, network ACL, security group, and the firewall of the domain controller; the command opens that one.',
    ...(!refused && {
      commands: [
        powerShell(
          `New-NetFirewallRule -DisplayName ${forPowerShell('LDAPS for Latchkey')} -Direction Inbound -Protocol TCP -LocalPort ${port} -Action Allow`,
        ),
      ],
    }),
  };
}

function writableFinding({ url, root }: ControllerFacts): Finding {
  if (root?.kind === 'answered' && !root.readOnly)
    return fine('controller-writable', url, 'It can be written to.');
  return {
    check: 'controller-writable',
    object: url,
    state: 'broken',
    cause: 'It is a read-only domain controller: nobody can be unlocked or given a new password there.',
    remedy:
      'Take it out of domainControllers in the settings, and name a writable one; the command lists them.',
    commands: [
      powerShell(
        'Get-ADDomainController -Filter { IsReadOnly -eq $false } | Format-Table HostName, IPv4Address',
      ),
    ],
  };
}
