import { randomBytes } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DOMAIN } from '../people.ts';
import { run } from './run.ts';
import { seedData } from './seed-data.ts';
import { SAMBA_FOLDERS, smbConf } from './smb-conf.ts';

/** Debian's own Python, the one that has Samba's bindings. */
const PYTHON = '/usr/bin/python3';
const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
/** The file that keeps the password of the Administrator. */
const ADMINISTRATOR = 'administrator';

/** Writes smb.conf and the folders around the database. */
export async function furnish(dir: string, address: string): Promise<void> {
  for (const folder of SAMBA_FOLDERS) await mkdir(join(dir, folder), { recursive: true, mode: 0o755 });
  await writeFile(join(dir, 'smb.conf'), smbConf(dir, address));
}

/** Makes the demonstration domain in a folder: some seconds. Needs no root. */
export async function provisionDatabase(dir: string, address: string): Promise<void> {
  await furnish(dir, address);
  const conf = join(dir, 'smb.conf');
  const password = `A1-${randomBytes(12).toString('base64url')}`;
  await writeFile(join(dir, ADMINISTRATOR), password, { mode: 0o600 });
  const host = DOMAIN.domainController.split('.')[0] ?? '';
  const names = [conf, DOMAIN.dns.toUpperCase(), DOMAIN.netbios, host, address];
  await run(PYTHON, [script('provision.py'), ...names], `${password}\n`);
  await run(PYTHON, [script('seed.py'), conf, 'all'], seedData());
}

/** Copies a domain that is not running; locked accounts are locked again, and passwords as old as the cast says. */
export async function copyDatabase(from: string, to: string, address: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await furnish(to, address);
  await cp(join(from, 'private'), join(to, 'private'), { recursive: true });
  await cp(join(from, ADMINISTRATOR), join(to, ADMINISTRATOR));
  await run(PYTHON, [script('seed.py'), join(to, 'smb.conf'), 'moment'], seedData());
}

/** The password of the domain's Administrator. */
export const administratorPassword = (dir: string): Promise<string> =>
  readFile(join(dir, ADMINISTRATOR), 'utf8');
