import type { CanaryKnowledge, CanaryMemory } from '../ports/canary-memory.ts';
import type { DoorRefusal, PortalDoor } from '../ports/portal-door.ts';
import type { OwnPasswordDesk } from '../ports/own-password-desk.ts';
import type { Random } from '../ports/random.ts';
import { randomPassword } from '../rotation/random-password.ts';
import { type AppCodeSource, appCodeSource, type CodeNeeds } from './app-code-source.ts';
import { type Enrolled, enrollItself } from './enroll-itself.ts';
import { lockItself, type Locked } from './lock-itself.ts';
import { recoverItself } from './recover-itself.ts';

/**
 * The steps of a round, in their order: `enroll` in the first one only, `lock` where it reaches a domain controller; `wait` is for
 * the next code of its app.
 */
export type CanaryStep = 'recall' | 'enroll' | 'lock' | 'unlock' | 'wait' | 'reset' | 'sign-in' | 'remember';

/** What a round needs of the world. */
export interface CanaryNeeds extends CodeNeeds {
  readonly door: PortalDoor;
  readonly memory: CanaryMemory;
  readonly random: Random;
  /** Of its own domain; left out where no domain controller can be reached, and then nothing is locked. */
  readonly desk?: Pick<OwnPasswordDesk, 'tryPassword'>;
}

type LockTried = Locked | 'not-tried';

/** How a round went: well, or how far it came and the code of what stopped it. */
export type CanaryOutcome =
  | {
      readonly kind: 'well';
      /** From the first request of the reset to the first sign-in with the new password. */
      readonly secondsToUsablePassword: number;
      /** What was there to unlock. */
      readonly lock: LockTried;
    }
  | (Omit<DoorRefusal, 'kind'> & { readonly kind: 'failed'; readonly step: CanaryStep });

/** Passwords that are remembered as perhaps in force: each stands for a round that broke off between writing and knowing. */
const REMEMBERED = 5;

/**
 * One round of the canary: unlocks and resets its own account through the portal's public door, as a person would, and signs in with
 * the new password. A new password is remembered before it is asked for; recovering takes no password, so that a round heals
 * whatever an earlier one left. `at` is told of each step as it begins. Throws the Failures of memory and directory.
 */
export async function runCanary(
  needs: CanaryNeeds,
  username: string,
  at: (step: CanaryStep) => void,
): Promise<CanaryOutcome> {
  const own = { ...needs, username, at, appCodes: appCodeSource(needs) };
  at('recall');
  const recalled = await needs.memory.recall();
  const enrolled = await enrolledIn(own, recalled);
  if (enrolled.kind === 'refused') return failed('enroll', enrolled);
  const { knowledge } = enrolled;
  const lock = await lockedIn(own, knowledge);
  at('unlock');
  const operation = needs.random.id();
  const unlocked = await recoverItself(own, username, knowledge, 'unlock', (handle) =>
    needs.door.unlock(handle, operation),
  );
  if (unlocked.kind === 'refused') return failed('unlock', unlocked);
  at('wait');
  await own.appCodes.fresh();
  const reset = await resetAndUsed(own, knowledge);
  return reset.kind === 'failed' ? reset : { ...reset, lock };
}

interface Own extends CanaryNeeds {
  readonly username: string;
  readonly at: (step: CanaryStep) => void;
  readonly appCodes: AppCodeSource;
}

async function enrolledIn(own: Own, knowledge: CanaryKnowledge): Promise<Enrolled> {
  if (knowledge.app !== undefined) return { kind: 'enrolled', knowledge };
  own.at('enroll');
  return enrollItself(own, own.username, knowledge);
}

async function lockedIn(own: Own, { passwords }: CanaryKnowledge): Promise<LockTried> {
  const { desk, random, username } = own;
  if (!desk) return 'not-tried';
  own.at('lock');
  return lockItself({ desk, random }, username, passwords);
}

async function resetAndUsed(own: Own, knowledge: CanaryKnowledge) {
  const { door, memory, random, clock, username, at } = own;
  at('reset');
  const newPassword = randomPassword(random);
  // Before it is asked for: should this be the last that is heard of this round, the next one knows both.
  await memory.keep({ ...knowledge, passwords: [newPassword, ...knowledge.passwords].slice(0, REMEMBERED) });
  const operation = random.id();
  const startedAt = clock.now();
  const reset = await recoverItself(own, username, knowledge, 'reset', (handle) =>
    door.reset(handle, operation, newPassword),
  );
  if (reset.kind === 'refused') return failed('reset', reset);
  at('sign-in');
  const entered = await door.signIn(username, newPassword);
  if (entered.kind === 'refused') return failed('sign-in', entered);
  const secondsToUsablePassword = (clock.now() - startedAt) / 1000;
  at('remember');
  await memory.keep({ ...knowledge, passwords: [newPassword] });
  await door.signOut(entered.session);
  return { kind: 'well', secondsToUsablePassword } as const;
}

const failed = (
  step: CanaryStep,
  { kind: _refused, ...why }: DoorRefusal,
): Extract<CanaryOutcome, { kind: 'failed' }> => ({ kind: 'failed', step, ...why });
