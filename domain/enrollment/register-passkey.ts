import { personKey } from '../person.ts';
import type { CeremonyAnswer } from '../ports/passkeys.ts';
import type { Ports } from '../ports/index.ts';
import type { Enrollment, RegisteredPasskey } from './enrollment.ts';
import { keepEnrollment, type KeepNeeds } from './keep.ts';
import { proveAgain } from './prove-again.ts';
import type { MethodRemoved, RemoveMethodNeeds } from './remove-method.ts';
import type { Session } from './session.ts';

export type RegisterPasskeyNeeds = KeepNeeds & Pick<Ports, 'passkeys' | 'mac'>;

/** How many passkeys one person may have. */
export const MOST_PASSKEYS = 5;
/** The most characters of a passkey's name. */
export const LONGEST_PASSKEY_NAME = 60;

export type PasskeyRegistered =
  | { readonly kind: 'registered' }
  /** What the browser answered is no passkey made for this session. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'registered-already' }
  | { readonly kind: 'too-many-passkeys' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'frozen' };

/** A name as its owner gave it, in one line; '' when none was given: then it goes by its date. Undefined when it is too long. */
export function readPasskeyName(typed: string): string | undefined {
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return Array.from(name).length <= LONGEST_PASSKEY_NAME ? name : undefined;
}

/**
 * Made of the session's key, so that it needs no store: what was made for another session is worth nothing here. Made twice of
 * one answer it is the same passkey, which is kept once.
 */
const challengeOf = ({ mac }: Pick<Ports, 'mac'>, { key }: Pick<Session, 'key'>): Promise<string> =>
  mac.quickTag('passkey-registration', key);

/** What somebody has, and what the browser is asked with to make another, as JSON. Changes nothing. */
export async function passkeyRegistration(
  ports: Pick<Ports, 'passkeys' | 'mac' | 'enrollments'>,
  session: Session,
): Promise<{ readonly passkeys: readonly RegisteredPasskey[]; readonly options: object }> {
  const passkeys = passkeysOf(await ports.enrollments.find(session.person));
  const options = await ports.passkeys.toRegister({
    challenge: await challengeOf(ports, session),
    userHandle: await ports.mac.quickTag('passkey-user', personKey(session.person)),
    userName: session.username,
    displayName: session.displayName,
    exclude: passkeys.map(({ id }) => id),
  });
  return { passkeys, options };
}

/**
 * Keeps a passkey that was made just now, under a name `readPasskeyName` has read. Its id need not be nobody else's: it is only
 * ever looked for among its owner's own.
 */
export async function registerPasskey(
  ports: RegisterPasskeyNeeds,
  session: Session,
  answer: CeremonyAnswer,
  name: string,
): Promise<PasskeyRegistered> {
  const seen = await ports.enrollments.find(session.person);
  const passkeys = passkeysOf(seen);
  const made = await ports.passkeys.registered(answer, { challenge: await challengeOf(ports, session) });
  if (!made) return { kind: 'refused' };
  if (passkeys.some(({ id }) => id === made.id)) return { kind: 'registered-already' };
  if (passkeys.length >= MOST_PASSKEYS) return { kind: 'too-many-passkeys' };
  const added = { ...made, name, registeredAt: ports.clock.now() };
  const kept = await keepEnrollment(
    ports,
    session,
    seen,
    { passkeys: [...passkeys, added] },
    { kind: 'method-registered', method: 'passkey' },
  );
  return { kind: kept === 'saved' ? 'registered' : kept };
}

/** Removes one passkey, after the password was proven again. */
export async function removePasskey(
  ports: RemoveMethodNeeds,
  session: Session,
  id: string,
  password: string,
): Promise<MethodRemoved> {
  const notProven = await proveAgain(ports, session, password);
  if (notProven) return notProven;
  const seen = await ports.enrollments.find(session.person);
  const left = passkeysOf(seen).filter((passkey) => passkey.id !== id);
  if (left.length === passkeysOf(seen).length) return { kind: 'not-registered' };
  const kept = await keepEnrollment(
    ports,
    session,
    seen,
    { passkeys: left.length > 0 ? left : undefined },
    { kind: 'method-removed', method: 'passkey' },
  );
  return { kind: kept === 'saved' ? 'removed' : kept };
}

const passkeysOf = (enrollment: Enrollment | undefined): readonly RegisteredPasskey[] =>
  enrollment?.passkeys ?? [];
