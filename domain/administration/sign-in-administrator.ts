import {
  provePassword,
  type Door,
  type MayBeTried,
  type PasswordClaim,
  type PasswordProof,
  type PasswordProofNeeds,
} from '../enrollment/prove-password.ts';
import { DEFAULT_CLAIM_FORMS } from '../recovery/claim-forms.ts';
import { isOwnAccount } from '../policy/eligibility.ts';
import { LIFETIMES } from '../policy/limits.ts';
import type { Ports } from '../ports/index.ts';
import type { Happening, TrailEvent } from '../trail/event.ts';
import type { AdminSession } from './admin-session.ts';
import { rolesOf } from './roles.ts';

export type SignInAdministratorNeeds = PasswordProofNeeds & Pick<Ports, 'adminSessions' | 'trail' | 'random'>;

export type AdministratorSignedIn =
  | { readonly kind: 'signed-in'; readonly handle: string; readonly session: AdminSession }
  | { readonly kind: 'refused' }
  | { readonly kind: 'throttled'; readonly retryAt: number };

/**
 * Signs in whoever is in a group of some role, with the domain password. One neutral refusal, for the same work, for
 * everybody else, for wrong passwords and for accounts that are not usable as they are; the trail knows which it was.
 */
export async function signInAdministrator(
  ports: SignInAdministratorNeeds,
  request: PasswordClaim,
): Promise<AdministratorSignedIn> {
  const proof = await provePassword(ports, request, CONSOLE);
  const visit =
    proof.kind === 'proven' && proof.trial === 'right' ? await newVisit(ports, request, proof) : undefined;
  await ports.trail.append(eventOf(ports, request, proof, visit?.session));
  if (proof.kind === 'throttled') return { kind: 'throttled', retryAt: proof.retryAt };
  if (!visit) return { kind: 'refused' };
  await ports.adminSessions.create(visit.session);
  return { kind: 'signed-in', ...visit };
}

/**
 * Administrators are often privileged, and may be blocked from recovery: neither matters here, for nothing is done to their
 * account. The product's own accounts are never tried.
 */
const isAdministrator: MayBeTried = (account, configuration) =>
  rolesOf(account, configuration).length > 0 && !isOwnAccount(account, configuration.eligibility);

/** By names alone: an outage of another domain than theirs must not keep administrators out. */
const CONSOLE: Door = {
  name: 'administration',
  mayBeTried: isAdministrator,
  forms: DEFAULT_CLAIM_FORMS,
};

type Proven = Extract<PasswordProof, { kind: 'proven' }>;

async function newVisit(ports: SignInAdministratorNeeds, { source }: PasswordClaim, { account }: Proven) {
  const now = ports.clock.now();
  const { handle, key } = ports.random.handle();
  const { person, username, displayName, passwordLastSet } = account;
  const session: AdminSession = {
    key,
    reference: ports.random.reference(),
    administrator: { person, name: `${person.domain}\\${username}` },
    displayName,
    roles: rolesOf(account, await ports.configuration.current()),
    passwordLastSet,
    version: 1,
    startedAt: now,
    expiresAt: now + LIFETIMES.adminIdle,
    source,
    ended: false,
  };
  return { handle, session };
}

const eventOf = (
  { clock, random }: SignInAdministratorNeeds,
  { source }: PasswordClaim,
  proof: PasswordProof,
  session: AdminSession | undefined,
): TrailEvent => ({
  id: random.id(),
  at: clock.now(),
  person: proof.kind === 'proven' ? proof.account.person : proof.person,
  ...(session && { by: session.administrator }),
  reference: session?.reference ?? random.reference(),
  source,
  happening: session ? { kind: 'administrator-signed-in', roles: session.roles } : refusalOf(proof),
});

function refusalOf(proof: PasswordProof): Happening {
  if (proof.kind === 'proven') return { kind: 'administrator-refused', reason: 'account-state' };
  return { kind: 'administrator-refused', reason: proof.kind === 'throttled' ? 'throttled' : proof.reason };
}
