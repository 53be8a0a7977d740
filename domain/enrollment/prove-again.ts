import { provePassword, type PasswordProofNeeds } from './prove-password.ts';
import type { Session } from './session.ts';

/** Why whoever is signed in is not taken to be who they were. */
export type NotProvenAgain =
  { readonly kind: 'wrong-password' } | { readonly kind: 'throttled'; readonly retryAt: number };

/** Asks a signed-in person for their password once more, before something is taken away; undefined when it is right. */
export async function proveAgain(
  ports: PasswordProofNeeds,
  session: Session,
  password: string,
): Promise<NotProvenAgain | undefined> {
  const proof = await provePassword(ports, {
    claim: { kind: 'account-name', domain: session.person.domain, name: session.username },
    password,
    source: session.source,
  });
  if (proof.kind === 'throttled') return { kind: 'throttled', retryAt: proof.retryAt };
  const same = proof.kind === 'proven' && proof.account.person.guid === session.person.guid;
  return same ? undefined : { kind: 'wrong-password' };
}
