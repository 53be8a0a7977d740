import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { Failure } from '../../domain/failure.ts';
import type { AccountState } from './entry.ts';
import type { World } from './world.ts';

const filetime = z.string().regex(/^\d+$/).transform(BigInt);
const accountState = z.object({
  userAccountControl: z.int(),
  accountExpires: filetime,
  passwordLastSet: filetime,
  replacedAt: filetime,
  lockoutTime: filetime,
  badPasswordCount: z.int(),
  badPasswordTime: filetime,
  lastLogon: filetime,
  logonCount: z.int(),
  passwords: z.array(z.object({ salt: z.string(), hash: z.string() })).min(1),
  stamped: z.boolean(),
  cannotChangePassword: z.boolean(),
  written: z.exactOptional(z.record(z.string(), z.array(z.string()))),
});
const document = z.object({
  version: z.literal(1),
  base: z.string(),
  accounts: z.record(z.string(), accountState),
});

/** Keeps the accounts of a look-alike on disk, between runs. Passwords are in it as salted hashes only. */
export interface StateFile {
  /** Brings accounts to what the file says of them; those it does not name stay as they are. */
  load(world: World): void;
  /** Writes all accounts, in place of the whole file: a crash leaves the old one or the new one. */
  save(world: World): void;
}

/** `load` throws a Failure `store-corrupt` that names the file when it is not one of ours. */
export function createStateFile(path: string): StateFile {
  return {
    load(world) {
      if (!existsSync(path)) return;
      for (const [username, state] of Object.entries(readStates(path, world.domain.base))) {
        const entry = world.named(username);
        if (entry) world.keep(entry, state);
      }
    },
    save(world) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.new`, documentOf(world), { mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
  };
}

function readStates(path: string, base: string): Readonly<Record<string, AccountState>> {
  try {
    const read = document.parse(JSON.parse(readFileSync(path, 'utf8')));
    if (read.base !== base) throw new TypeError(`it is of the domain ${read.base}, not of ${base}`);
    return read.accounts;
  } catch (cause) {
    throw new Failure(
      'store-corrupt',
      `the directory's file ${path} cannot be used; delete it to begin anew`,
      { cause },
    );
  }
}

function documentOf(world: World): string {
  const accounts = world.entries().flatMap((entry) => {
    const state = world.account(entry);
    return state ? [[entry.attributes['sAMAccountName']?.[0] ?? '', state] as const] : [];
  });
  const content = { version: 1, base: world.domain.base, accounts: Object.fromEntries(accounts) };
  return JSON.stringify(
    content,
    (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
    1,
  );
}
