import { join } from 'node:path';
import { DOMAIN } from '../people.ts';

/** The folders samba wants to find. */
export const SAMBA_FOLDERS = [
  'private',
  'state',
  'cache',
  'lock',
  'run',
  'ncalrpc',
  'bind-dns',
  'tls',
] as const;

/**
 * smb.conf of a domain controller that only speaks LDAP, on one loopback address, out of one folder. The previous
 * password is refused at once; Samba, like Windows, would let it in for an hour.
 */
export function smbConf(dir: string, address: string): string {
  const realm = DOMAIN.dns.toUpperCase();
  const at = (...parts: string[]): string => join(dir, ...parts);
  return `[global]
  netbios name = ${(DOMAIN.domainController.split('.')[0] ?? '').toUpperCase()}
  workgroup = ${DOMAIN.netbios}
  realm = ${realm}
  server role = active directory domain controller
  server services = ldap
  dcerpc endpoint servers =
  interfaces = ${address}/8
  bind interfaces only = yes
  private dir = ${at('private')}
  state directory = ${at('state')}
  cache directory = ${at('cache')}
  lock directory = ${at('lock')}
  pid directory = ${at('run')}
  ncalrpc dir = ${at('ncalrpc')}
  binddns dir = ${at('bind-dns')}
  log file = ${at('samba.log')}
  logging = file
  log level = 1
  panic action =
  old password allowed period = 0
  tls enabled = yes
  tls cafile = ${at('tls', 'ca.pem')}
  tls certfile = ${at('tls', 'dc.pem')}
  tls keyfile = ${at('tls', 'dc.key')}
  tls verify peer = no_check
[sysvol]
  path = ${at('state', 'sysvol')}
  read only = no
[netlogon]
  path = ${at('state', 'sysvol', DOMAIN.dns, 'scripts')}
  read only = no
`;
}
