import { Secret, TOTP } from 'otpauth';
import { beginAuthenticator, confirmAuthenticator } from '../../domain/enrollment/register-authenticator.ts';
import { registerRecoveryCodes } from '../../domain/enrollment/register-recovery-codes.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import type { Person } from '../../domain/person.ts';
import { MINUTE, type Product } from './product.ts';
import { aSession } from './stored-records.ts';

/** The code that an app which was told this secret shows at a time. */
export const shownBy = (secret: string, at: number): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: at });

/** A visit of somebody to their methods, begun now. */
export async function visitOf({ ports, clock }: Product, person: Person): Promise<Session> {
  const now = clock.now();
  const session = aSession({ person, startedAt: now, expiresAt: now + 15 * MINUTE });
  await ports.sessions.create(session);
  return session;
}

/** The same visit, as it stands. */
export async function visitNow({ ports }: Product, { key }: Session): Promise<Session> {
  const session = await ports.sessions.find(key);
  if (!session) throw new Error('the visit is gone');
  return session;
}

/** Begins with an app in a visit, and answers the secret it is told. */
export async function begun({ ports }: Product, session: Session): Promise<string> {
  const begins = await beginAuthenticator(ports, session, 'Example Ltd');
  if (begins.kind !== 'begun') throw new Error(begins.kind);
  return begins.setUp.secret;
}

/** Registers an app; a minute later its secret is answered, and its next code is as good as any. */
export async function withApp(product: Product, person: Person): Promise<string> {
  const session = await visitOf(product, person);
  const secret = await begun(product, session);
  const code = shownBy(secret, product.clock.now());
  const { kind } = await confirmAuthenticator(product.ports, await visitNow(product, session), code);
  if (kind !== 'registered') throw new Error(kind);
  product.clock.pass(MINUTE);
  return secret;
}

/** Makes somebody recovery codes. */
export async function withRecoveryCodes(product: Product, person: Person): Promise<readonly string[]> {
  const made = await registerRecoveryCodes(product.ports, await visitOf(product, person));
  if (made.kind !== 'registered') throw new Error(made.kind);
  return made.codes;
}
