import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretMemory } from '../../../adapters/secrets-manager/canary-memory.ts';
import { clientsOf } from '../../../local/aws-place.ts';
import { type AwsStandIns, startAwsStandIns } from '../../../local/aws/start-aws-stand-ins.ts';

describe("the canary's memory in Secrets Manager", () => {
  let standIns: AwsStandIns;
  beforeAll(async () => {
    standIns = await startAwsStandIns();
  });
  afterAll(() => standIns.stop());

  const memoryOf = (name: string, value: unknown) => {
    const client = new SecretsManagerClient(clientsOf({ endpoint: standIns.url, accessKeyId: 'latchkey' }));
    return secretMemory(client, standIns.secrets.ensure(name, value));
  };

  it('begins with the password that an administrator put in', async () => {
    expect(await memoryOf('first', { password: 'by-hand' }).recall()).toEqual({ passwords: ['by-hand'] });
  });

  it('recalls what it kept last', async () => {
    const memory = memoryOf('kept', { password: 'by-hand' });
    const knowledge = { passwords: ['new', 'by-hand'], app: 'JBSWY3DPEHPK3PXP', answers: { q: 'a' } };
    await memory.keep(knowledge);
    expect(await memory.recall()).toEqual(knowledge);
  });

  it.each([{ password: '' }, { passwords: [] }, 'text', { something: 'else' }])(
    'says what must stand there, and nothing of what stands there: %j',
    async (value) => {
      const name = `odd-${JSON.stringify(value).length}`;
      await expect(memoryOf(name, value).recall()).rejects.toMatchObject({
        code: 'secrets-unavailable',
        message: expect.stringContaining('{"password": "…"}'),
      });
    },
  );
});
