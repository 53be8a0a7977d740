import type {
  ActionAtDoor,
  DoorProof,
  DoorRefusal,
  FlowAtDoor,
  PortalDoor,
} from '../../domain/ports/portal-door.ts';
import type { CanaryAccount } from './canary-account.ts';
import type { ControllableClock } from './controllable-clock.ts';

type Registering = Pick<PortalDoor, 'registered' | 'registerAnswers' | 'beginApp' | 'confirmApp'>;
type Recovering = Pick<PortalDoor, 'start' | 'prove' | 'unlock' | 'reset'>;
type ActionName = 'unlock' | 'reset';

/** Milliseconds that a code of an app is good for. */
export const CODE_STEP = 30_000;
const HOLD = 24 * 60 * 60_000;
const refused = (code: string): DoorRefusal => ({ kind: 'refused', code });

/** A portal that knows one account. No code counts twice; what is registered can't be changed for a day after a reset. */
export function canaryPortal(account: CanaryAccount, clock: ControllableClock): PortalDoor {
  const { holds, ...registering } = registrations(account, clock);
  return {
    signIn: async (_username, password) =>
      password === account.password && !account.locked && !account.disabled
        ? { kind: 'in', session: 's' }
        : refused('sign-in-refused'),
    signOut: async () => ({ kind: 'out' }),
    ...registering,
    ...flows(account, clock, holds),
  };
}

/** What is registered, and whether a proof fits it. */
function registrations(
  account: CanaryAccount,
  clock: ControllableClock,
): Registering & { readonly holds: (proof: DoorProof) => boolean } {
  let begun = 0;
  let app: string | undefined;
  let answers: Readonly<Record<string, string>> = {};
  const usedSteps = new Set<number>();
  const isHeld = () => clock.now() - account.resetAt < HOLD;
  const isCode = (secret: string, code: string): boolean => {
    const step = Math.floor(clock.now() / CODE_STEP);
    if (code !== `${secret}@${step}` || usedSteps.has(step)) return false;
    usedSteps.add(step);
    return true;
  };
  return {
    holds: (proof) =>
      proof.method === 'authenticator-app'
        ? app !== undefined && isCode(app, proof.code)
        : answers['q1'] !== undefined && proof.answers['q1'] === answers['q1'],
    registered: async () => ({
      kind: 'registered',
      methods: [...new Set([...account.asks.unlock, ...account.asks.reset])],
      questionnaire: [{ answer: 1, questions: ['q1', 'q2'] }],
    }),
    registerAnswers: async (_session, given) => {
      if (isHeld()) return refused('self-service-frozen');
      answers = given;
      return { kind: 'taken' };
    },
    beginApp: async () => {
      begun += 1;
      return { kind: 'begun', secret: `app${begun}` };
    },
    confirmApp: async (_session, code) => {
      if (isHeld()) return refused('self-service-frozen');
      if (!isCode(`app${begun}`, code)) return refused('proof-wrong');
      app = `app${begun}`;
      return { kind: 'taken' };
    },
  };
}

/** The flows that were started, and what they may do to the account. */
function flows(
  account: CanaryAccount,
  clock: ControllableClock,
  holds: (proof: DoorProof) => boolean,
): Recovering {
  const proven = new Map<string, readonly string[]>();
  const flow = (handle: string): FlowAtDoor => {
    const given = proven.get(handle) ?? [];
    const at = (action: ActionName): ActionAtDoor => {
      const missing = account.asks[action].filter((method) => !given.includes(method));
      return { allowed: missing.length === 0, offered: true, missing, anyOf: [] };
    };
    return { kind: 'flow', actions: { unlock: at('unlock'), reset: at('reset') }, questions: ['q1'] };
  };
  const done = (handle: string, action: ActionName, change: () => void): DoorRefusal | { kind: 'done' } => {
    if (!flow(handle).actions[action].allowed) return refused('proof-missing');
    if (account.disabled) return refused('account-disabled');
    change();
    account.locked = false;
    account.wrongs = 0;
    return { kind: 'done' };
  };
  return {
    start: async () => {
      const handle = `flow${proven.size}`;
      proven.set(handle, []);
      return { ...flow(handle), handle };
    },
    prove: async (handle, proof) => {
      if (!holds(proof)) return refused('proof-wrong');
      proven.set(handle, [...(proven.get(handle) ?? []), proof.method]);
      clock.pass(1_000);
      return flow(handle);
    },
    unlock: async (handle) =>
      done(handle, 'unlock', () => {
        account.unlocks += 1;
      }),
    reset: async (handle, _operation, newPassword) =>
      done(handle, 'reset', () => {
        account.password = newPassword;
        account.resetAt = clock.now();
        account.resets += 1;
      }),
  };
}
