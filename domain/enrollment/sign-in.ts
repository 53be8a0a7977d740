import { LIFETIMES } from '../policy/limits.ts';
import type { Account } from '../ports/account.ts';
import type { Ports } from '../ports/index.ts';
import type { Happening } from '../trail/event.ts';
import {
  provePassword,
  type PasswordClaim,
  type PasswordProof,
  type PasswordProofNeeds,
} from './prove-password.ts';
import type { Session } from './session.ts';

export type SignInNeeds = PasswordProofNeeds & Pick<Ports, 'trail' | 'random'>;

export type SignedIn =
  | { readonly kind: 'signed-in'; readonly handle: string; readonly session: Session }
  /** The password is right and must be changed before anything else. */
  | { readonly kind: 'change-first'; readonly because: 'must-change' | 'expired' }
  /** The password is right; the account can't be used (told, since it is proven). */
  | {
      readonly kind: 'obstacle';
      readonly obstacle: 'not-offered' | 'disabled' | 'account-expired';
      readonly reference: string;
    }
  | { readonly kind: 'refused' }
  | { readonly kind: 'throttled'; readonly retryAt: number };

export interface SignInRequest extends PasswordClaim {
  readonly language: string;
  /** Where nobody picked a language: the one to speak with somebody who prefers this in the directory. */
  readonly languageFor?: (preferred: string) => string;
}

/** Signs a person in to their own enrollment with the domain password. One neutral refusal for everything unproven. */
export async function signIn(ports: SignInNeeds, request: SignInRequest): Promise<SignedIn> {
  const proof = await provePassword(ports, request);
  const reference = ports.random.reference();
  await ports.trail.append({
    id: ports.random.id(),
    at: ports.clock.now(),
    person: proof.kind === 'proven' ? proof.account.person : proof.person,
    reference,
    source: request.source,
    happening: happeningOf(proof),
  });
  if (proof.kind === 'throttled') return { kind: 'throttled', retryAt: proof.retryAt };
  if (proof.kind === 'refused') return { kind: 'refused' };
  const { userConfiguration } = proof;
  if (userConfiguration === undefined) return { kind: 'obstacle', obstacle: 'not-offered', reference };
  switch (proof.trial) {
    case 'must-change':
      return { kind: 'change-first', because: 'must-change' };
    case 'password-expired':
      return { kind: 'change-first', because: 'expired' };
    case 'disabled':
    case 'account-expired':
      return { kind: 'obstacle', obstacle: proof.trial, reference };
    case 'right':
    case 'not-now':
      return openSession(ports, { account: proof.account, userConfiguration }, request, reference);
  }
}

function happeningOf(proof: PasswordProof): Happening {
  if (proof.kind === 'throttled') return { kind: 'sign-in-refused', reason: 'throttled' };
  if (proof.kind === 'refused') return { kind: 'sign-in-refused', reason: proof.reason };
  if (proof.userConfiguration === undefined) return { kind: 'sign-in-refused', reason: 'ineligible' };
  return proof.trial === 'right' || proof.trial === 'not-now'
    ? { kind: 'signed-in' }
    : { kind: 'sign-in-refused', reason: 'account-state' };
}

async function openSession(
  ports: SignInNeeds,
  { account, userConfiguration }: { account: Account; userConfiguration: string },
  { source, language, languageFor }: SignInRequest,
  reference: string,
): Promise<SignedIn> {
  const now = ports.clock.now();
  const { handle, key } = ports.random.handle();
  const session: Session = {
    key,
    reference,
    person: account.person,
    displayName: account.displayName,
    username: account.username,
    ...(account.mail && { mail: account.mail }),
    userConfiguration,
    version: 1,
    startedAt: now,
    expiresAt: now + LIFETIMES.sessionIdle,
    source,
    language: account.preferredLanguage ? (languageFor?.(account.preferredLanguage) ?? language) : language,
    ended: false,
    outbox: [],
  };
  await ports.sessions.create(session);
  return { kind: 'signed-in', handle, session };
}
