import type { MethodName } from '../verification/method.ts';
import type { SentPassword } from './user-configuration.ts';

type Way = 'mailbox' | 'phone';

/** By which ways passwords are sent, and which of them no code of these methods comes by. */
export function sentPasswordWays(
  { by }: SentPassword,
  proofs: readonly MethodName[],
): { readonly byText: boolean; readonly left: readonly Way[] } {
  const ways: readonly Way[] = by === 'email' ? ['mailbox'] : by === 'sms' ? ['phone'] : ['mailbox', 'phone'];
  const used = new Set(proofs.flatMap((method) => USED[method] ?? []));
  return { byText: ways.includes('phone'), left: ways.filter((way) => !used.has(way)) };
}

const USED: Readonly<Partial<Record<MethodName, readonly Way[]>>> = {
  'email-code': ['mailbox'],
  'sms-code': ['phone'],
  // Nothing says by which of the two it came.
  'sent-code': ['mailbox', 'phone'],
};
