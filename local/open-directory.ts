import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GroupRef } from '../domain/policy/audience.ts';
import { CannotStart } from './cannot-start.ts';
import type { CastServiceAccount } from './cast/domain.ts';
import { NAMED_GROUPS, demonstrationGroups } from './demonstration-groups.ts';
import { startLookAlike } from './directory/look-alike.ts';
import { groupSid } from './group-sid.ts';
import type { LocalDirectory, OwnAccount } from './local-directory.ts';
import { CAST, DOMAIN } from './people.ts';
import { sambaInstalled, SAMBA_INSTALLATION } from './samba/installed.ts';
import { startSamba } from './samba/start-samba.ts';

/** Somebody's own domain, to try Latchkey on. */
export interface LabDomain {
  readonly kind: 'lab';
  /** `ldaps://host[:port]` of domain controllers. */
  readonly urls: readonly string[];
  readonly baseDn: string;
  readonly netbiosName: string;
  readonly upnSuffixes: readonly string[];
  /** PEM file of the authority that vouches for the domain controllers. */
  readonly caFile: string;
  /** Distinguished names of the OUs that are served. */
  readonly bases: readonly string[];
  /** sAMAccountNames of the groups whose members administer. */
  readonly administrators: readonly string[];
  readonly dataProxy: OwnAccount;
  readonly selfService: OwnAccount;
}

export type DirectoryChoice = { readonly kind: 'embedded' } | { readonly kind: 'samba' } | LabDomain;

/** Under what name a data folder remembers the directory it was begun with. */
export const directoryName = (choice: DirectoryChoice): string =>
  choice.kind === 'lab' ? `your own domain ${choice.baseDn}` : `the ${choice.kind} demonstration domain`;

/** Starts, or finds, the directory that was chosen. Throws CannotStart when it is not to be had. */
export function openDirectory(choice: DirectoryChoice, folder: string): Promise<LocalDirectory> {
  switch (choice.kind) {
    case 'embedded':
      return embedded(folder);
    case 'samba':
      return samba(folder);
    case 'lab':
      return lab(choice);
  }
}

const pairOf = (account: CastServiceAccount, alternate: CastServiceAccount): OwnAccount => ({
  username: account.upn,
  password: account.password,
  alternate: { username: alternate.upn, password: alternate.password },
});

const DEMONSTRATION = {
  netbiosName: DOMAIN.netbios,
  dnsName: DOMAIN.dns,
  upnSuffixes: DOMAIN.upnSuffixes,
  baseDn: DOMAIN.base,
  dataProxy: pairOf(DOMAIN.reader, DOMAIN.readerAlternate),
  selfService: pairOf(DOMAIN.resetter, DOMAIN.resetterAlternate),
  bases: [`${DOMAIN.delegatedOu},${DOMAIN.base}`],
  people: CAST,
};

async function embedded(folder: string): Promise<LocalDirectory> {
  const lookAlike = await startLookAlike({ file: join(folder, 'directory.json') });
  return {
    ...DEMONSTRATION,
    urls: [lookAlike.url],
    ca: lookAlike.ca,
    ...demonstrationGroups((name) => lookAlike.sidOf(name)),
    lookAlike,
    stop: () => lookAlike.stop(),
  };
}

async function samba(folder: string): Promise<LocalDirectory> {
  if (!sambaInstalled()) throw new CannotStart(`Samba AD is not installed here: ${SAMBA_INSTALLATION}`);
  const { urls, ca, stop } = await startSamba({ dir: join(folder, 'samba') });
  const found = { ...DEMONSTRATION, urls, ca };
  const sids = new Map<string, string>();
  for (const name of NAMED_GROUPS) sids.set(name, await groupSid(found, name));
  return { ...found, ...demonstrationGroups((name) => sids.get(name) ?? ''), stop };
}

async function lab({ kind: _kind, caFile, administrators, ...domain }: LabDomain): Promise<LocalDirectory> {
  const found = { ...domain, ca: certificateIn(caFile) };
  const groups: GroupRef[] = [];
  for (const group of administrators)
    groups.push({ name: `${domain.netbiosName}\\${group}`, sid: await groupSid(found, group) });
  return {
    ...found,
    dnsName: dnsNameOf(domain.baseDn),
    blockedGroups: [],
    administrators: groups,
    people: [],
    stop: () => Promise.resolve(),
  };
}

function certificateIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new CannotStart(`The CA certificate ${file} cannot be read.`, { cause });
  }
}

/** `corp.example.test` of `DC=corp,DC=example,DC=test`. */
const dnsNameOf = (baseDn: string): string =>
  Array.from(baseDn.matchAll(/DC=([^,]+)/gi), ([, label]) => label).join('.');
