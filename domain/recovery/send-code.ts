import { LIFETIMES } from '../policy/limits.ts';
import type { Ports } from '../ports/index.ts';
import { makeCode } from '../verification/methods/email-code.ts';
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
export async function sendCode(ports: SendNeeds, key: string): Promise<CodeSent> {
  const now = ports.clock.now();
  const { limits } = await ports.configuration.current();
  const flow = await ports.flows.find(key);
  const at = flow ? phase(flow, now, limits.triesPerFlow) : 'gone';
  if (!flow || at !== 'open') return { kind: 'closed', phase: at };
  const { issued, message } = await makeCode(ports, {
    owner: key,
    kind: 'recovery-code',
    to: flow.mailboxes,
    language: flow.language,
    now,
  });
  const sent = await ports.flows.issueCode(key, issued, message, now, limits.sendsPerFlow);
  if (!sent) return { kind: 'no-more-codes' };
  return {
    kind: 'sent',
    minutes: LIFETIMES.code / 60_000,
    sendsLeft: Math.max(0, limits.sendsPerFlow - sent.sends),
  };
}
