import { inspect } from 'node:util';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { secretCredentials } from '../../../adapters/secrets-manager/credential-source.ts';

const MINUTE = 60_000;
const unavailable = { name: 'Failure', code: 'secrets-unavailable' };
const secret = (password: string) => ({ SecretString: JSON.stringify({ username: 'svc', password }) });

describe('the credential of an account', () => {
  const client = new SecretsManagerClient({});
  const manager = mockClient(client);
  let now = 0;
  const source = () => secretCredentials(client, 'corp/proxy', { now: () => now });
  const reads = () => manager.commandCalls(GetSecretValueCommand).length;

  beforeEach(() => {
    now = 1_000 * MINUTE;
    manager.reset();
    manager.on(GetSecretValueCommand).resolves(secret('one'));
  });

  it('is the current version of its secret', async () => {
    expect(await source().current()).toEqual({ username: 'svc', password: 'one' });
    expect(manager.commandCalls(GetSecretValueCommand)[0]?.args[0].input).toEqual({
      SecretId: 'corp/proxy',
      VersionStage: 'AWSCURRENT',
    });
  });

  it('is asked for once in five minutes, however many want it', async () => {
    const one = source();
    await Promise.all([one.current(), one.current(), one.current()]);
    for (const [step, count] of [
      [5 * MINUTE - 1, 1],
      [1, 2],
      [-20 * MINUTE, 3],
    ] as const) {
      now += step;
      await one.current();
      expect(reads()).toBe(count);
    }
  });

  it('is read anew at once when it was refused, and then remembered', async () => {
    const one = source();
    await one.current();
    manager.on(GetSecretValueCommand).resolves(secret('two'));
    expect(await one.current()).toMatchObject({ password: 'one' });
    expect(await Promise.all([one.refreshed(), one.refreshed()])).toMatchObject([
      { password: 'two' },
      { password: 'two' },
    ]);
    expect(await one.current()).toMatchObject({ password: 'two' });
    expect(reads()).toBe(2);
    await one.refreshed();
    expect(reads()).toBe(3);
  });

  it('is asked for again after a failure; the failure names the secret', async () => {
    const error = Object.assign(new Error('no'), { name: 'AccessDeniedException' });
    manager.on(GetSecretValueCommand).rejectsOnce(error).resolves(secret('one'));
    const one = source();
    await expect(one.current()).rejects.toMatchObject({
      ...unavailable,
      message: 'The secret corp/proxy cannot be read (AccessDeniedException, no answer)',
    });
    expect(await one.current()).toMatchObject({ password: 'one' });
  });

  it('that cannot be read anew leaves the one in hand in use', async () => {
    const one = source();
    await one.current();
    manager.on(GetSecretValueCommand).rejects(new Error('down'));
    await expect(one.refreshed()).rejects.toMatchObject(unavailable);
    expect(await one.current()).toMatchObject({ password: 'one' });
  });

  it.each([
    'hunter2',
    '"hunter2"',
    '{"username": "svc", "password": "hunter2"',
    '{"user": "svc", "password": "hunter2"}',
    '{"username": "", "password": "hunter2"}',
    '{"username": ["hunter2"], "password": "hunter2"}',
    '{"username": "hunter2"}',
    'null',
    undefined,
  ])(
    'is refused in the shape %j; the failure tells the right shape, and nothing of what is there',
    async (text) => {
      manager
        .on(GetSecretValueCommand)
        .resolves(text === undefined ? { SecretBinary: new Uint8Array(3) } : { SecretString: text });
      const failure: unknown = await source()
        .current()
        .catch((thrown: unknown) => thrown);
      expect(failure).toMatchObject(unavailable);
      const said = inspect(failure);
      expect(said).toContain('corp/proxy');
      expect(said).toContain('{"username": "…", "password": "…"}');
      expect(said).not.toContain('hunter2');
    },
  );
});
