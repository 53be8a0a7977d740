import type { QueuedMessage } from '../messages/message.ts';
import type { Person } from '../person.ts';
import type { Action } from '../policy/action.ts';
import type { Sealed } from '../ports/sealer.ts';
import type { CodeMethod, MethodName, Proof } from '../verification/method.ts';

/** Where a flow is kept to be. `refused` and `expired` are not stored: they follow from tries and time (see `phase`). */
export type FlowState = 'open' | 'executing' | 'done';
export type FlowPhase = FlowState | 'refused' | 'expired';

/** What was about to be done, and how the account looked just before: all a sweeper needs to find out the truth. */
export interface Intent {
  readonly action: Action | 'change';
  /** The client's Idempotency-Key: the same one never acts twice. */
  readonly operation: string;
  readonly domainController: string;
  readonly before: { readonly passwordLastSet: string; readonly lockoutTime: string };
  /** When that was looked at, or a little sooner. */
  readonly lookedAt: number;
  /** The password had expired or had to be changed: what an unlock leaves to be said. */
  readonly passwordExpired?: true;
  /** The new password has to be changed at the next sign-in: what a reset leaves in the directory is pwdLastSet = 0. */
  readonly mustChange?: true;
  readonly at: number;
}

/** What became of it. */
export interface Outcome {
  readonly action: Action | 'change';
  readonly operation: string;
  readonly result: 'done' | 'unchanged' | 'unknown';
  /** Why the directory left it unchanged. */
  readonly reason?: 'policy' | 'wrong-password' | 'locked' | 'not-permitted' | 'gone' | 'not-executed';
  readonly at: number;
}

/** An issued code: its tag, never itself. */
export interface IssuedCode {
  readonly tag: string;
  readonly expiresAt: number;
  readonly tries: number;
  /** It went out as a text message: when it holds, texts go on being sent (outbox.ts, `TEXT_BREAKER`). */
  readonly byText?: true;
}

/** One attempt from claim to outcome. Times are epoch milliseconds. */
export interface Flow {
  /** SHA-256 of the client's handle. */
  readonly key: string;
  /** What the person reads out to the help desk. */
  readonly reference: string;
  /** `recovery` collects proofs first; `change` (old → new) is opened in `executing`. */
  readonly purpose: 'recovery' | 'change';
  readonly person: Person;
  readonly state: FlowState;
  /** Goes up by one with every move. */
  readonly version: number;
  readonly startedAt: number;
  readonly expiresAt: number;
  readonly source: string;
  readonly language: string;
  /** Ids of the questions that are asked, decided once. */
  readonly asked: readonly string[];
  /** The user configuration the person was under at the start; for strangers, and for a change, none. */
  readonly userConfiguration?: string;
  /** Failed or pending tries; a proof that holds gives its own back. */
  readonly tries: number;
  readonly spends: number;
  /** Codes sent so far, by method. */
  readonly sends: Readonly<Partial<Record<CodeMethod, number>>>;
  readonly proofs: readonly Proof[];
  /** Sealed addresses that codes and notices go to; empty for strangers. */
  readonly mailboxes: readonly Sealed[];
  /** Likewise sealed telephone numbers. */
  readonly phones: readonly Sealed[];
  /** The codes in force, by method; a resend replaces one, a proof uses it up. */
  readonly codes: Readonly<Partial<Record<CodeMethod, IssuedCode>>>;
  /** A store's own note: which of this person's flows held the lease when it last looked. Says nothing to anyone else. */
  readonly leaseholder?: string;
  readonly intent?: Intent;
  readonly outcome?: Outcome;
  /** Due messages, and the notice that waits for the outcome. */
  readonly outbox: readonly QueuedMessage[];
  readonly heldNotice?: QueuedMessage;
  /** The message with a new password that we made, which waits likewise; never kept once the outcome is written. */
  readonly heldPassword?: QueuedMessage;
}

/** Every move there is: from, to, and what makes it. The diagram in docs/flows.md is checked against this. */
export const MOVES = [
  { from: 'start', to: 'open', by: 'start' },
  { from: 'start', to: 'executing', by: 'change a known password' },
  { from: 'open', to: 'open', by: 'prove' },
  { from: 'open', to: 'open', by: 'send a code' },
  { from: 'open', to: 'refused', by: 'tries used up' },
  { from: 'open', to: 'expired', by: 'time' },
  { from: 'open', to: 'executing', by: 'begin' },
  { from: 'executing', to: 'done', by: 'settle: done' },
  { from: 'executing', to: 'done', by: 'settle: unknown' },
  { from: 'executing', to: 'open', by: 'settle: unchanged' },
] as const satisfies readonly { from: FlowPhase | 'start'; to: FlowPhase; by: string }[];

/** Where the flow stands now, to anyone who asks. */
export function phase(flow: Flow, now: number, triesPerFlow: number): FlowPhase {
  if (flow.state !== 'open') return flow.state;
  if (now >= flow.expiresAt) return 'expired';
  return flow.tries >= triesPerFlow ? 'refused' : 'open';
}

/** The methods proven in this flow. */
export const provenMethods = (flow: Flow): readonly MethodName[] => flow.proofs.map(({ method }) => method);
