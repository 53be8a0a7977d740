import { LIFETIMES } from '../policy/limits.ts';
import type { Ports } from '../ports/index.ts';
import type { CodeMethod } from '../verification/method.ts';
import { makeCode } from '../verification/methods/issued-code.ts';
import { codeOrder, type Way } from './code-order.ts';
import { phase, type FlowPhase } from './flow.ts';

export type SendNeeds = Pick<Ports, 'flows' | 'configuration' | 'mac' | 'sealer' | 'random' | 'clock'>;

export type CodeSent =
  | { readonly kind: 'sent'; readonly minutes: number; readonly sendsLeft: number }
  | { readonly kind: 'no-more-codes' }
  | { readonly kind: 'closed'; readonly phase: FlowPhase | 'gone' };

/**
 * Puts a new code in force, which ends the one before, and queues its message. A stranger's flow does the same
 * writes; its message has no address and is dropped by the sender.
 */
export async function sendCode(
  ports: SendNeeds,
  key: string,
  method: CodeMethod,
  way?: Way,
): Promise<CodeSent> {
  const now = ports.clock.now();
  const configuration = await ports.configuration.current();
  const { limits } = configuration;
  const flow = await ports.flows.find(key);
  const at = flow ? phase(flow, now, limits.triesPerFlow) : 'gone';
  if (!flow || at !== 'open') return { kind: 'closed', phase: at };
  const { issued, message } = await makeCode(ports, codeOrder(flow, method, configuration, way, now));
  const sent = await ports.flows.issueCode(key, method, issued, message, now, limits.sendsPerFlow);
  if (!sent) return { kind: 'no-more-codes' };
  return {
    kind: 'sent',
    minutes: LIFETIMES.code / 60_000,
    sendsLeft: Math.max(0, limits.sendsPerFlow - (sent.sends[method] ?? 0)),
  };
}
