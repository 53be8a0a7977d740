import { registeredMethods, type Enrollment } from '../enrollment/enrollment.ts';
import { usableMethods } from '../enrollment/registration.ts';
import { isOn } from '../policy/configuration-document.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { Account } from '../ports/account.ts';
import type { MethodName } from '../verification/method.ts';
import { judge, type VerificationPolicy } from '../verification/policy.ts';
import type { FixCode } from './prospect.ts';

/** What somebody lacks to prove themselves for an action now; undefined when they could. Pure. */
export function registrationGap(
  enrollment: Enrollment | undefined,
  account: Pick<Account, 'mail'>,
  policy: VerificationPolicy,
  configuration: Configuration,
  now: number,
): Extract<FixCode, 'not-enrolled' | 'register-again' | 'register-more'> | undefined {
  const registered = registeredMethods(enrollment);
  // Whoever has registered nothing is a stranger, whatever addresses the directory knows.
  if (registered.length === 0) return 'not-enrolled';
  const provable = provableMethods(enrollment, account, configuration, now);
  if (meets(policy, provable, now)) return undefined;
  const withTooOld = [...provable, ...registered.filter((method) => isOn(configuration.document, method))];
  return meets(policy, withTooOld, now) ? 'register-again' : 'register-more';
}

/** The methods that somebody who has registered anything could prove now; pure. */
export function provableMethods(
  enrollment: Enrollment | undefined,
  { mail }: Pick<Account, 'mail'>,
  configuration: Configuration,
  now: number,
): readonly MethodName[] {
  const usable = usableMethods(enrollment, configuration, now);
  const { on, addresses } = configuration.document.methods['email-code'];
  const byDirectory = on && addresses === 'confirmed-or-directory' && mail !== undefined && mail !== '';
  return byDirectory && !usable.includes('email-code') ? [...usable, 'email-code'] : usable;
}

const meets = (policy: VerificationPolicy, methods: readonly MethodName[], now: number): boolean =>
  judge(
    policy,
    methods.map((method) => ({ method, at: now })),
    now,
  ).kind === 'met';
