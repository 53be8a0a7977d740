import type { QueuedMessage } from '../messages/message.ts';
import type { PostActionJob } from '../post-actions/job.ts';
import type { Flow, Intent, IssuedCode, Outcome } from '../recovery/flow.ts';
import type { TrailEvent } from '../trail/event.ts';
import type { CodeMethod, MethodName, Proof } from '../verification/method.ts';

/** A budget: at most `cap` in the window of `windowMs` that holds `now`. */
export interface Budget {
  readonly cap: number;
  readonly windowMs: number;
}

/** What starting a flow costs, before anything is checked. */
export interface StartToll {
  /** The source's bucket: an IPv4 address or an IPv6 /64. */
  readonly source: string;
  readonly perSource: Budget;
  readonly everywhere: Budget;
}

/** What one try costs, before anything is checked. */
export interface TryToll {
  readonly method: MethodName;
  readonly now: number;
  readonly perFlow: number;
  readonly perCode: number;
  readonly perPerson: Budget;
  readonly perMethod: number;
  /** Where the flow's life is extended to when the try is admitted, capped by the caller. */
  readonly idleMs: number;
  readonly absoluteMs: number;
}

export type Reservation =
  /** Counted; look at the proof now. `methodTries` counts this try and the consecutive ones before it. */
  | { readonly kind: 'reserved'; readonly flow: Flow; readonly methodTries: number }
  /** No flow, expired, not open, or its tries (or its code's) are used up. */
  | { readonly kind: 'flow-closed' }
  /** The person's window or the method's lifetime count is full; `retryAt` is when the window ends. */
  | { readonly kind: 'person-spent'; readonly retryAt: number };

/**
 * Whether a change may go ahead: it is written down as intended; or the flow was moved by another request, is expired or not
 * there; or another flow of the same person is executing, or their self-service is frozen (person-notes; this one is left as it
 * was, nothing of it spent).
 */
export type Begun = 'begun' | 'moved' | 'person-busy' | 'frozen';

/**
 * Keeps recovery flows; each method is atomic on every row whose condition it states, and a lost race is an answer, not an
 * exception. Throws a Failure when the store cannot be reached. Nothing relies on TTL deletion: `now` decides.
 *
 * Of one person's flows no two are ever executing: what one finds in the directory is then its own doing. A flow that executes
 * holds the person's lease by that alone, and settling it, whoever does, gives the lease back in the same write.
 */
export interface FlowStore {
  /** Keeps a new flow and pays its toll, in one transaction; `too-many` when a budget is used up (then nothing is kept). */
  start(flow: Flow, toll: StartToll): Promise<'started' | 'too-many'>;
  /**
   * Keeps a new flow that is `executing` from birth, with its intended change in the trail, in one transaction;
   * `person-busy`, `frozen`: nothing is kept, and nothing may be changed.
   */
  open(flow: Flow, event: TrailEvent): Promise<Exclude<Begun, 'moved'>>;
  find(key: string): Promise<Flow | undefined>;
  /**
   * Counts one try on every axis (flow, code, person, person and method) with conditional writes, *before* anything
   * is looked at. A try counted on one axis and refused on another stays counted: it can only over-count.
   */
  reserve(key: string, toll: TryToll): Promise<Reservation>;
  /**
   * Adds a proof to an open, unexpired flow and gives its try back; with `code`, only while that very code is in
   * force for the proof's method, and uses it up. `tried` is the flow as `reserve` answered it. Answers the flow, or undefined when it moved on meanwhile.
   */
  prove(tried: Flow, proof: Proof, now: number, code?: string): Promise<Flow | undefined>;
  /** Forgets a person's consecutive failures of a method after it held. */
  forgive(flow: Flow, method: MethodName): Promise<void>;
  /** Puts a method's code in force, ending the one before, and queues its message; undefined when the flow is not open or that method's sends are used up. */
  issueCode(
    key: string,
    method: CodeMethod,
    code: IssuedCode,
    message: QueuedMessage,
    now: number,
    sendsPerFlow: number,
  ): Promise<Flow | undefined>;
  /**
   * open → executing, conditional on state, version, time and the person's lease, with the trail's intent and the held
   * notice, in one transaction. Not begun means: nothing may be changed. `password` is the message with a password that we make,
   * and waits likewise (`heldPassword`).
   */
  begin(
    seen: Flow,
    intent: Intent,
    notice: QueuedMessage,
    event: TrailEvent,
    now: number,
    password?: QueuedMessage,
  ): Promise<Begun>;
  /**
   * executing → done (`done`, `unknown`) or → open (`unchanged`), conditional on version, with the trail's outcome, in
   * one transaction. `messages` (done, unknown) become due; those that were held are dropped. `jobs` (done) become due as post
   * actions. A reset that is done, or may be, is noted of the person (`resetAt`). False when it was settled already.
   */
  settle(
    executing: Flow,
    outcome: Outcome,
    messages: readonly QueuedMessage[],
    event: TrailEvent,
    jobs: readonly PostActionJob[],
  ): Promise<boolean>;
  /**
   * Counts one code that went out as a text and held, in the hour of `now`: as long as enough of them do, texts go on being sent
   * (`Outbox.mayText`).
   */
  countTextProven(now: number): Promise<void>;
  /** Flows that have been `executing` since before `before`, for the sweeper; at most `limit`. */
  unsettled(before: number, limit: number): Promise<readonly Flow[]>;
}
