import type { Entry } from 'ldapts';
import { Failure } from '../../../domain/failure.ts';
import type { NamedGroup, ShownAccount } from '../../../domain/health/account-facts.ts';
import { conditionOf } from '../account-entry.ts';
import type { Connection } from '../connection.ts';
import type { CheckedDomain } from '../domain-settings.ts';
import { bytes, text, texts } from '../entry.ts';
import { fromFiletime } from '../filetime.ts';
import { ownAccountName } from '../own-account.ts';
import { sidText } from '../sid.ts';

/** One of our accounts, found by what its secret or the settings call it. */
export interface FoundAccount {
  readonly username: string;
  readonly shown: ShownAccount;
}

const ATTRIBUTES = [
  'objectSid',
  'sAMAccountName',
  'tokenGroups',
  'memberOf',
  'adminCount',
  'userAccountControl',
  'msDS-User-Account-Control-Computed',
  'msDS-UserPasswordExpiryTimeComputed',
  'accountExpires',
  'pwdLastSet',
];

/** Bits of userAccountControl that make an account weak or mighty (MS-ADTS 2.2.16). */
const FLAGS: readonly (readonly [number, string])[] = [
  [0x20, 'PASSWD_NOTREQD'],
  [0x80, 'ENCRYPTED_TEXT_PWD_ALLOWED'],
  [0x8_0000, 'TRUSTED_FOR_DELEGATION'],
  [0x40_0000, 'DONT_REQ_PREAUTH'],
  [0x100_0000, 'TRUSTED_TO_AUTH_FOR_DELEGATION'],
];

const NEVER_EXPIRES = 0x1_0000;

/** What the directory shows of one of our accounts; undefined when there is nobody of that name. */
export async function readOwnAccount(
  connection: Connection,
  domain: CheckedDomain,
  username: string,
): Promise<FoundAccount | undefined> {
  const name = await ownAccountName(connection, domain, username).catch((error: unknown) => {
    if (error instanceof Failure && error.code === 'directory-misbehaved') return undefined;
    throw error;
  });
  const entry = name === undefined ? undefined : await connection.readEntry(name, { attributes: ATTRIBUTES });
  const sid = entry && sidText(bytes(entry, 'objectSid')[0] ?? Buffer.alloc(0));
  const sam = entry && text(entry, 'sAMAccountName');
  if (!entry || sid === undefined || sam === undefined) return undefined;
  return { username: sam, shown: await shownOf(connection, entry, sid) };
}

async function shownOf(connection: Connection, entry: Entry, sid: string): Promise<ShownAccount> {
  const {
    locked,
    disabled,
    accountExpired,
    mustChangePassword,
    passwordExpired,
    passwordLastSet,
    adminCount,
    ...rest
  } = conditionOf(entry);
  const control = Number(text(entry, 'userAccountControl') ?? '0');
  const passwordSetAt = fromFiletime(passwordLastSet);
  return {
    distinguishedName: entry.dn,
    sid,
    groups: await groupsOf(connection, entry),
    memberOf: texts(entry, 'memberOf'),
    adminCount,
    flags: FLAGS.flatMap(([bit, name]) => ((control & bit) === 0 ? [] : [name])),
    locked,
    disabled,
    accountExpired,
    // Of an account whose password never expires it is not asked.
    mustChange: mustChangePassword && (control & NEVER_EXPIRES) === 0,
    passwordExpired,
    ...(passwordSetAt !== undefined && { passwordSetAt }),
    ...(rest.passwordExpiresAt !== undefined && { passwordExpiresAt: rest.passwordExpiresAt }),
  };
}

/** More groups than an account of ours ever needs; the rest are told by their SIDs. */
const MOST_NAMED = 50;

async function groupsOf(connection: Connection, entry: Entry): Promise<readonly NamedGroup[]> {
  const groups: NamedGroup[] = [];
  for (const group of bytes(entry, 'tokenGroups')) {
    const sid = sidText(group);
    if (sid === undefined) continue;
    const found =
      groups.length < MOST_NAMED
        ? await connection.readEntry(`<SID=${sid}>`, { attributes: ['1.1'] })
        : undefined;
    groups.push(found ? { sid, distinguishedName: found.dn } : { sid });
  }
  return groups;
}
