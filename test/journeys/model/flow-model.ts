import type { Action } from '../../../domain/policy/action.ts';
import type { Name, Offered, Sent } from './model-steps.ts';

const MINUTE = 60_000;
export const TRIES = 5;
export const SENDS = 3;

/** The policy of the run: what its configuration says, and what the model goes by. */
export const POLICY = {
  unlock: {
    required: [],
    optional: ['email-code', 'authenticator-app', 'recovery-code', 'ldap-attributes'],
    minimumOptional: 1,
  },
  reset: {
    required: ['email-code', 'security-answers'],
    optional: ['sms-code', 'authenticator-app', 'recovery-code', 'ldap-attributes'],
    minimumOptional: 1,
  },
} as const satisfies Record<
  Action,
  { required: readonly Offered[]; optional: readonly Offered[]; minimumOptional: number }
>;

/** What a flow should be, told by simple rules and nothing of the product's own code. */
export interface FlowModel {
  readonly name: Name;
  /** Codes that were sent, oldest first, by method. */
  readonly codes: Readonly<Record<Sent, string[]>>;
  /** Operations that were settled. */
  readonly operations: Set<string>;
  isOpen(now: number): boolean;
  /** Whether a code is sent, when it is asked for now; and then which. */
  maySend(method: Sent, now: number): boolean;
  sent(method: Sent, code: string, now: number): void;
  isInForce(method: Sent, code: string, now: number): boolean;
  /** The only reason there is to change anything. */
  allows(action: Action, now: number): boolean;
  proven(now: number): readonly Offered[];
  offered(method: Offered, held: boolean, now: number): void;
  /** How many tries it has left. */
  triesLeft(): number;
  end(): void;
}

/** The model of a flow that was started `startedAt`. */
export function flowModel(name: Name, startedAt: number): FlowModel {
  const codes: Record<Sent, string[]> = { 'email-code': [], 'sms-code': [] };
  const inForce: Partial<Record<Sent, { readonly code: string; readonly until: number; tries: number }>> = {};
  const proofs = new Map<Offered, number>();
  let until = startedAt + 15 * MINUTE;
  let tries = 0;
  let ended = false;
  const isOpen = (now: number) => !ended && now < until && tries < TRIES;
  const fresh = (now: number) =>
    [...proofs].filter(([, at]) => now - at < 30 * MINUTE).map(([method]) => method);
  return {
    name,
    codes,
    operations: new Set(),
    isOpen,
    maySend: (method, now) => isOpen(now) && codes[method].length < SENDS,
    sent(method, code, now) {
      codes[method].push(code);
      inForce[method] = { code, until: now + 10 * MINUTE, tries: 0 };
    },
    isInForce: (method, code, now) => {
      const known = inForce[method];
      return known !== undefined && known.code === code && now < known.until && known.tries < 5;
    },
    allows(action, now) {
      const { required, optional, minimumOptional } = POLICY[action];
      const has = fresh(now);
      const chosen = optional.filter((method) => has.includes(method));
      const strong = [...required, ...chosen].filter((method) => method !== 'ldap-attributes');
      return (
        isOpen(now) &&
        required.every((method) => has.includes(method)) &&
        chosen.length >= minimumOptional &&
        strong.length > 0
      );
    },
    proven: fresh,
    offered(method, held, now) {
      until = Math.min(now + 15 * MINUTE, startedAt + 60 * MINUTE);
      const code = method === 'email-code' || method === 'sms-code' ? inForce[method] : undefined;
      if (!held) {
        tries += 1;
        if (code) code.tries += 1;
        return;
      }
      proofs.set(method, now);
      if (method === 'email-code' || method === 'sms-code') delete inForce[method];
    },
    triesLeft: () => TRIES - tries,
    end() {
      ended = true;
    },
  };
}
