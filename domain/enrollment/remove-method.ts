import type { MethodName } from '../verification/method.ts';
import type { Ports } from '../ports/index.ts';
import { registeredMethods } from './enrollment.ts';
import { keepEnrollment, type KeepNeeds } from './keep.ts';
import { provePassword, type PasswordProofNeeds } from './prove-password.ts';
import type { Session } from './session.ts';

export type RemoveMethodNeeds = KeepNeeds & PasswordProofNeeds & Pick<Ports, 'sessions'>;

export type MethodRemoved =
  | { readonly kind: 'removed' }
  | { readonly kind: 'not-registered' }
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'throttled'; readonly retryAt: number }
  | { readonly kind: 'conflict' };

/** Removes a method, all addresses with the e-mail code, after the password was proven again. */
export async function removeMethod(
  ports: RemoveMethodNeeds,
  session: Session,
  method: MethodName,
  password: string,
): Promise<MethodRemoved> {
  const proof = await provePassword(ports, {
    claim: { kind: 'account-name', domain: session.person.domain, name: session.username },
    password,
    source: session.source,
  });
  if (proof.kind === 'throttled') return { kind: 'throttled', retryAt: proof.retryAt };
  if (proof.kind === 'refused' || proof.account.person.guid !== session.person.guid)
    return { kind: 'wrong-password' };
  const seen = await ports.enrollments.find(session.person);
  if (!seen || !registeredMethods(seen).includes(method)) return { kind: 'not-registered' };
  const patch = method === 'security-answers' ? { without: 'answers' as const } : { addresses: [] };
  const kept = await keepEnrollment(ports, session, seen, patch, { kind: 'method-removed', method });
  return { kind: kept ? 'removed' : 'conflict' };
}
