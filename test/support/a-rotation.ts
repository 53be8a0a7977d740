import { systemRandom } from '../../adapters/system/random.ts';
import { type RotationStep, ROTATION_STEPS, rotate } from '../../domain/rotation/rotate.ts';
import { memoryVault } from './memory-vault.ts';
import { scriptedAccounts } from './scripted-accounts.ts';

export const A = { username: 'CORP\\svc-a', password: 'Password-of-A-1' };
export const B = { username: 'CORP\\svc-b', password: 'Password-of-B-1' };

/** A secret with two accounts, which the directory has too. */
export async function aRotation() {
  const kept = memoryVault();
  const accounts = scriptedAccounts(A, B);
  const secretId = await kept.secret({ ...A, alternate: B });
  const ports = { vault: kept.vault, desk: accounts.desk, random: systemRandom() };
  const step = (name: RotationStep, token: string, using = ports) =>
    rotate(using, { step: name, secretId, token });
  return {
    ...kept,
    ...accounts,
    ports,
    secretId,
    step,
    begun: () => kept.begin(secretId),
    async all(token: string) {
      for (const name of ROTATION_STEPS) await step(name, token);
    },
    inForce: async () => (await kept.vault.look(secretId, 'none')).current.pair,
    /** That the account in force opens; the one thing that must never fail. */
    async works() {
      const { username, password } = (await kept.vault.look(secretId, 'none')).current.pair;
      return accounts.passwords.get(username) === password;
    },
  };
}

export type ARotation = Awaited<ReturnType<typeof aRotation>>;
