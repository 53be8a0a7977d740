import { Failure } from '../../domain/failure.ts';
import type { CredentialVault, KeptPair, VaultView } from '../../domain/ports/credential-vault.ts';
import type { AccountPair, PendingPair } from '../../domain/rotation/account-pair.ts';
import type { VaultUnderTest } from '../contracts/credential-vault.ts';

interface Kept {
  readonly current: string;
  readonly asked: ReadonlyMap<string, 'pending' | 'given-up'>;
  readonly pairs: ReadonlyMap<string, KeptPair<AccountPair>>;
  readonly latest?: KeptPair<PendingPair>;
}

/** Secrets in memory, each change at once or not at all. */
export function memoryVault(): VaultUnderTest {
  const secrets = new Map<string, Kept>();
  let count = 0;
  const fresh = (what: string): string => `${what}-${(count += 1)}`;

  function find(secretId: string): Kept {
    const kept = secrets.get(secretId);
    if (kept) return kept;
    throw new Failure('secrets-unavailable', `The secret ${secretId} is not there`);
  }

  function written(secretId: string, pair: AccountPair, kept: Omit<Kept, 'current'>): void {
    const version = fresh('version');
    const pairs = new Map([...kept.pairs, [version, { version, pair, createdAt: (count += 1) }]]);
    secrets.set(secretId, { ...kept, current: version, pairs });
  }

  const vault: CredentialVault = {
    look: async (secretId, token) => viewOf(find(secretId), token),
    async keepPending(secretId, token, pair) {
      const kept = find(secretId);
      if (kept.pairs.has(token)) return;
      const latest = { version: token, pair, createdAt: (count += 1) };
      secrets.set(secretId, { ...kept, pairs: new Map([...kept.pairs, [token, latest]]), latest });
    },
    async putInForce(secretId, token, instead) {
      const kept = find(secretId);
      if (kept.current !== instead) throw new Failure('secrets-unavailable', `${instead} is not in force`);
      secrets.set(secretId, { ...kept, current: token });
    },
  };
  return {
    vault,
    async secret(pair) {
      const secretId = fresh('secret');
      written(secretId, pair, { asked: new Map(), pairs: new Map() });
      return secretId;
    },
    async begin(secretId) {
      const kept = find(secretId);
      const token = fresh('token');
      const given = [...kept.asked.keys()].map((one) => [one, 'given-up'] as const);
      secrets.set(secretId, { ...kept, asked: new Map([...given, [token, 'pending']]) });
      return token;
    },
    async giveUp(secretId, token) {
      const kept = find(secretId);
      secrets.set(secretId, { ...kept, asked: new Map([...kept.asked, [token, 'given-up']]) });
    },
    write: async (secretId, pair) => written(secretId, pair, find(secretId)),
  };
}

function viewOf({ current, asked, pairs, latest }: Kept, token: string): VaultView {
  const inForce = pairs.get(current);
  if (!inForce) throw new Failure('secrets-unavailable', 'nothing is in force');
  const { username, password, alternate } = inForce.pair;
  const pair = { username, password, ...(alternate && { alternate }) };
  const pending = pairs.get(token)?.pair;
  return {
    current: { ...inForce, pair },
    asked: token === current ? 'current' : (asked.get(token) ?? 'unknown'),
    ...(pending && { pending: pending as PendingPair }),
    ...(latest && { latest }),
  };
}
