import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { httpPortalDoor } from '../../adapters/portal-door/portal-door.ts';
import { CANARY, type CanaryScene, startCanaryScene } from './proofs/canary-scene.ts';

const HOUR = 60 * 60_000;

describe('the canary, at a running Latchkey, over HTTP,', () => {
  let scene: CanaryScene;
  beforeAll(async () => {
    scene = await startCanaryScene();
  }, 60_000);
  afterAll(() => scene?.running.stop());
  beforeEach(() => scene.running.clock.pass(HOUR));

  const person = () => scene.running.lookAlike().person(CANARY);
  const isOpenedBy = (password: string | undefined) =>
    scene.running.lookAlike().isPassword(CANARY, password ?? '');

  it('enrolls itself in its first round, locks itself, unlocks, resets, signs in, and tells the seconds', async () => {
    const { told, counts } = await scene.round();
    expect(told).toEqual({ kind: 'well', lock: 'locked', secondsToUsablePassword: expect.any(Number) });
    expect(scene.remembered()).toMatchObject({ passwords: [expect.any(String)], app: expect.any(String) });
    expect(isOpenedBy(scene.remembered().passwords[0])).toBe(true);
    expect(person()?.locked).toBe(false);
    expect(counts.map(({ metric }) => metric)).toEqual([
      'CanaryRan',
      'SecondsToUsablePassword',
      'BackgroundRan',
    ]);
  });

  it('does it again an hour later, with another password, and the unlock was a real one', async () => {
    const before = scene.remembered();
    const unlocks = () => scene.running.counted().find(({ metric }) => metric === 'Unlocked')?.count ?? 0;
    const had = unlocks();
    const seen: (boolean | undefined)[] = [];
    const door = httpPortalDoor(scene.running.origin);
    const watched = {
      ...door,
      unlock: async (handle: string, operation: string) => {
        seen.push(person()?.locked);
        const done = await door.unlock(handle, operation);
        seen.push(person()?.locked);
        return done;
      },
    };
    expect(await scene.round({ door: watched })).toMatchObject({ told: { kind: 'well' } });
    expect(seen).toEqual([true, false]);
    expect(unlocks()).toBe(had + 1);
    expect(scene.remembered()).toEqual({
      ...before,
      passwords: [expect.not.stringMatching(before.passwords[0] ?? '-')],
    });
  });

  it('writes no password, no code, no answer and no seed into a line, whatever becomes of it', async () => {
    const { app = '', answers = {}, passwords } = scene.remembered();
    const well = await scene.round();
    const wrong = await scene.round({ codes: { codeAt: async () => ({ code: '000000', step: 0 }) } });
    const lines = [...well.lines, ...wrong.lines, ...scene.running.lines].join('\n');
    const secrets = [app, ...passwords, ...scene.remembered().passwords, ...Object.values(answers)];
    expect(secrets.length).toBeGreaterThan(4);
    for (const secret of secrets) expect(lines).not.toContain(secret);
  });

  it('is refused with a wrong code, and says at which step', async () => {
    const { told, counts, lines } = await scene.round({
      codes: { codeAt: async () => ({ code: '000000', step: 0 }) },
    });
    expect(told).toEqual({ kind: 'failed', step: 'unlock', code: 'proof-wrong' });
    expect(counts).toEqual([
      { metric: 'CanaryRan', dimension: '', count: 1 },
      { metric: 'CanaryFailed', dimension: 'step=unlock', count: 1 },
      { metric: 'BackgroundRan', dimension: '', count: 1 },
    ]);
    expect(lines.join('\n')).toContain('proof-wrong');
    expect(person()?.locked).toBe(true);
  });

  it('goes on in the next round, though it was left locked', async () => {
    expect(await scene.round()).toMatchObject({ told: { kind: 'well', lock: 'locked' } });
    expect(person()?.locked).toBe(false);
  });

  it('is refused with a wrong answer where the reset asks for answers', async () => {
    const { answers = {} } = scene.remembered();
    const wrong = Object.fromEntries(
      Object.keys(answers).map((question) => [question, 'quite another thing']),
    );
    const memory = {
      recall: async () => ({ ...scene.remembered(), answers: wrong }),
      keep: async () => undefined,
    };
    expect((await scene.round({ memory })).told).toEqual({
      kind: 'failed',
      step: 'reset',
      code: 'proof-wrong',
    });
  });

  it('says so when nothing is behind the address, and when something else is', async () => {
    const at = async (address: string) => (await scene.round({ door: httpPortalDoor(address) })).told;
    expect(await at('http://localhost:9')).toEqual({ kind: 'failed', step: 'unlock', code: 'unreachable' });
    expect(await at(`${scene.running.origin}/help?`)).toMatchObject({ kind: 'failed', step: 'unlock' });
  });

  it.each([
    ['disabled', { disabled: true }, { disabled: false }],
    ['account-expired', { accountExpired: true }, { accountExpired: false }],
  ] as const)(
    'is told the truth of an account that is %s, and no seconds are told',
    async (state, on, off) => {
      scene.running.lookAlike().arrange(CANARY, on);
      const { told, counts } = await scene.round();
      expect(told).toEqual({ kind: 'failed', step: 'unlock', code: `account-${state}` });
      expect(counts.map(({ metric }) => metric)).not.toContain('SecondsToUsablePassword');
      scene.running.lookAlike().arrange(CANARY, off);
    },
  );

  it('asks for a lock of nobody whose password it does not know', async () => {
    const memory = {
      recall: async () => ({ ...scene.remembered(), passwords: ['Not-its-password-1'] }),
      keep: async () => undefined,
    };
    const before = person()?.badPasswordCount ?? 0;
    await scene.round({ memory });
    expect(person()).toMatchObject({ locked: false });
    expect((person()?.badPasswordCount ?? 0) - before).toBeLessThanOrEqual(1);
  });

  it('heals itself when somebody else has changed its password: recovering takes none', async () => {
    const { told } = await scene.round();
    expect(told).toMatchObject({ kind: 'well', lock: 'password-unknown' });
    expect(isOpenedBy(scene.remembered().passwords[0])).toBe(true);
  });

  it('is told to wait when it has to enroll anew right after a reset, as anybody would be', async () => {
    const { passwords } = scene.remembered();
    const memory = { recall: async () => ({ passwords }), keep: async () => undefined };
    expect((await scene.round({ memory })).told).toEqual({
      kind: 'failed',
      step: 'enroll',
      code: 'changes-on-hold',
    });
  });
});
