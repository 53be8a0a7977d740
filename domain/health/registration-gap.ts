import { registeredMethods, type Enrollment } from '../enrollment/enrollment.ts';
import { usableMethods } from '../enrollment/registration.ts';
import { isOn, sendMethod, waysOf } from '../policy/methods.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { Account } from '../ports/account.ts';
import { METHODS, type MethodName } from '../verification/method.ts';
import { judge, type VerificationPolicy } from '../verification/policy.ts';
import type { FixCode } from './prospect.ts';

/** What somebody lacks to prove themselves for an action now; undefined when they could. Pure. */
export function registrationGap(
  enrollment: Enrollment | undefined,
  account: Pick<Account, 'mail' | 'mobile'>,
  policy: VerificationPolicy,
  configuration: Configuration,
  now: number,
): Extract<FixCode, 'not-enrolled' | 'register-again' | 'register-more'> | undefined {
  const registered = registeredMethods(enrollment);
  // Whoever has registered nothing is a stranger, whatever addresses the directory knows; unless nothing had to be registered.
  if (registered.length === 0)
    return meets(policy, usableMethods(enrollment, configuration, now), now) ? undefined : 'not-enrolled';
  const provable = provableMethods(enrollment, account, configuration, now);
  if (meets(policy, provable, now)) return undefined;
  const withTooOld = [...provable, ...registered.filter((method) => isOn(configuration.document, method))];
  return meets(policy, withTooOld, now) ? 'register-again' : 'register-more';
}

/**
 * The methods that somebody who has registered anything could prove now; pure. A number in the directory is taken to be one that
 * texts may go to.
 */
export function provableMethods(
  enrollment: Enrollment | undefined,
  { mail, mobile }: Pick<Account, 'mail' | 'mobile'>,
  configuration: Configuration,
  now: number,
): readonly MethodName[] {
  const usable = usableMethods(enrollment, configuration, now);
  const { document } = configuration;
  const email = document.methods['email-code'].addresses === 'confirmed-or-directory' && isThere(mail);
  const sms = document.textMessages?.numbers === 'confirmed-or-directory' && isThere(mobile);
  const ways = waysOf(sendMethod(document));
  const byDirectory: Partial<Record<MethodName, boolean>> = {
    'email-code': email,
    'sms-code': sms,
    'sent-code': (email && ways.email) || (sms && ways.sms),
  };
  return METHODS.filter(
    (method) => usable.includes(method) || (isOn(document, method) && byDirectory[method] === true),
  );
}

const isThere = (attribute: string | undefined): boolean => attribute !== undefined && attribute !== '';

const meets = (policy: VerificationPolicy, methods: readonly MethodName[], now: number): boolean =>
  judge(
    policy,
    methods.map((method) => ({ method, at: now })),
    now,
  ).kind === 'met';
