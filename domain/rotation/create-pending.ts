import type { CredentialVault, VaultView } from '../ports/credential-vault.ts';
import type { OwnPasswordDesk } from '../ports/own-password-desk.ts';
import type { Random } from '../ports/random.ts';
import { isSameAccount, type OwnCredential, type PendingPair } from './account-pair.ts';
import { blocked, blockedByAccount } from './blocked.ts';
import { randomPassword } from './random-password.ts';

export interface CreateNeeds {
  readonly vault: Pick<CredentialVault, 'keepPending'>;
  readonly desk: Pick<OwnPasswordDesk, 'tryPassword'>;
  readonly random: Pick<Random, 'bytes'>;
}

/** Keeps what is to be put in force: the account that rests, with a new password. What the token has kept already stays. */
export async function createPending(
  { vault, desk, random }: CreateNeeds,
  { secretId, token }: { readonly secretId: string; readonly token: string },
  view: VaultView,
): Promise<void> {
  if (view.pending) return;
  const resting = restingIn(view, secretId);
  const formerPassword = await presentPassword(desk, resting.username, secretId, candidates(view, resting));
  const { username, password } = view.current.pair;
  const pending: PendingPair = {
    username: resting.username,
    password: randomPassword(random),
    alternate: { username, password },
    formerPassword,
  };
  await vault.keepPending(secretId, token, pending);
}

function restingIn({ current }: VaultView, secretId: string): OwnCredential {
  const { alternate } = current.pair;
  const next = `Make a second account with the same rights and put it into the secret ${secretId} as "alternate": {"username": "…", "password": "…"}`;
  if (!alternate) throw blocked(current.pair.username, 'it has no account to alternate with', next);
  // To change the one password that everybody uses would leave nothing that works in between.
  if (isSameAccount(alternate, current.pair))
    throw blocked(alternate.username, 'it is named as its own alternate', next);
  return alternate;
}

/**
 * The passwords that the resting account may have now, two at most, the likelier first. A rotation that was given up may have
 * come as far as setting its password; one that was overtaken by a version written by hand hardly has.
 */
function candidates({ current, latest }: VaultView, resting: OwnCredential): readonly string[] {
  if (!latest || latest.version === current.version || !isSameAccount(latest.pair, resting))
    return [resting.password];
  const { password, formerPassword } = latest.pair;
  const overtaken = latest.createdAt < current.createdAt;
  return [...new Set(overtaken ? [resting.password, password] : [password, formerPassword])];
}

/** Which of them it is; where there is one only, setting will show whether it is right. */
async function presentPassword(
  desk: CreateNeeds['desk'],
  username: string,
  secretId: string,
  passwords: readonly string[],
): Promise<string> {
  const [only] = passwords;
  if (only !== undefined && passwords.length === 1) return only;
  for (const password of passwords) {
    const trial = await desk.tryPassword({ username, password });
    if (trial === 'right') return password;
    if (trial !== 'wrong') throw blockedByAccount(username, secretId, trial);
  }
  throw blockedByAccount(username, secretId, 'wrong');
}
