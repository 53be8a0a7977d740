import type { FunctionName } from '../lambdas/environment.ts';

/** How one function is run. */
export interface FunctionPlan {
  readonly purpose: string;
  /** A request of API Gateway, or a wake-up. */
  readonly woken:
    | 'by requests'
    | 'by requests and the clock'
    | 'by the clock'
    | 'by the store and the clock'
    | 'by Secrets Manager';
  /** Joined to the network of the domain controllers. */
  readonly reachesDirectory: boolean;
  /** In MB, as docs/function-memory.md finds it; a whole processor at 1769. */
  readonly memory: number;
  /** In seconds; API Gateway itself gives up after 29. */
  readonly timeout: number;
  /** How many may run at once, where the settings do not say so. */
  readonly share?: number;
  /** Connections one of them has to one domain controller at a time; 1 when left out. */
  readonly connections?: number;
}

/** Every function and how it is run; its powers are in constructs/powers.ts. */
export const FUNCTION_PLANS: Readonly<Record<FunctionName, FunctionPlan>> = {
  portal: plan('serves the start page, the assets and health', 'by requests', false, 1024),
  enroll: plan("tries and changes a person's own password, keeps enrollments", 'by requests', true, 1024),
  verify: plan('starts recovery flows and takes proofs', 'by requests', true, 1024),
  unlock: plan('unlocks the account of a proven flow', 'by requests', true, 1024),
  reset: plan('sets the new password of a proven flow', 'by requests', true, 1024),
  federation: plan('asks the identity provider and the service outside', 'by requests', false, 1024),
  admin: plan('answers the administrators: configuration, registrations, trail', 'by requests', true, 1024),
  console: plan("hands out the console's files", 'by requests', false, 512),
  announcer: {
    ...plan('tells people that they must register anew', 'by the clock', true, 512, 900),
    share: 1,
  },
  'outbox-sender': plan('sends what is due', 'by the store and the clock', false, 512),
  'post-actions': plan(
    'tells webhooks and the topic of the changes that were made',
    'by the store and the clock',
    false,
    512,
  ),
  'attribute-writer': {
    ...plan('writes the attributes that are due after a change', 'by the clock', true, 512),
    share: 1,
  },
  sweeper: { ...plan('settles changes whose request never came back', 'by the clock', true, 512), share: 1 },
  doctor: {
    ...plan('examines the domains, and changes nothing', 'by requests and the clock', true, 1024),
    share: 2,
    // As each of the two accounts.
    connections: 2,
  },
  'pre-flight': {
    ...plan('judges for everybody whether they could help themselves', 'by the clock', true, 512, 900),
    share: 1,
  },
  canary: {
    ...plan('unlocks and resets a synthetic person through the public door', 'by the clock', true, 512, 180),
    share: 1,
  },
  'trail-sealer': {
    ...plan('chains, archives and signs the trail', 'by the clock', false, 512, 300),
    share: 1,
  },
  rotation: {
    ...plan("changes our own accounts' passwords", 'by Secrets Manager', true, 512),
    share: 1,
  },
};

/** Whether people or administrators wait for it. */
export const answersRequests = (name: FunctionName): boolean =>
  FUNCTION_PLANS[name].woken.startsWith('by requests');

function plan(
  purpose: string,
  woken: FunctionPlan['woken'],
  reachesDirectory: boolean,
  memory: number,
  timeout = woken.startsWith('by requests') ? 28 : 60,
): FunctionPlan {
  return { purpose, woken, reachesDirectory, memory, timeout };
}
