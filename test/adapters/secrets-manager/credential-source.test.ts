import { inspect } from 'node:util';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { secretCredentials } from '../../../adapters/secrets-manager/credential-source.ts';

const MINUTE = 60_000;
const unavailable = { name: 'Failure', code: 'secrets-unavailable' };
const secret = (password: string) => ({ SecretString: JSON.stringify({ username: 'svc', password }) });

/** What a domain controller refused. */
const ONE_REFUSED = { username: 'svc', password: 'one' };

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
    expect(await Promise.all([one.refreshed(ONE_REFUSED), one.refreshed(ONE_REFUSED)])).toMatchObject([
      { password: 'two' },
      { password: 'two' },
    ]);
    expect(await one.current()).toMatchObject({ password: 'two' });
    expect(reads()).toBe(2);
    await one.refreshed(ONE_REFUSED);
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

  it('comes out of a secret that holds a second account, too', async () => {
    const alternate = { username: 'svc-b', password: 'two' };
    const SecretString = JSON.stringify({ username: 'svc', password: 'one', alternate });
    manager.on(GetSecretValueCommand).resolves({ SecretString });
    expect(await source().current()).toEqual({ username: 'svc', password: 'one' });
  });

  it('that cannot be read anew leaves the one in hand in use', async () => {
    const one = source();
    await one.current();
    manager.on(GetSecretValueCommand).rejects(new Error('down'));
    await expect(one.refreshed(ONE_REFUSED)).rejects.toMatchObject(unavailable);
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

  describe('that is still in force and was refused', () => {
    const ONE = { username: 'svc', password: 'one' };
    const PENDING = { username: 'svc', password: 'pending' };
    const gone = Object.assign(new Error('none'), { name: 'ResourceNotFoundException' });
    const pendingReads = () =>
      manager
        .commandCalls(GetSecretValueCommand)
        .filter(({ args }) => args[0].input.VersionStage === 'AWSPENDING').length;

    it('gives way to the pending one, which is then in use for five minutes', async () => {
      manager.on(GetSecretValueCommand, { VersionStage: 'AWSPENDING' }).resolves(secret('pending'));
      const one = source();
      expect(await one.refreshed(await one.current())).toEqual(PENDING);
      expect(await one.current()).toEqual(PENDING);
      now += 5 * MINUTE;
      expect(await one.current()).toEqual(ONE);
    });

    it('does not give way twice to a pending one that was refused, until five minutes later', async () => {
      manager.on(GetSecretValueCommand, { VersionStage: 'AWSPENDING' }).resolves(secret('pending'));
      const one = source();
      expect(await one.refreshed(await one.current())).toEqual(PENDING);
      expect(await one.refreshed(PENDING)).toEqual(ONE);
      expect(await one.refreshed(ONE)).toEqual(ONE);
      manager.on(GetSecretValueCommand, { VersionStage: 'AWSPENDING' }).resolves(secret('another'));
      expect(await one.refreshed(ONE)).toMatchObject({ password: 'another' });
      manager.on(GetSecretValueCommand, { VersionStage: 'AWSPENDING' }).resolves(secret('pending'));
      now += 5 * MINUTE;
      expect(await one.refreshed(ONE)).toEqual(PENDING);
    });

    it.each([
      [
        'there is none',
        () => manager.on(GetSecretValueCommand, { VersionStage: 'AWSPENDING' }).rejects(gone),
      ],
      [
        'it is the same',
        () => manager.on(GetSecretValueCommand, { VersionStage: 'AWSPENDING' }).resolves(secret('one')),
      ],
      [
        'it says nothing that can be read',
        () =>
          manager
            .on(GetSecretValueCommand, { VersionStage: 'AWSPENDING' })
            .resolves({ SecretString: 'placeholder' }),
      ],
    ])('stays when %s', async (_, arrange) => {
      arrange();
      const one = source();
      expect(await one.refreshed(await one.current())).toEqual(ONE);
      expect(pendingReads()).toBe(1);
    });

    it('is not asked about when what is in force is another by now', async () => {
      const one = source();
      await one.current();
      manager.on(GetSecretValueCommand).resolves(secret('two'));
      expect(await one.refreshed(ONE)).toMatchObject({ password: 'two' });
      expect(pendingReads()).toBe(0);
    });
  });
});
