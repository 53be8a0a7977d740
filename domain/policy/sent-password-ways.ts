import type { MethodName } from '../verification/method.ts';
import type { VerificationPolicy } from '../verification/policy.ts';
import { sendMethod, type MethodSettings, type SendMethod } from './methods.ts';
import type { SentPassword } from './user-configuration.ts';

type Way = 'mailbox' | 'phone';

/** By which ways a sent password could go, and which of them no required code comes by. */
export function sentPasswordWays(
  { required }: VerificationPolicy,
  { by }: SentPassword,
  settings: { readonly methods: MethodSettings },
): { readonly byText: boolean; readonly left: readonly Way[] } {
  const ways = waysOf(by);
  const proven = new Set(required.flatMap((method) => waysOfProof(method, settings)));
  return { byText: ways.includes('phone'), left: ways.filter((way) => !proven.has(way)) };
}

const waysOf = (by: SendMethod): readonly Way[] =>
  by === 'email' ? ['mailbox'] : by === 'sms' ? ['phone'] : ['mailbox', 'phone'];

function waysOfProof(method: MethodName, settings: { readonly methods: MethodSettings }): readonly Way[] {
  if (method === 'email-code') return ['mailbox'];
  if (method === 'sms-code') return ['phone'];
  return method === 'sent-code' ? waysOf(sendMethod(settings)) : [];
}
