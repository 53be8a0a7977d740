import {
  CancelRotateSecretCommand,
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  RotateSecretCommand,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
  type GetSecretValueCommandInput,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startAwsStandIns, type AwsStandIns } from '../../../local/aws/start-aws-stand-ins.ts';

describe('the stand-in for Secrets Manager', () => {
  let aws: AwsStandIns;
  let manager: SecretsManagerClient;
  let count = 0;
  let SecretId = '';
  beforeAll(async () => {
    aws = await startAwsStandIns();
    manager = new SecretsManagerClient({ endpoint: aws.url });
  });
  beforeEach(async () => {
    SecretId = `secret-${String((count += 1))}`;
    await manager.send(
      new CreateSecretCommand({ Name: SecretId, SecretString: 'first', ClientRequestToken: version(1) }),
    );
  });
  afterAll(() => aws.stop());

  /** Version ids have 32 to 64 characters in AWS. */
  const version = (n: number) => String(n).padStart(36, 'v');
  const get = (input: Partial<GetSecretValueCommandInput> = {}) =>
    manager.send(new GetSecretValueCommand({ SecretId, ...input }));
  const put = (n: number, SecretString: string, VersionStages?: string[]) =>
    manager.send(
      new PutSecretValueCommand({ SecretId, SecretString, VersionStages, ClientRequestToken: version(n) }),
    );
  const move = (VersionStage: string, to: number | undefined, from: number | undefined) =>
    manager.send(
      new UpdateSecretVersionStageCommand({
        SecretId,
        VersionStage,
        MoveToVersionId: to === undefined ? undefined : version(to),
        RemoveFromVersionId: from === undefined ? undefined : version(from),
      }),
    );
  const stages = async () =>
    (await manager.send(new DescribeSecretCommand({ SecretId }))).VersionIdsToStages ?? {};
  const missing = { name: 'ResourceNotFoundException' };

  it('gives the current version by name and by ARN', async () => {
    const { ARN = '', VersionId, VersionStages, SecretString, Name } = await get();
    expect({ VersionId, VersionStages, SecretString, Name }).toEqual({
      VersionId: version(1),
      VersionStages: ['AWSCURRENT'],
      SecretString: 'first',
      Name: SecretId,
    });
    expect((await get({ SecretId: ARN })).SecretString).toBe('first');
    await expect(get({ SecretId: 'nobody' })).rejects.toMatchObject(missing);
  });

  it('refuses to create a secret twice', async () => {
    await expect(manager.send(new CreateSecretCommand({ Name: SecretId }))).rejects.toMatchObject({
      name: 'ResourceExistsException',
    });
  });

  it('makes a version that is put the current one, and the one before the previous one', async () => {
    await put(2, 'second');
    await put(3, 'third');
    expect(await stages()).toEqual({ [version(2)]: ['AWSPREVIOUS'], [version(3)]: ['AWSCURRENT'] });
    expect((await get({ VersionStage: 'AWSPREVIOUS' })).SecretString).toBe('second');
    expect((await get({ VersionId: version(1) })).SecretString).toBe('first');
  });

  it('puts a pending version beside the current one, and swaps them when told', async () => {
    await put(2, 'second', ['AWSPENDING']);
    expect((await get()).SecretString).toBe('first');
    expect((await get({ VersionStage: 'AWSPENDING', VersionId: version(2) })).SecretString).toBe('second');
    await move('AWSCURRENT', 2, 1);
    expect((await get()).SecretString).toBe('second');
    expect(await stages()).toEqual({
      [version(1)]: ['AWSPREVIOUS'],
      [version(2)]: ['AWSPENDING', 'AWSCURRENT'],
    });
    await move('AWSPENDING', undefined, 2);
    await expect(get({ VersionStage: 'AWSPENDING' })).rejects.toMatchObject(missing);
    await move('AWSCURRENT', 1, 2);
    expect(await stages()).toEqual({ [version(1)]: ['AWSCURRENT'], [version(2)]: ['AWSPREVIOUS'] });
  });

  it('finds no version whose id and stage do not agree', async () => {
    await put(2, 'second', ['AWSPENDING']);
    await expect(get({ VersionStage: 'AWSPENDING', VersionId: version(1) })).rejects.toMatchObject(missing);
    await expect(get({ VersionId: version(9) })).rejects.toMatchObject(missing);
  });

  it('takes the same version twice, and refuses the same id for another value', async () => {
    await put(2, 'second', ['AWSPENDING']);
    await expect(put(2, 'second', ['AWSPENDING'])).resolves.toMatchObject({ VersionId: version(2) });
    await expect(put(2, 'another', ['AWSPENDING'])).rejects.toMatchObject({
      name: 'ResourceExistsException',
    });
    expect((await get({ VersionId: version(2) })).SecretString).toBe('second');
  });

  it('moves a stage only from the version that is said to hold it', async () => {
    await put(2, 'second', ['AWSPENDING']);
    const wrong = { name: 'InvalidParameterException' };
    await expect(move('AWSCURRENT', 2, undefined)).rejects.toMatchObject(wrong);
    await expect(move('AWSCURRENT', 2, 2)).rejects.toMatchObject(wrong);
    await expect(move('AWSCURRENT', undefined, 1)).rejects.toMatchObject(wrong);
    await expect(move('AWSCURRENT', 9, 1)).rejects.toMatchObject(missing);
    expect((await get()).SecretString).toBe('first');
  });

  it('begins a rotation as RotateSecret does: a pending version that has no value yet', async () => {
    const token = aws.secrets.beginRotation(SecretId);
    expect(await stages()).toEqual({ [version(1)]: ['AWSCURRENT'], [token]: ['AWSPENDING'] });
    await expect(get({ VersionId: token, VersionStage: 'AWSPENDING' })).rejects.toMatchObject(missing);
    await manager.send(
      new PutSecretValueCommand({
        SecretId,
        SecretString: 'second',
        ClientRequestToken: token,
        VersionStages: ['AWSPENDING'],
      }),
    );
    expect((await get({ VersionId: token, VersionStage: 'AWSPENDING' })).SecretString).toBe('second');
    expect((await get()).SecretString).toBe('first');
  });

  describe('asked to rotate', () => {
    const rotate = (n: number) =>
      manager.send(new RotateSecretCommand({ SecretId, ClientRequestToken: version(n) }));
    const notNow = { name: 'InvalidRequestException' };
    /** A rotation function that is called and keeps what it is called with; it fails at that step. */
    function byAFunction(failing?: string): string[] {
      const steps: string[] = [];
      aws.rotations.by(async ({ Step, ClientRequestToken }) => {
        steps.push(`${Step} ${ClientRequestToken.replaceAll('v', '')}`);
        if (Step === failing) throw new Error('as asked');
      });
      return steps;
    }
    const inOrder = (token: number) =>
      ['createSecret', 'setSecret', 'testSecret', 'finishSecret'].map((step) => `${step} ${token}`);

    it('runs the four steps behind the back of whoever asked', async () => {
      const steps = byAFunction();
      expect(await rotate(2)).toMatchObject({ Name: SecretId, VersionId: version(2) });
      await aws.rotations.settled();
      expect(steps).toEqual(inOrder(2));
      expect(await stages()).toEqual({ [version(1)]: ['AWSCURRENT'], [version(2)]: ['AWSPENDING'] });
    });

    it('stops at a step that fails, and goes on with that rotation when it is asked for another', async () => {
      const before = byAFunction('setSecret');
      await rotate(2);
      await aws.rotations.settled();
      expect(before).toEqual(inOrder(2).slice(0, 2));
      const after = byAFunction();
      await expect(rotate(3)).rejects.toMatchObject({
        ...notNow,
        message: "A previous rotation isn't complete. That rotation will be reattempted.",
      });
      await aws.rotations.settled();
      expect(after).toEqual(inOrder(2));
    });

    it('begins no further step once it was cancelled; what is pending stays so until its label is taken off', async () => {
      let goOn = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      const begun: string[] = [];
      aws.rotations.by(({ Step }) => {
        begun.push(Step);
        return held;
      });
      await rotate(2);
      const cancelled = await manager.send(new CancelRotateSecretCommand({ SecretId }));
      expect(cancelled.VersionId).toBe(version(2));
      goOn();
      await aws.rotations.settled();
      expect(begun).toEqual(['createSecret']);
      const steps = byAFunction();
      await move('AWSPENDING', undefined, 2);
      expect(await rotate(3)).toMatchObject({ VersionId: version(3) });
      await aws.rotations.settled();
      expect(steps).toEqual(inOrder(3));
    });

    it('cannot without a rotation function', async () => {
      const other = await startAwsStandIns();
      other.secrets.ensure('alone', 'value');
      const client = new SecretsManagerClient({ endpoint: other.url });
      await expect(client.send(new RotateSecretCommand({ SecretId: 'alone' }))).rejects.toMatchObject(notNow);
      await other.stop();
    });
  });
});
