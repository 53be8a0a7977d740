import type { AppSetUp } from '../ports/one-time-passwords.ts';
import type { Ports } from '../ports/index.ts';
import { seedOwner, stepUse } from '../verification/methods/authenticator-app.ts';
import { keepEnrollment, type KeepNeeds } from './keep.ts';
import type { Session } from './session.ts';
import { prolonged } from './visit.ts';

type AppNeeds = Pick<Ports, 'seeds' | 'oneTimePasswords'>;
export type BeginAuthenticatorNeeds = AppNeeds & Pick<Ports, 'sessions' | 'random' | 'clock'>;
export type ConfirmAuthenticatorNeeds = KeepNeeds & AppNeeds & Pick<Ports, 'sessions' | 'notes'>;

/** RFC 4226 §4 recommends 160 bits. */
const SEED_BYTES = 20;

export type AuthenticatorBegun =
  { readonly kind: 'begun'; readonly setUp: AppSetUp } | { readonly kind: 'conflict' };

export type AuthenticatorConfirmed =
  | { readonly kind: 'registered' }
  | { readonly kind: 'wrong' }
  /** Too many wrong codes, or none begun: it has to begin anew. */
  | { readonly kind: 'nothing-to-confirm' }
  | { readonly kind: 'conflict' | 'frozen' };

/** Makes a seed for an app to take over. It waits, sealed, in the visit; nothing is registered until the app has made a right code. */
export async function beginAuthenticator(
  ports: BeginAuthenticatorNeeds,
  session: Session,
  issuer: string,
): Promise<AuthenticatorBegun> {
  const now = ports.clock.now();
  const id = ports.random.id();
  const bytes = ports.random.bytes(SEED_BYTES);
  const seed = await ports.seeds.seal(seedOwner(session.person, id), bytes);
  const next = { ...prolonged(session, now), pendingAuthenticator: { id, seed, tries: 0 } };
  if (!(await ports.sessions.replace(session, next))) return { kind: 'conflict' };
  return { kind: 'begun', setUp: await ports.oneTimePasswords.setUp(bytes, issuer, session.username) };
}

/** What the app is told, once more, while it waits to be confirmed; undefined when none does. */
export async function pendingSetUp(
  { seeds, oneTimePasswords }: AppNeeds,
  { person, username, pendingAuthenticator: pending }: Session,
  issuer: string,
): Promise<AppSetUp | undefined> {
  if (!pending) return undefined;
  const seed = await seeds.open(seedOwner(person, pending.id), pending.seed);
  return oneTimePasswords.setUp(seed, issuer, username);
}

/**
 * Registers the waiting app when it has made a right code, in place of the one before; that code proves nothing any more. The try
 * is counted before the code is looked at.
 */
export async function confirmAuthenticator(
  ports: ConfirmAuthenticatorNeeds,
  session: Session,
  code: string,
): Promise<AuthenticatorConfirmed> {
  const now = ports.clock.now();
  const { limits } = await ports.configuration.current();
  const pending = session.pendingAuthenticator;
  if (!pending || pending.tries >= limits.triesPerCode) return { kind: 'nothing-to-confirm' };
  const tried = {
    ...prolonged(session, now),
    pendingAuthenticator: { ...pending, tries: pending.tries + 1 },
  };
  if (!(await ports.sessions.replace(session, tried))) return { kind: 'conflict' };
  const { id, seed: sealed } = pending;
  const seed = await ports.seeds.open(seedOwner(session.person, id), sealed);
  const step = await ports.oneTimePasswords.stepOf(seed, code, now);
  if (step === undefined || !(await ports.notes.useUp(session.person, stepUse(id, step))))
    return { kind: 'wrong' };

  const seen = await ports.enrollments.find(session.person);
  const authenticator = { id, seed: sealed, confirmedAt: now };
  const kept = await keepEnrollment(
    ports,
    tried,
    seen,
    { authenticator },
    { kind: 'method-registered', method: 'authenticator-app' },
  );
  if (kept !== 'saved') return { kind: kept };
  const { pendingAuthenticator: _done, ...rest } = prolonged(tried, now);
  // Should that fail, it is registered all the same; what waits still can only be registered again.
  await ports.sessions.replace(tried, rest);
  return { kind: 'registered' };
}
