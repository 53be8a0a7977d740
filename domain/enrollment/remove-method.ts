import type { RemovableMethod } from '../verification/method.ts';
import type { Ports } from '../ports/index.ts';
import { registeredMethods } from './enrollment.ts';
import { keepEnrollment, type EnrollmentPatch, type KeepNeeds } from './keep.ts';
import { proveAgain, type NotProvenAgain } from './prove-again.ts';
import type { PasswordProofNeeds } from './prove-password.ts';
import type { Session } from './session.ts';

export type RemoveMethodNeeds = KeepNeeds & PasswordProofNeeds & Pick<Ports, 'sessions'>;

export type MethodRemoved =
  | { readonly kind: 'removed' }
  | { readonly kind: 'not-registered' }
  | NotProvenAgain
  | { readonly kind: 'conflict' }
  | { readonly kind: 'frozen' };

/** Removes a method, all addresses with the e-mail code, after the password was proven again. */
export async function removeMethod(
  ports: RemoveMethodNeeds,
  session: Session,
  method: RemovableMethod,
  password: string,
): Promise<MethodRemoved> {
  const notProven = await proveAgain(ports, session, password);
  if (notProven) return notProven;
  const seen = await ports.enrollments.find(session.person);
  if (!seen || !registeredMethods(seen).includes(method)) return { kind: 'not-registered' };
  const kept = await keepEnrollment(ports, session, seen, REMOVALS[method], {
    kind: 'method-removed',
    method,
  });
  return { kind: kept === 'saved' ? 'removed' : kept };
}

/** What goes from an enrollment with a method. */
const REMOVALS: Readonly<Record<RemovableMethod, EnrollmentPatch>> = {
  'security-answers': { answers: undefined },
  'email-code': { addresses: [] },
  'sms-code': { phones: undefined },
  'authenticator-app': { authenticator: undefined },
  passkey: { passkeys: undefined },
  'recovery-code': { recoveryCodes: undefined },
  'openid-connect': { identity: undefined },
  'previous-authentication': { browsers: undefined },
};
