import fc from 'fast-check';
import type { Action } from '../../../domain/policy/action.ts';
import type { Verdict } from '../../../domain/recovery/offer-proof.ts';
import type { MethodName } from '../../../domain/verification/method.ts';
import { MINUTE } from '../../support/product.ts';

/** Two people and a name that is nobody's. */
export const NAMES = ['jo', 'ann', 'nobody'] as const;
export type Name = (typeof NAMES)[number];

/** One thing that somebody does. Flows are counted in the order they were started, round and round. */
export type Step =
  | { readonly does: 'start'; readonly name: Name }
  | { readonly does: 'send' | 'prove all'; readonly flow: number }
  | {
      readonly does: 'code';
      readonly flow: number;
      readonly which: 'newest' | 'oldest' | 'wrong' | 'of another';
    }
  | { readonly does: 'answers'; readonly flow: number; readonly of: Name | 'own' }
  | { readonly does: Action; readonly flow: number; readonly operation: number }
  | { readonly does: 'wait'; readonly minutes: number }
  | { readonly does: 'directory'; readonly from: 'obey' | 'refuse' | 'lose-answer' | 'lose-request' }
  | { readonly does: 'sweep' };

const flow = fc.nat({ max: 2 });
const anyone = fc.constantFrom(...NAMES, 'jo' as const);
const of = fc.constantFrom(...NAMES, ...(['own', 'own', 'own', 'own', 'own', 'own'] as const));

/** Any sequence of 10 to 40 steps; those that lead somewhere come more often. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ does: fc.constant('start' as const), name: anyone }) },
    { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('send', 'prove all'), flow }) },
    {
      weight: 5,
      arbitrary: fc.record({
        does: fc.constant('code' as const),
        flow,
        which: fc.constantFrom('newest', 'newest', 'newest', 'oldest', 'wrong', 'of another'),
      }),
    },
    { weight: 5, arbitrary: fc.record({ does: fc.constant('answers' as const), flow, of }) },
    {
      weight: 5,
      arbitrary: fc.record({
        does: fc.constantFrom('unlock' as const, 'reset' as const),
        flow,
        operation: fc.nat({ max: 5 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ does: fc.constant('wait' as const), minutes: fc.constantFrom(1, 4, 9, 16) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant('directory' as const),
        from: fc.constantFrom('obey', 'obey', 'refuse', 'lose-answer', 'lose-request'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('sweep' as const) }) },
  ),
  { minLength: 10, maxLength: 40, size: 'max' },
);

const NEEDED: Readonly<Record<Action, readonly MethodName[]>> = {
  unlock: ['security-answers'],
  reset: ['email-code', 'security-answers'],
};

/** A change whose answer was lost. */
export interface Pending {
  readonly action: Action;
  readonly at: number;
  /** Whether anything is different from before, as it turned out. */
  readonly changed: boolean;
}

/** What a flow should be, told by simple rules and nothing of the product's own code. */
export interface FlowModel {
  readonly key: string;
  readonly name: Name;
  /** The codes that were sent, oldest first. */
  readonly codes: readonly string[];
  /** Operations that were settled. */
  readonly operations: Set<number>;
  isOpen(now: number): boolean;
  isRightCode(value: string, now: number): boolean;
  /** The only reason there is to change anything. */
  allows(action: Action, now: number): boolean;
  sent(code: string, now: number): void;
  /** Something is being done, and nobody knows yet whether it was. */
  work(pending: Pending): void;
  /** Nobody else changes anything of this person's meanwhile. */
  isWorking(): boolean;
  /** What was being done, if the sweeper may look at it by now. */
  sweep(now: number): Pending | undefined;
  /** What an offer did to the flow that was open for it. */
  offered(method: MethodName, verdict: Verdict['kind'], now: number): void;
  end(): void;
}

/** The model of a flow that was started `startedAt`. */
export function flowModel(key: string, name: Name, startedAt: number): FlowModel {
  const codes: string[] = [];
  const proofs = new Set<MethodName>();
  let until = startedAt + 15 * MINUTE;
  let inForce: { readonly code: string; readonly until: number } | undefined;
  let tries = 0;
  let ended = false;
  let working: Pending | undefined;
  const isOpen = (now: number) => !ended && !working && now < until && tries < 5;
  return {
    key,
    name,
    codes,
    operations: new Set(),
    isOpen,
    isRightCode: (value, now) => inForce?.code === value && now < inForce.until,
    allows: (action, now) => isOpen(now) && NEEDED[action].every((method) => proofs.has(method)),
    sent: (code, now) => {
      codes.push(code);
      inForce = { code, until: now + 10 * MINUTE };
    },
    isWorking: () => working !== undefined,
    work: (pending) => {
      working = pending;
    },
    sweep: (now) => {
      const swept = working && now - working.at > 35_000 ? working : undefined;
      if (swept) working = undefined;
      return swept;
    },
    offered: (method, verdict, now) => {
      until = Math.min(now + 15 * MINUTE, startedAt + 60 * MINUTE);
      if (verdict !== 'proven') tries += 1;
      else proofs.add(method);
      if (verdict === 'proven' && method === 'email-code') inForce = undefined;
    },
    end: () => {
      ended = true;
    },
  };
}
