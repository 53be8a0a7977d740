import { existsSync } from 'node:fs';

/** Where Debian puts what a domain controller needs. */
const NEEDED = ['/usr/sbin/samba', '/usr/share/samba/setup/provision.ldif', '/usr/bin/python3'];

/** How to get Samba AD on Debian; a few packages, no service is needed. */
export const SAMBA_INSTALLATION =
  'apt-get install --no-install-recommends samba samba-dsdb-modules samba-ad-provision ldb-tools';

/** Whether Samba AD can be run on this machine. */
export const sambaInstalled = (): boolean => NEEDED.every((path) => existsSync(path));
