import type { QueuedMessage } from '../../domain/messages/message.ts';
import type { Flow, Intent, IssuedCode, Outcome } from '../../domain/recovery/flow.ts';
import { type CodeMethod, isCodeMethod, type Proof } from '../../domain/verification/method.ts';
import { isLive } from './flow-rows.ts';

/** With a proof more and its try given back; with `code`, only while it is in force for that method, and used up. */
export function proven(flow: Flow, proof: Proof, now: number, code?: string): Flow | undefined {
  const known = flow.proofs.some(({ method, at }) => method === proof.method && at === proof.at);
  if (!isLive(flow, now) || flow.tries < 1 || known) return undefined;
  const next = {
    ...flow,
    proofs: [...flow.proofs, proof],
    tries: flow.tries - 1,
    version: flow.version + 1,
  };
  if (code === undefined) return next;
  const { method } = proof;
  if (!isCodeMethod(method)) return undefined;
  const { [method]: inForce, ...codes } = flow.codes;
  return inForce?.tag === code && now < inForce.expiresAt ? { ...next, codes } : undefined;
}

/** A code that is to be in force, and its message. */
export interface Issuing {
  readonly method: CodeMethod;
  readonly code: IssuedCode;
  readonly message: QueuedMessage;
  /** The most codes of that method. */
  readonly cap: number;
}

/** With a code in force in place of the one before it of that method, and its message in the outbox. */
export function issued(flow: Flow, { method, code, message, cap }: Issuing, now: number): Flow | undefined {
  const sent = flow.sends[method] ?? 0;
  if (!isLive(flow, now) || sent >= cap) return undefined;
  return {
    ...flow,
    codes: { ...flow.codes, [method]: code },
    sends: { ...flow.sends, [method]: sent + 1 },
    version: flow.version + 1,
    outbox: [...flow.outbox, message],
  };
}

/** What is about to be done, and the messages that wait for it. */
export type Beginning = Pick<Flow, 'heldNotice' | 'heldPassword'> & { readonly intent: Intent };

/** open → executing. */
export const begun = (flow: Flow, seen: Flow, beginning: Beginning, now: number): Flow | undefined =>
  isLive(flow, now) && flow.version === seen.version
    ? {
        ...flow,
        state: 'executing',
        version: flow.version + 1,
        spends: flow.spends + 1,
        ...beginning,
      }
    : undefined;

/** executing → done, or back to open when nothing was changed. */
export function settled(
  flow: Flow,
  executing: Flow,
  outcome: Outcome,
  messages: readonly QueuedMessage[],
): Flow | undefined {
  if (flow.state !== 'executing' || flow.version !== executing.version) return undefined;
  const { heldNotice: _notice, heldPassword: _password, ...rest } = flow;
  return {
    ...rest,
    state: outcome.result === 'unchanged' ? 'open' : 'done',
    version: flow.version + 1,
    outcome,
    outbox: [...flow.outbox, ...messages],
  };
}
