import { beforeEach, describe, expect, it } from 'vitest';
import { A, type ARotation, aRotation, B } from '../../support/a-rotation.ts';

const blocked = { name: 'Failure', code: 'rotation-blocked' };
let scene: ARotation;
beforeEach(async () => {
  scene = await aRotation();
});

describe('a rotation is blocked, and says which account, why and what to do,', () => {
  it.each([
    ['locked', /CORP\\svc-b: it is locked out\. Unlock it/],
    ['disabled', /CORP\\svc-b: it is disabled\. Enable it/],
    ['account-expired', /CORP\\svc-b: it has expired\. Clear its expiry date/],
    ['must-change', /CORP\\svc-b: its password must be changed at the next logon\. Clear/],
    ['password-expired', /CORP\\svc-b: its password has expired\. Set "Password never expires"/],
    ['not-now', /CORP\\svc-b: its logon hours or workstations keep it out\. Lift/],
  ] as const)('when the account is %s; it goes on when that is mended', async (standing, told) => {
    const token = await scene.begun();
    await scene.step('createSecret', token);
    scene.standings.set(B.username, standing);
    await expect(scene.step('setSecret', token)).rejects.toMatchObject({
      ...blocked,
      message: expect.stringMatching(told),
    });
    scene.standings.clear();
    for (const name of ['setSecret', 'testSecret', 'finishSecret'] as const) await scene.step(name, token);
    expect(await scene.works()).toBe(true);
  });

  it.each([
    [
      { reason: 'policy', mayChangeAt: Date.UTC(2026, 10, 23, 8) },
      /minimum password age does not let it be changed before 2026-11-23T08:00:00\.000Z/,
    ],
    [{ reason: 'policy' }, /password rules refused.*Look at the password filters/],
    [{ reason: 'not-permitted' }, /does not let it change its own password\. Clear "User cannot change/],
    [{ reason: 'locked' }, /locked out/],
    [{ reason: 'gone' }, /not there any more\. Name another alternate account/],
  ] as const)('when the directory refuses the change (%j)', async (refusal, told) => {
    const token = await scene.begun();
    await scene.step('createSecret', token);
    scene.answers.push({ kind: 'refused', ...refusal });
    await expect(scene.step('setSecret', token)).rejects.toMatchObject({
      ...blocked,
      message: expect.stringMatching(told),
    });
    expect(await scene.works()).toBe(true);
  });

  it('when somebody changed the account’s password: after two wrong tries, and no word of any password', async () => {
    scene.passwords.set(B.username, 'Changed-by-Somebody-9');
    const token = await scene.begun();
    await scene.step('createSecret', token);
    const failing = scene.step('setSecret', token);
    await expect(failing).rejects.toMatchObject(blocked);
    const told = await failing.catch((error: Error) => error.message);
    expect(told).toContain('somebody else has changed it');
    expect(told).toContain(`put a new version into the secret ${scene.secretId}`);
    expect(told).not.toMatch(/Password-of|Changed-by/);
    expect(scene.wrong.get(B.username)).toBe(2);
  });

  it('when that was mended as it says, it works', async () => {
    scene.passwords.set(B.username, 'Changed-by-Somebody-9');
    const token = await scene.begun();
    await scene.step('createSecret', token);
    await expect(scene.step('setSecret', token)).rejects.toMatchObject(blocked);
    scene.passwords.set(B.username, 'Reset-by-an-Admin-3');
    await scene.write(scene.secretId, { ...A, alternate: { ...B, password: 'Reset-by-an-Admin-3' } });
    scene.wrong.clear();
    await scene.all(await scene.begun());
    expect(await scene.works()).toBe(true);
    expect(scene.wrong.get(B.username) ?? 0).toBe(0);
  });

  it('when what is in force was changed meanwhile: the account in use would be the one that is changed', async () => {
    const token = await scene.begun();
    await scene.step('createSecret', token);
    await scene.write(scene.secretId, { ...B, alternate: A });
    for (const name of ['setSecret', 'testSecret', 'finishSecret'] as const)
      await expect(scene.step(name, token)).rejects.toMatchObject({
        ...blocked,
        message: expect.stringContaining('AWSPENDING'),
      });
    expect(scene.passwords.get(B.username)).toBe(B.password);
  });

  it.each([
    ['there is one account only', A],
    ['an account is its own alternate', { ...A, alternate: { ...A, username: 'svc-a@corp.example' } }],
  ])('when %s', async (_, pair) => {
    await scene.write(scene.secretId, pair);
    await expect(scene.step('createSecret', await scene.begun())).rejects.toMatchObject({
      ...blocked,
      message: expect.stringContaining('Make a second account'),
    });
  });

  it('when a step comes before the first, or for a rotation that is not the pending one', async () => {
    const token = await scene.begun();
    for (const name of ['setSecret', 'finishSecret'] as const)
      await expect(scene.step(name, token)).rejects.toThrow('createSecret comes first');
    await scene.begun();
    await expect(scene.step('createSecret', token)).rejects.toThrow('another rotation has taken over');
    await expect(scene.step('createSecret', 'never-given')).rejects.toMatchObject(blocked);
  });

  it('when a domain controller does not know the new password yet', async () => {
    const token = await scene.begun();
    await scene.step('createSecret', token);
    await scene.step('setSecret', token);
    const lagging = {
      ...scene.desk,
      present: async () => [
        { domainController: 'ldaps://dc1', trial: 'right' as const },
        { domainController: 'ldaps://dc2', trial: 'wrong' as const },
      ],
    };
    await expect(scene.step('testSecret', token, { ...scene.ports, desk: lagging })).rejects.toMatchObject({
      ...blocked,
      message: expect.stringMatching(/ldaps:\/\/dc2 does not take its password.*replication/),
    });
  });
});
