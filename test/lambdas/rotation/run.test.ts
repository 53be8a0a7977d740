import { beforeEach, describe, expect, it } from 'vitest';
import { systemRandom } from '../../../adapters/system/random.ts';
import { ROTATION_STEPS } from '../../../domain/rotation/rotate.ts';
import { rotationRun } from '../../../lambdas/rotation/run.ts';
import { memoryVault } from '../../support/memory-vault.ts';
import { emittingMeter } from '../../support/emitting.ts';
import { scriptedAccounts } from '../../support/scripted-accounts.ts';

const A = { username: 'svc-a', password: 'Password-of-A-1' };
const B = { username: 'svc-b', password: 'Password-of-B-1' };

/** The rotation function over a vault and accounts in memory, with all that it tells. */
async function aFunction() {
  const kept = memoryVault();
  const accounts = scriptedAccounts(A, B);
  const SecretId = await kept.secret({ ...A, alternate: B });
  const lines: unknown[] = [];
  const counts: string[] = [];
  const secret = { secretId: SecretId, domain: 'CORP', role: 'self-service', desk: accounts.desk } as const;
  const run = rotationRun(
    { secrets: [secret], vault: kept.vault, random: systemRandom() },
    emittingMeter(({ metric, dimensions }) => counts.push(`${metric} ${JSON.stringify(dimensions)}`)),
    {
      info: (message, fields) => lines.push({ message, ...fields }),
      error: (message, fields, cause) => lines.push({ message, ...fields, cause: String(cause) }),
    },
  );
  const ClientRequestToken = await kept.begin(SecretId);
  const step = (Step: string) => run({ Step, SecretId, ClientRequestToken });
  return { ...kept, ...accounts, SecretId, ClientRequestToken, lines, counts, run, step };
}
let made: Awaited<ReturnType<typeof aFunction>>;
beforeEach(async () => {
  made = await aFunction();
});

describe('the rotation function', () => {
  it('rotates step by step, tells of each, and counts what was put in force, once', async () => {
    for (const Step of [...ROTATION_STEPS, 'finishSecret']) await made.step(Step);
    expect(made.counts).toEqual(['SecretRotated {"domain":"CORP","role":"self-service"}']);
    expect(made.lines).toHaveLength(5);
    expect(made.lines[0]).toEqual({
      message: 'rotation',
      step: 'createSecret',
      secretId: made.SecretId,
      token: made.ClientRequestToken,
      domain: 'CORP',
      role: 'self-service',
      done: 'done',
    });
  });

  it('counts and tells of what failed, and fails, so that it is tried again', async () => {
    await made.step('createSecret');
    made.standings.set(B.username, 'locked');
    await expect(made.step('setSecret')).rejects.toMatchObject({ code: 'rotation-blocked' });
    expect(made.counts).toEqual(['RotationFailed {"domain":"CORP","role":"self-service"}']);
    expect(made.lines.at(-1)).toMatchObject({
      code: 'rotation-blocked',
      cause: expect.stringContaining('svc-b: it is locked out'),
    });
  });

  it('touches no secret that the deployment does not list', async () => {
    const other = await made.secret({ ...A, alternate: B });
    const event = { Step: 'createSecret', SecretId: other, ClientRequestToken: await made.begin(other) };
    await expect(made.run(event)).rejects.toThrow(`The secret ${other} is none of this deployment's`);
    expect((await made.vault.look(other, event.ClientRequestToken)).pending).toBeUndefined();
  });

  it.each([
    undefined,
    'createSecret',
    {},
    { Step: 'createSecret' },
    { Step: 'dropSecret', SecretId: 'secret-1', ClientRequestToken: 'token-1' },
    { Step: 'createSecret', SecretId: '', ClientRequestToken: 'token-1' },
  ])('refuses the event %j', async (event) => {
    await expect(made.run(event)).rejects.toMatchObject({ code: 'rotation-blocked' });
  });

  it('never tells a password, whatever goes well or wrong', async () => {
    for (const Step of ROTATION_STEPS) {
      made.passwords.set(B.username, Step === 'testSecret' ? 'Something-Else-5' : B.password);
      await made.step(Step).catch((error: unknown) => made.lines.push(String(error)));
    }
    const { pending } = await made.vault.look(made.SecretId, made.ClientRequestToken);
    const told = JSON.stringify([made.lines, made.counts]);
    for (const password of [A.password, B.password, pending?.password ?? '', 'Something-Else-5'])
      expect(told).not.toContain(password);
    expect(pending?.password).toHaveLength(53);
  });
});
