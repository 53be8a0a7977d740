import { beforeEach, describe, expect, it } from 'vitest';
import { ROTATION_STEPS } from '../../../domain/rotation/rotate.ts';
import { A, type ARotation, aRotation, B } from '../../support/a-rotation.ts';

let scene: ARotation;
beforeEach(async () => {
  scene = await aRotation();
});

describe('a rotation', () => {
  it('puts the account that rested in force with a new password, and lets the other rest with its own', async () => {
    await scene.all(await scene.begun());
    const { username, password, alternate } = await scene.inForce();
    expect(username).toBe(B.username);
    expect(password).not.toBe(B.password);
    expect(scene.passwords.get(B.username)).toBe(password);
    expect(alternate).toEqual(A);
    expect(scene.passwords.get(A.username)).toBe(A.password);
  });

  it('takes turns', async () => {
    for (const username of [B.username, A.username, B.username]) {
      await scene.all(await scene.begun());
      expect(await scene.inForce()).toMatchObject({ username });
      expect(await scene.works()).toBe(true);
    }
  });

  it('changes nothing that is in use before its last step', async () => {
    const token = await scene.begun();
    for (const name of ['createSecret', 'setSecret', 'testSecret'] as const) await scene.step(name, token);
    expect(await scene.inForce()).toMatchObject(A);
    expect(scene.passwords.get(A.username)).toBe(A.password);
  });

  it('tries no wrong password when nothing goes wrong', async () => {
    await scene.all(await scene.begun());
    expect(scene.wrong.size).toBe(0);
  });

  it('tests what is in force where nothing is pending, as when a schedule is made', async () => {
    const token = await scene.begun();
    expect(await scene.step('testSecret', token)).toBe('done');
    scene.passwords.set(A.username, 'Changed-by-Somebody-9');
    await expect(scene.step('testSecret', token)).rejects.toMatchObject({ code: 'rotation-blocked' });
  });

  it('may repeat each of its steps', async () => {
    const token = await scene.begun();
    for (const name of ROTATION_STEPS) {
      expect(await scene.step(name, token)).toBe('done');
      expect(await scene.step(name, token)).toBe(name === 'finishSecret' ? 'was-finished' : 'done');
    }
    expect(await scene.step('createSecret', token)).toBe('was-finished');
    expect(await scene.works()).toBe(true);
    expect(await scene.inForce()).toMatchObject({ username: B.username });
  });

  it('finds out after a lost answer whether the change was made', async () => {
    const token = await scene.begun();
    await scene.step('createSecret', token);
    scene.answers.push({ kind: 'unknown' });
    await expect(scene.step('setSecret', token)).rejects.toMatchObject({
      code: 'directory-unreachable',
      message: expect.stringContaining('was not made'),
    });
    const { pending } = await scene.vault.look(scene.secretId, token);
    scene.passwords.set(B.username, pending?.password ?? '');
    await scene.step('setSecret', token);
    await scene.step('testSecret', token);
  });
});
