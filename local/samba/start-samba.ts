import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DOMAIN } from '../people.ts';
import { type CertificateWishes, issueCertificate } from './certificate.ts';
import { startDaemon } from './daemon.ts';
import { administratorPassword, copyDatabase, furnish, provisionDatabase } from './database.ts';
import { SAMBA_INSTALLATION, sambaInstalled } from './installed.ts';

/** What one needs to talk to a running Samba domain. Plain data, less `stop`. */
export interface SambaFacts {
  readonly urls: readonly string[];
  /** PEM. */
  readonly ca: string;
  readonly netbiosName: string;
  readonly dnsName: string;
  readonly upnSuffixes: readonly string[];
  readonly baseDn: string;
  readonly dataProxy: { readonly username: string; readonly password: string };
  readonly selfService: { readonly username: string; readonly password: string };
  /** May do anything in the domain: for tests to put things right again, never for the product. */
  readonly administrator: { readonly username: string; readonly password: string };
}

export interface SambaDirectory extends SambaFacts {
  readonly stop: () => Promise<void>;
}

export interface SambaOptions {
  readonly dir: string;
  readonly template?: string;
  /** Where its certificate is to say something else than the truth, or less long. */
  readonly certificate?: Partial<CertificateWishes>;
}

/**
 * Runs the demonstration domain as a real Samba AD on a loopback address of the folder's own, so that several can run at
 * once. The domain is made the first time (some seconds) and stays in the folder. `template` is a folder holding a domain
 * to copy anew each time, made if it is not there yet.
 */
export async function startSamba(options: SambaOptions): Promise<SambaDirectory> {
  if (!sambaInstalled()) throw new Error(`Samba AD is not installed: ${SAMBA_INSTALLATION}`);
  const dir = resolve(options.dir);
  const address = addressOf(dir);
  if (options.template !== undefined) {
    await makeSambaTemplate(options.template);
    await copyDatabase(resolve(options.template), dir, address);
  } else await provisionOnce(dir, address);
  await furnish(dir, address);
  const ca = await certify(dir, { host: DOMAIN.domainController, address, ...options.certificate });
  const { port, stop } = await startDaemon(dir, address);
  return { ...(await factsOf(dir, `ldaps://${address}:${port}`, ca)), stop };
}

/** Makes the domain that others copy, for `template`, unless it is there. */
export const makeSambaTemplate = (template: string): Promise<void> =>
  provisionOnce(resolve(template), addressOf(resolve(template)));

/** Made beside its place and then moved there: a domain that is there is whole, and two makers do not disturb each other. */
async function provisionOnce(dir: string, address: string): Promise<void> {
  if (holdsDomain(dir)) return;
  const building = `${dir}.${process.pid}`;
  await rm(building, { recursive: true, force: true });
  await provisionDatabase(building, address);
  await rename(building, dir).catch(async (error: unknown) => {
    await rm(building, { recursive: true, force: true });
    if (!holdsDomain(dir)) throw error;
  });
}

const holdsDomain = (dir: string): boolean => existsSync(join(dir, 'private', 'sam.ldb'));

async function certify(dir: string, wishes: CertificateWishes): Promise<string> {
  const { ca, certificate, key } = issueCertificate(wishes);
  await writeFile(join(dir, 'tls', 'ca.pem'), ca);
  await writeFile(join(dir, 'tls', 'dc.pem'), certificate);
  await writeFile(join(dir, 'tls', 'dc.key'), key, { mode: 0o600 });
  // samba refuses a key that others can read, also one left by an earlier umask.
  await chmod(join(dir, 'tls', 'dc.key'), 0o600);
  return ca;
}

/** 127.64.0.0/10, by the folder's name. */
function addressOf(dir: string): string {
  const [a = 0, b = 0, c = 0] = createHash('sha256').update(dir).digest();
  return `127.${64 + (a % 64)}.${b}.${1 + (c % 254)}`;
}

async function factsOf(dir: string, url: string, ca: string): Promise<SambaFacts> {
  const { netbios, dns, upnSuffixes, base, reader, resetter } = DOMAIN;
  return {
    urls: [url],
    ca,
    netbiosName: netbios,
    dnsName: dns,
    upnSuffixes,
    baseDn: base,
    dataProxy: { username: reader.upn, password: reader.password },
    selfService: { username: resetter.upn, password: resetter.password },
    administrator: { username: `${netbios}\\Administrator`, password: await administratorPassword(dir) },
  };
}
