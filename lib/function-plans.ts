import type { FunctionName } from '../lambdas/environment.ts';

/** How one function is run. */
export interface FunctionPlan {
  readonly purpose: string;
  /** A request of API Gateway, or a wake-up. */
  readonly woken: 'by requests' | 'by the clock' | 'by the store and the clock';
  /** Joined to the network of the domain controllers. */
  readonly reachesDirectory: boolean;
  /** In MB. Lambda gives one whole processor at 1769: hashing five answers takes 0.15 s there. */
  readonly memory: number;
  /** In seconds; API Gateway itself gives up after 29. */
  readonly timeout: number;
}

/** Every function and how it is run; its powers are in constructs/powers.ts. */
export const FUNCTION_PLANS: Readonly<Record<FunctionName, FunctionPlan>> = {
  portal: plan('serves the start page, the assets and health', 'by requests', false, 512),
  enroll: plan("tries and changes a person's own password, keeps enrollments", 'by requests', true, 1769),
  verify: plan('starts recovery flows and takes proofs', 'by requests', true, 1769),
  unlock: plan('unlocks the account of a proven flow', 'by requests', true, 1024),
  reset: plan('sets the new password of a proven flow', 'by requests', true, 1024),
  admin: plan('answers the administrators: configuration, registrations, trail', 'by requests', true, 1769),
  console: plan("hands out the console's files", 'by requests', false, 512),
  announcer: plan('tells people that they must register anew', 'by the clock', true, 512, 900),
  'outbox-sender': plan('sends what is due', 'by the store and the clock', false, 512),
  sweeper: plan('settles changes whose request never came back', 'by the clock', true, 512),
};

function plan(
  purpose: string,
  woken: FunctionPlan['woken'],
  reachesDirectory: boolean,
  memory: number,
  timeout = woken === 'by requests' ? 28 : 60,
): FunctionPlan {
  return { purpose, woken, reachesDirectory, memory, timeout };
}
