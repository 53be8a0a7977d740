import type { QueuedMessage } from '../../domain/messages/message.ts';
import type { Flow, Intent, IssuedCode, Outcome } from '../../domain/recovery/flow.ts';
import type { Proof } from '../../domain/verification/method.ts';
import { isLive } from './flow-rows.ts';

/** With a proof more and its try given back; with `code`, only while it is in force, and used up. */
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
  if (flow.code?.tag !== code || flow.code.expiresAt <= now) return undefined;
  const { code: _used, ...without } = next;
  return without;
}

/** With a code in force in place of the one before, and its message in the outbox. */
export const issued = (
  flow: Flow,
  code: IssuedCode,
  message: QueuedMessage,
  now: number,
  cap: number,
): Flow | undefined =>
  isLive(flow, now) && flow.sends < cap
    ? {
        ...flow,
        code,
        sends: flow.sends + 1,
        version: flow.version + 1,
        outbox: [...flow.outbox, message],
      }
    : undefined;

/** open → executing. */
export const begun = (
  flow: Flow,
  seen: Flow,
  intent: Intent,
  heldNotice: QueuedMessage,
  now: number,
): Flow | undefined =>
  isLive(flow, now) && flow.version === seen.version
    ? {
        ...flow,
        state: 'executing',
        version: flow.version + 1,
        spends: flow.spends + 1,
        intent,
        heldNotice,
      }
    : undefined;

/** executing → done, or back to open when nothing was changed. */
export function settled(
  flow: Flow,
  executing: Flow,
  outcome: Outcome,
  notice: QueuedMessage | undefined,
): Flow | undefined {
  if (flow.state !== 'executing' || flow.version !== executing.version) return undefined;
  const { heldNotice: _dropped, ...rest } = flow;
  return {
    ...rest,
    state: outcome.result === 'unchanged' ? 'open' : 'done',
    version: flow.version + 1,
    outcome,
    outbox: notice ? [...flow.outbox, notice] : flow.outbox,
  };
}
