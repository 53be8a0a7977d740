import { describe, expect, it } from 'vitest';
import type { CredentialVault } from '../../domain/ports/credential-vault.ts';
import type { AccountPair, PendingPair } from '../../domain/rotation/account-pair.ts';

/** A vault, and what others do to its secrets. */
export interface VaultUnderTest {
  readonly vault: CredentialVault;
  /** A new secret with that in force; answers its id. */
  readonly secret: (pair: AccountPair) => Promise<string>;
  /** Begins a rotation; answers its token. */
  readonly begin: (secretId: string) => Promise<string>;
  /** Gives a rotation up: its version is not pending any more. */
  readonly giveUp: (secretId: string, token: string) => Promise<void>;
  /** Puts another pair in force, by hand. */
  readonly write: (secretId: string, pair: AccountPair) => Promise<void>;
}

const A = { username: 'svc-a@corp.example.test', password: 'Password-of-A-1' };
const B = { username: 'svc-b@corp.example.test', password: 'Password-of-B-1' };
const PAIR: AccountPair = { ...A, alternate: B };
const NEXT: PendingPair = {
  username: B.username,
  password: 'Password-of-B-2',
  alternate: A,
  formerPassword: B.password,
};

/** What every vault promises the rotation. */
export function vaultContract(name: string, make: () => Promise<VaultUnderTest>): void {
  describe(`the vault: ${name}`, () => {
    it('shows what is in force, and a version that says nothing yet', async () => {
      const { vault, secret, begin } = await make();
      const id = await secret(PAIR);
      const view = await vault.look(id, await begin(id));
      expect(view).toEqual({
        current: { version: expect.any(String), pair: PAIR, createdAt: expect.any(Number) },
        asked: 'pending',
      });
    });

    it('shows a secret with one account as such, and leaves out whatever else it says', async () => {
      const { vault, secret, begin } = await make();
      const id = await secret({ ...A, note: 'ours' } as AccountPair);
      expect((await vault.look(id, await begin(id))).current.pair).toEqual(A);
    });

    it('keeps what is pending beside what is in force', async () => {
      const { vault, secret, begin } = await make();
      const id = await secret(PAIR);
      const token = await begin(id);
      await vault.keepPending(id, token, NEXT);
      expect(await vault.look(id, token)).toMatchObject({
        current: { pair: PAIR },
        asked: 'pending',
        pending: NEXT,
        latest: { version: token, pair: NEXT },
      });
    });

    it('keeps what a version says already', async () => {
      const { vault, secret, begin } = await make();
      const id = await secret(PAIR);
      const token = await begin(id);
      await vault.keepPending(id, token, NEXT);
      await vault.keepPending(id, token, { ...NEXT, password: 'Another-one-3' });
      expect((await vault.look(id, token)).pending).toEqual(NEXT);
    });

    it('puts in force what is pending, once', async () => {
      const { vault, secret, begin } = await make();
      const id = await secret(PAIR);
      const token = await begin(id);
      await vault.keepPending(id, token, NEXT);
      const { current } = await vault.look(id, token);
      await vault.putInForce(id, token, current.version);
      const view = await vault.look(id, token);
      expect(view).toMatchObject({ asked: 'current', current: { version: token } });
      expect(view.current.pair).toMatchObject({
        username: B.username,
        password: NEXT.password,
        alternate: A,
      });
      expect(view.latest?.version).toBe(token);
    });

    it('puts nothing in force in place of what is not in force', async () => {
      const { vault, secret, begin, write } = await make();
      const id = await secret(PAIR);
      const token = await begin(id);
      await vault.keepPending(id, token, NEXT);
      const { current } = await vault.look(id, token);
      const byHand = { ...PAIR, password: 'By-Hand-4' };
      await write(id, byHand);
      await expect(vault.putInForce(id, token, current.version)).rejects.toMatchObject({
        code: 'secrets-unavailable',
      });
      expect((await vault.look(id, token)).current.pair).toEqual(byHand);
    });

    it('remembers what was kept last, though its rotation was given up', async () => {
      const { vault, secret, begin, giveUp } = await make();
      const id = await secret(PAIR);
      const first = await begin(id);
      await vault.keepPending(id, first, NEXT);
      await giveUp(id, first);
      expect((await vault.look(id, first)).asked).toBe('given-up');
      const second = await begin(id);
      const view = await vault.look(id, second);
      expect(view).toMatchObject({ asked: 'pending', latest: { version: first, pair: NEXT } });
      expect(view.pending).toBeUndefined();
      expect(view.latest?.createdAt).toBeGreaterThanOrEqual(view.current.createdAt);
    });

    it('shows that a version by hand came after what was kept', async () => {
      const { vault, secret, begin, write } = await make();
      const id = await secret(PAIR);
      const token = await begin(id);
      await vault.keepPending(id, token, NEXT);
      await write(id, PAIR);
      const { current, latest } = await vault.look(id, token);
      expect(latest?.createdAt).toBeLessThan(current.createdAt);
    });

    it('knows a token that it never gave for what it is', async () => {
      const { vault, secret } = await make();
      const id = await secret(PAIR);
      expect((await vault.look(id, 'v'.repeat(36))).asked).toBe('unknown');
    });

    it('fails for a secret that is not there, by its name', async () => {
      const { vault } = await make();
      await expect(vault.look('nobody', 'v'.repeat(36))).rejects.toMatchObject({
        name: 'Failure',
        code: 'secrets-unavailable',
        message: expect.stringContaining('nobody'),
      });
    });
  });
}
