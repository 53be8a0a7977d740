import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GroupRef } from '../domain/policy/audience.ts';
import { CannotStart } from './cannot-start.ts';
import type { CastDomain, CastServiceAccount } from './cast/domain.ts';
import { demonstrationGroups, furtherGroups, NAMED_GROUPS } from './demonstration-groups.ts';
import { startLookAlike } from './directory/look-alike.ts';
import { groupSid } from './group-sid.ts';
import type { LocalDirectories, LocalDirectory, OwnAccount } from './local-directory.ts';
import { CAST, type CastMember, DOMAIN, SECOND_CAST, SECOND_DOMAIN } from './people.ts';
import { sambaInstalled, SAMBA_INSTALLATION } from './samba/installed.ts';
import { startSamba } from './samba/start-samba.ts';
import type { TidyUp } from './tidy-up.ts';

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

/** The demonstration's own domain, and whether the second one, which is always the embedded one, is beside it. */
export interface Demonstration {
  readonly kind: 'embedded' | 'samba';
  readonly secondDomain?: boolean;
}

export type DirectoryChoice = Demonstration | LabDomain;

const hasSecond = (choice: DirectoryChoice): boolean => choice.kind !== 'lab' && choice.secondDomain === true;

/** Under what name a data folder remembers the directory it was begun with. */
export function directoryName(choice: DirectoryChoice): string {
  if (choice.kind === 'lab') return `your own domain ${choice.baseDn}`;
  const name = `the ${choice.kind} demonstration domain`;
  return hasSecond(choice) ? `${name} and the second one` : name;
}

/** Starts, or finds, the domains that were chosen. Throws CannotStart when one is not to be had. */
export async function openDirectories(
  choice: DirectoryChoice,
  folder: string,
  tidy: TidyUp,
): Promise<LocalDirectories> {
  const first = tidy.later(await openDirectory(choice, folder));
  return hasSecond(choice) ? [first, tidy.later(await second(folder))] : [first];
}

function openDirectory(choice: DirectoryChoice, folder: string): Promise<LocalDirectory> {
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

const demonstrationOf = (domain: CastDomain, people: readonly CastMember[]) => ({
  netbiosName: domain.netbios,
  dnsName: domain.dns,
  upnSuffixes: domain.upnSuffixes,
  baseDn: domain.base,
  dataProxy: pairOf(domain.reader, domain.readerAlternate),
  selfService: pairOf(domain.resetter, domain.resetterAlternate),
  bases: [`${domain.delegatedOu},${domain.base}`],
  people,
});

async function embedded(folder: string): Promise<LocalDirectory> {
  const lookAlike = await startLookAlike({ file: join(folder, 'directory.json') });
  return {
    ...demonstrationOf(DOMAIN, CAST),
    urls: [lookAlike.url],
    ca: lookAlike.ca,
    ...demonstrationGroups((name) => lookAlike.sidOf(name)),
    lookAlike,
    stop: () => lookAlike.stop(),
  };
}

async function second(folder: string): Promise<LocalDirectory> {
  const given = { domain: SECOND_DOMAIN, cast: SECOND_CAST, file: join(folder, 'second-directory.json') };
  const lookAlike = await startLookAlike(given);
  return {
    ...demonstrationOf(SECOND_DOMAIN, SECOND_CAST),
    urls: [lookAlike.url],
    ca: lookAlike.ca,
    ...furtherGroups(SECOND_DOMAIN, (name) => lookAlike.sidOf(name)),
    lookAlike,
    stop: () => lookAlike.stop(),
  };
}

async function samba(folder: string): Promise<LocalDirectory> {
  if (!sambaInstalled()) throw new CannotStart(`Samba AD is not installed here: ${SAMBA_INSTALLATION}`);
  const { urls, ca, administrator, stop } = await startSamba({ dir: join(folder, 'samba') });
  const found = { ...demonstrationOf(DOMAIN, CAST), urls, ca };
  const sids = new Map<string, string>();
  // Rotation may have given the data proxy account another password in an earlier run.
  const as = { ...found, dataProxy: administrator };
  for (const name of NAMED_GROUPS) sids.set(name, await groupSid(as, name));
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
