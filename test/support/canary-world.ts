import type { CanaryNeeds } from '../../domain/canary/run-canary.ts';
import type { CanaryKnowledge } from '../../domain/ports/canary-memory.ts';
import type { ActionAtDoor, DoorProof, DoorRefusal, FlowAtDoor } from '../../domain/ports/portal-door.ts';
import type { PasswordTrial } from '../../domain/ports/password-desk.ts';
import { systemRandom } from '../../adapters/system/random.ts';
import { clockAt, type ControllableClock } from './controllable-clock.ts';

export const FIRST = 'Put-in-by-hand-1';
const STEP = 30_000;

/** An account, and a portal that knows it: as much of both as the canary meets. */
export interface CanaryWorld {
  readonly clock: ControllableClock;
  readonly ports: CanaryNeeds;
  /** The password in force. */
  password: string;
  locked: boolean;
  disabled: boolean;
  /** Wrong passwords that lock; none ever when undefined. */
  threshold: number | undefined;
  /** What each action asks for. */
  asks: Readonly<Record<'unlock' | 'reset', readonly string[]>>;
  remembered: CanaryKnowledge;
  unlocks: number;
  resets: number;
}

const refused = (code: string): DoorRefusal => ({ kind: 'refused', code });

/** No code counts twice; what is registered can't be changed for a day after a reset. */
export function canaryWorld(): CanaryWorld {
  const clock = clockAt(1_700_000_010_000);
  let wrong = 0;
  let begun = 0;
  let app: { readonly secret: string } | undefined;
  let answers: Readonly<Record<string, string>> = {};
  let resetAt = Number.NEGATIVE_INFINITY;
  const usedSteps = new Set<number>();
  const proven = new Map<string, readonly string[]>();

  const isHeld = () => clock.now() - resetAt < 24 * 60 * 60_000;
  const isCode = (secret: string, code: string): boolean => {
    const step = Math.floor(clock.now() / STEP);
    if (code !== `${secret}@${step}` || usedSteps.has(step)) return false;
    usedSteps.add(step);
    return true;
  };
  const flow = (handle: string): FlowAtDoor => {
    const given = proven.get(handle) ?? [];
    const at = (action: 'unlock' | 'reset'): ActionAtDoor => {
      const missing = world.asks[action].filter((method) => !given.includes(method));
      return { allowed: missing.length === 0, offered: true, missing, anyOf: [] };
    };
    return { kind: 'flow', actions: { unlock: at('unlock'), reset: at('reset') }, questions: ['q1'] };
  };
  const holds = (proof: DoorProof): boolean =>
    proof.method === 'authenticator-app'
      ? app !== undefined && isCode(app.secret, proof.code)
      : answers['q1'] !== undefined && proof.answers['q1'] === answers['q1'];
  const may = (handle: string, action: 'unlock' | 'reset') => {
    if (!flow(handle).actions[action].allowed) return refused('proof-missing');
    return world.disabled ? refused('account-disabled') : undefined;
  };

  const world: CanaryWorld = {
    clock,
    password: FIRST,
    locked: false,
    disabled: false,
    threshold: 5,
    asks: { unlock: ['authenticator-app'], reset: ['authenticator-app', 'security-answers'] },
    remembered: { passwords: [FIRST] },
    unlocks: 0,
    resets: 0,
    ports: {
      clock,
      random: systemRandom(),
      pause: { until: async (moment) => clock.pass(Math.max(0, moment - clock.now())) },
      codes: {
        codeAt: async (secret, now) => ({
          code: `${secret}@${Math.floor(now / STEP)}`,
          step: Math.floor(now / STEP),
        }),
      },
      memory: {
        recall: async () => world.remembered,
        keep: async (knowledge) => {
          world.remembered = knowledge;
        },
      },
      desk: {
        tryPassword: async ({ password }): Promise<PasswordTrial> => {
          if (world.locked) return 'locked';
          if (password === world.password) return 'right';
          wrong += 1;
          world.locked = world.threshold !== undefined && wrong >= world.threshold;
          return world.locked ? 'locked' : 'wrong';
        },
      },
      door: {
        signIn: async (_username, password) =>
          password === world.password && !world.locked && !world.disabled
            ? { kind: 'in', session: 's' }
            : refused('sign-in-refused'),
        signOut: async () => ({ kind: 'out' }),
        registered: async () => ({
          kind: 'registered',
          methods: [...new Set([...world.asks.unlock, ...world.asks.reset])],
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
          const secret = `app${begun}`;
          if (isHeld()) return refused('self-service-frozen');
          if (!isCode(secret, code)) return refused('proof-wrong');
          app = { secret };
          return { kind: 'taken' };
        },
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
        unlock: async (handle) => {
          const refusal = may(handle, 'unlock');
          if (refusal) return refusal;
          world.locked = false;
          wrong = 0;
          world.unlocks += 1;
          return { kind: 'done' };
        },
        reset: async (handle, _operation, newPassword) => {
          const refusal = may(handle, 'reset');
          if (refusal) return refusal;
          world.password = newPassword;
          world.locked = false;
          wrong = 0;
          resetAt = clock.now();
          world.resets += 1;
          return { kind: 'done' };
        },
      },
    },
  };
  return world;
}
