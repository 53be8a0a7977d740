import type { OwnPasswordDesk } from '../ports/own-password-desk.ts';
import type { OwnCredential } from './account-pair.ts';
import { blocked, blockedByAccount } from './blocked.ts';

/** Makes sure that every domain controller that answers takes the password and lets the account read. */
export async function testPassword(
  desk: Pick<OwnPasswordDesk, 'present'>,
  secretId: string,
  { username, password }: OwnCredential,
): Promise<void> {
  const receptions = await desk.present({ username, password });
  const refusing = receptions.find(({ trial }) => trial !== 'right');
  if (!refusing) return;
  if (refusing.trial !== 'wrong') throw blockedByAccount(username, secretId, refusing.trial);
  throw blocked(
    username,
    `${refusing.domainController} does not take its password: it was not replicated there yet, or somebody has changed it since`,
    'Wait for replication, or look at it (repadmin /showrepl); the rotation goes on when it is tried again',
  );
}
