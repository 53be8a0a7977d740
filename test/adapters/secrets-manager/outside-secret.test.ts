import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { outsideSecret } from '../../../adapters/secrets-manager/outside-secret.ts';

const MINUTE = 60_000;

describe('a secret shared with somebody outside', () => {
  const client = new SecretsManagerClient({});
  const manager = mockClient(client);
  let now = 0;
  const secret = () => outsideSecret(client, 'latchkey/provider', { now: () => now });

  beforeEach(() => {
    now = 1_000 * MINUTE;
    manager.reset();
    manager.on(GetSecretValueCommand).resolves({ SecretString: ' one\n' });
  });

  it('is its text, without what an editor left around it, and asked for again after five minutes', async () => {
    const read = secret();
    expect(await read()).toBe('one');
    manager.on(GetSecretValueCommand).resolves({ SecretString: 'two' });
    now += 5 * MINUTE - 1;
    expect(await read()).toBe('one');
    now += 1;
    expect(await read()).toBe('two');
  });

  it.each([{}, { SecretString: '' }, { SecretString: ' \n' }])('is no text: %j', async (value) => {
    manager.on(GetSecretValueCommand).resolves(value);
    await expect(secret()()).rejects.toMatchObject({
      code: 'secrets-unavailable',
      message: expect.stringContaining('latchkey/provider') as string,
    });
  });

  it('is not to be had: says which', async () => {
    const refused = Object.assign(new Error('no'), { name: 'AccessDeniedException' });
    manager.on(GetSecretValueCommand).rejects(refused);
    await expect(secret()()).rejects.toMatchObject({ code: 'secrets-unavailable' });
  });
});
