import type { CanaryNeeds } from '../../domain/canary/run-canary.ts';
import type { CanaryKnowledge } from '../../domain/ports/canary-memory.ts';
import { systemRandom } from '../../adapters/system/random.ts';
import { type CanaryAccount, canaryDesk } from './canary-account.ts';
import { canaryPortal, CODE_STEP } from './canary-portal.ts';
import { clockAt, type ControllableClock } from './controllable-clock.ts';

const FIRST = 'Put-in-by-hand-1';

/** An account, and a portal that knows it: as much of both as the canary meets. */
export interface CanaryWorld extends CanaryAccount {
  readonly clock: ControllableClock;
  readonly ports: CanaryNeeds;
  remembered: CanaryKnowledge;
}

/** A canary that has never run: its password was put in by hand, and nothing is registered. */
export function canaryWorld(): CanaryWorld {
  const clock = clockAt(1_700_000_010_000);
  const account: CanaryAccount = {
    password: FIRST,
    locked: false,
    disabled: false,
    threshold: 5,
    wrongs: 0,
    asks: { unlock: ['authenticator-app'], reset: ['authenticator-app', 'security-answers'] },
    unlocks: 0,
    resets: 0,
    resetAt: Number.NEGATIVE_INFINITY,
  };
  const world: CanaryWorld = Object.assign(account, {
    clock,
    remembered: { passwords: [FIRST] },
    ports: {
      clock,
      random: systemRandom(),
      pause: { until: async (moment: number) => clock.pass(Math.max(0, moment - clock.now())) },
      codes: { codeAt },
      memory: {
        recall: async () => world.remembered,
        keep: async (knowledge: CanaryKnowledge) => {
          world.remembered = knowledge;
        },
      },
      desk: canaryDesk(account),
      door: canaryPortal(account, clock),
    },
  });
  return world;
}

async function codeAt(secret: string, now: number) {
  const step = Math.floor(now / CODE_STEP);
  return { code: `${secret}@${step}`, step };
}
