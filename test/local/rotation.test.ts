import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  GetSecretValueCommand,
  RotateSecretCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientsOf } from '../../local/aws-place.ts';
import { DOMAIN } from '../../local/people.ts';
import { type LocalLatchkey, startLocal } from '../../local/start-local.ts';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-local-rotation-'));
const lines: string[] = [];
let latchkey: LocalLatchkey;

const start = async (): Promise<void> => {
  const take = (line: string) => void lines.push(line);
  latchkey = await startLocal({ port: 0, dataFolder: join(folder, 'data'), take });
};
beforeAll(start);
afterAll(async () => {
  await latchkey.stop();
  rmSync(folder, { recursive: true });
});

async function inForce(SecretId: string): Promise<{ username: string; password: string }> {
  const client = new SecretsManagerClient(clientsOf(latchkey.secretsManager));
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId }));
  return JSON.parse(SecretString) as { username: string; password: string };
}

/** Rotates a secret as an administrator would ask Secrets Manager to, and answers what is in force then. */
async function rotated(SecretId: string): Promise<{ username: string; password: string }> {
  const before = await inForce(SecretId);
  const client = new SecretsManagerClient(clientsOf(latchkey.secretsManager));
  await client.send(new RotateSecretCommand({ SecretId }));
  await expect.poll(() => inForce(SecretId), { timeout: 10_000 }).not.toEqual(before);
  return inForce(SecretId);
}

const lookedUp = async (username: string) => {
  const found = await latchkey.ports.directory.find({ kind: 'account-name', name: username });
  if (found.kind !== 'one') throw new Error(`${username} was not found`);
  return found.account.person;
};
const unlocked = async (username: string) =>
  latchkey.ports.repairs.at(await lookedUp(username), async (bench) => bench?.unlock());

describe('a rotation in the demo', () => {
  it('hands over to the account that rested, with a new password of its own', async () => {
    const { username, password } = await rotated('latchkey/self-service');
    expect(username).toBe(DOMAIN.resetterAlternate.upn);
    expect(password).not.toBe(DOMAIN.resetterAlternate.password);
    const { lookAlike } = latchkey.directory;
    expect(lookAlike?.isPassword(DOMAIN.resetterAlternate.username, password)).toBe(true);
    expect(latchkey.counts()).toContainEqual(
      expect.objectContaining({
        metric: 'SecretRotated',
        dimension: expect.stringContaining('self-service'),
      }),
    );
    expect(lines.join('\n')).not.toContain(password);
    expect(await unlocked('bob')).toEqual({ kind: 'done' });
  });

  it('twice over takes the first account’s password too; everything goes on, after a restart as well', async () => {
    await rotated('latchkey/data-proxy');
    const { username, password } = await rotated('latchkey/data-proxy');
    expect(username).toBe(DOMAIN.reader.upn);
    expect(password).not.toBe(DOMAIN.reader.password);
    expect(await unlocked('lena')).toEqual({ kind: 'done' });
    await latchkey.stop();
    await start();
    expect(await inForce('latchkey/data-proxy')).toEqual(expect.objectContaining({ username, password }));
    expect(await unlocked('lena')).toEqual({ kind: 'done' });
  });
});
