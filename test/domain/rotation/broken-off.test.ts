import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RotationStep, ROTATION_STEPS } from '../../../domain/rotation/rotate.ts';
import { type ARotation, aRotation } from '../../support/a-rotation.ts';
import { Broken, type BreakingPoint, breakingPorts } from '../../support/breaking-ports.ts';

/** What becomes of a step that broke off: Secrets Manager repeats it, or somebody begins anew. */
const round = fc.record({
  breaks: fc.array(
    fc.option(fc.record({ call: fc.nat(4), when: fc.constantFrom('before', 'after') }), { nil: undefined }),
    { minLength: 4, maxLength: 8 },
  ),
  after: fc.constantFrom('repeat', 'begin anew'),
});

describe('whatever breaks off, wherever,', () => {
  it('the account in force always works, no more than two wrong passwords are tried in a step, and a rotation ends well', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(round, { maxLength: 6 }), async (rounds) => {
        const one = await aRotation();
        for (const { breaks, after } of rounds) {
          const token = await one.begun();
          let at = 0;
          for (const point of breaks) {
            const name = ROTATION_STEPS[at];
            if (name === undefined) break;
            const whole = await brokenStep(one, name, token, point);
            if (whole) at += 1;
            else if (after === 'begin anew') break;
          }
        }
        await one.all(await one.begun());
        expect(await one.works()).toBe(true);
        const { alternate } = await one.inForce();
        expect(one.passwords.get(alternate?.username ?? '')).toBe(alternate?.password);
      }),
      { numRuns: 300 },
    );
  });
});

async function brokenStep(
  one: ARotation,
  name: RotationStep,
  token: string,
  point: BreakingPoint | undefined,
): Promise<boolean> {
  one.wrong.clear();
  const { ports } = breakingPorts(one.ports, point);
  try {
    await one.step(name, token, ports);
    return true;
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return false;
  } finally {
    expect(await one.works(), `${name} ${JSON.stringify(point)}`).toBe(true);
    for (const count of one.wrong.values()) expect(count).toBeLessThanOrEqual(2);
  }
}
