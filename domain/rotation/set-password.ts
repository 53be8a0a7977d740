import { Failure } from '../failure.ts';
import type { OwnPasswordDesk } from '../ports/own-password-desk.ts';
import type { PendingPair } from './account-pair.ts';
import { blockedByAccount, blockedByRefusal } from './blocked.ts';

/**
 * Gives the account that rests its new password. The old one is tried first: it is right whenever this was not done before, so
 * that a rotation without trouble costs no bad logon, and one that is repeated costs one.
 */
export async function setPassword(
  desk: Pick<OwnPasswordDesk, 'changePassword' | 'tryPassword'>,
  secretId: string,
  { username, password, formerPassword }: PendingPair,
): Promise<void> {
  const change = await desk.changePassword({ username, password: formerPassword }, password);
  if (change.kind === 'done') return;
  if (change.kind === 'refused' && change.reason !== 'wrong-password')
    throw blockedByRefusal(username, change);
  if (change.kind === 'closed' && change.trial !== 'wrong')
    throw blockedByAccount(username, secretId, change.trial);
  const trial = await desk.tryPassword({ username, password });
  if (trial === 'right') return;
  if (change.kind === 'unknown' && trial === 'wrong')
    throw new Failure(
      'directory-unreachable',
      `The answer to the change of ${username} was lost, and the change was not made; it is asked for again when the rotation is tried again`,
    );
  throw blockedByAccount(username, secretId, trial);
}
