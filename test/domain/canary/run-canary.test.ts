import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CanaryStep, runCanary } from '../../../domain/canary/run-canary.ts';
import { breakingPorts, Broken, type BreakingPoint } from '../../support/breaking-ports.ts';
import { type CanaryWorld, canaryWorld } from '../../support/canary-world.ts';

const HOUR = 60 * 60_000;

async function round(world: CanaryWorld, point?: BreakingPoint) {
  const steps: CanaryStep[] = [];
  const { ports, calls } = breakingPorts(world.ports, point);
  const outcome = await runCanary(ports, 'canary', (step) => steps.push(step)).catch((error: unknown) => {
    if (error instanceof Broken) return undefined;
    throw error;
  });
  world.clock.pass(HOUR);
  return { outcome, steps, calls: calls() };
}

describe('a round of the canary', () => {
  it('goes through all its steps, and counts from the first request of the reset, without the wait for a code', async () => {
    const world = canaryWorld();
    const { outcome, steps } = await round(world);
    expect(steps).toEqual(['recall', 'enroll', 'lock', 'unlock', 'wait', 'reset', 'sign-in', 'remember']);
    // Each proof takes a second here, and nothing else takes time.
    expect(outcome).toEqual({ kind: 'well', secondsToUsablePassword: 2, lock: 'locked' });
    expect(world).toMatchObject({ unlocks: 1, resets: 1, locked: false });
    expect((await round(world)).steps).not.toContain('enroll');
  });

  it('locks nothing where no domain controller can be reached, and unlocks all the same', async () => {
    const world = canaryWorld();
    const { desk: _none, ...ports } = world.ports;
    expect(await runCanary(ports, 'canary', () => undefined)).toMatchObject({
      kind: 'well',
      lock: 'not-tried',
    });
    expect(world.unlocks).toBe(1);
  });

  it('gives up locking where the domain does not lock, and says so', async () => {
    const world = canaryWorld();
    world.threshold = undefined;
    expect((await round(world)).outcome).toMatchObject({ kind: 'well', lock: 'does-not-lock' });
  });

  it('is told what a policy asks for that no program can give', async () => {
    const world = canaryWorld();
    await round(world);
    world.asks = { ...world.asks, reset: ['authenticator-app', 'email-code'] };
    expect((await round(world)).outcome).toEqual({
      kind: 'failed',
      step: 'reset',
      code: 'policy-not-for-canaries',
    });
    world.asks = { unlock: ['email-code'], reset: ['email-code'] };
    world.remembered = { passwords: [world.password] };
    expect((await round(world)).outcome).toEqual({
      kind: 'failed',
      step: 'enroll',
      code: 'policy-not-for-canaries',
    });
  });

  it('says where a disabled account was refused', async () => {
    const world = canaryWorld();
    await round(world);
    world.disabled = true;
    expect((await round(world)).outcome).toEqual({
      kind: 'failed',
      step: 'unlock',
      code: 'account-disabled',
    });
  });
});

describe('a canary that dies', () => {
  it('at any of its calls, before it or after it, knows the password in force, and the next round ends well', async () => {
    const { calls } = await round(canaryWorld());
    expect(calls).toBeGreaterThan(25);
    for (let call = 0; call < calls; call += 1)
      for (const when of ['before', 'after'] as const) {
        const world = canaryWorld();
        expect((await round(world, { call, when })).outcome, `${call} ${when}`).toBeUndefined();
        expect(world.remembered.passwords, `${call} ${when}`).toContain(world.password);
        expect((await round(world)).outcome, `${call} ${when}`).toMatchObject({ kind: 'well' });
        expect(world.remembered.passwords, `${call} ${when}`).toEqual([world.password]);
      }
  });

  it('again and again, ends well once it is let, whatever it still knew', async () => {
    const death = fc.record({ call: fc.nat(40), when: fc.constantFrom('before' as const, 'after' as const) });
    await fc.assert(
      fc.asyncProperty(fc.array(death, { maxLength: 8 }), async (deaths) => {
        const world = canaryWorld();
        await round(world);
        for (const point of deaths) {
          await round(world, point);
          if (deaths.length < 5) expect(world.remembered.passwords).toContain(world.password);
        }
        expect((await round(world)).outcome).toMatchObject({ kind: 'well' });
        expect(world.remembered.passwords).toEqual([world.password]);
      }),
      { numRuns: 100 },
    );
  });
});
