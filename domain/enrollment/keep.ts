import { registeringOf } from '../policy/registering.ts';
import { LIFETIMES } from '../policy/limits.ts';
import type { Saved } from '../ports/enrollment-store.ts';
import type { Ports } from '../ports/index.ts';
import type { Happening } from '../trail/event.ts';
import type { MethodName } from '../verification/method.ts';
import type { Enrollment } from './enrollment.ts';
import type { Session } from './session.ts';

export type KeepNeeds = Pick<Ports, 'enrollments' | 'configuration' | 'random' | 'clock'>;

type Registered = Omit<Enrollment, 'person' | 'version' | 'changedAt' | 'language'>;

/** What changes in an enrollment: what is named is replaced, what is `undefined` goes, what is left out stays. */
export type EnrollmentPatch = { readonly [K in keyof Registered]?: Registered[K] | undefined };

/**
 * Writes a changed enrollment with its trail event and the notice to every address and number that was confirmed before
 * (NIST SP 800-63B-4 §4.6), in one transaction. `frozen`: its owner, or a reset not long ago, holds all changes up.
 */
export async function keepEnrollment(
  ports: KeepNeeds,
  session: Session,
  seen: Enrollment | undefined,
  patch: EnrollmentPatch,
  happening: Happening,
): Promise<Saved> {
  const now = ports.clock.now();
  const { document } = await ports.configuration.current();
  const { frozenHoursAfterReset: hours } = registeringOf(document);
  const next: Enrollment = {
    ...patched(seen ?? { person: session.person, version: 0, addresses: [], changedAt: now }, patch),
    version: (seen?.version ?? 0) + 1,
    changedAt: now,
    language: session.language,
  };
  return ports.enrollments.save({
    next,
    seenVersion: seen?.version ?? 0,
    guard: { resetBefore: now - hours * LIFETIMES.hour },
    ...(happening.kind === 'method-registered' && { renews: renewedBy(happening.method) }),
    event: {
      id: ports.random.id(),
      at: now,
      person: session.person,
      reference: session.reference,
      source: session.source,
      happening,
    },
    carrier: { kind: 'session', key: session.key },
    notice: {
      id: ports.random.id(),
      ...contactsToTell(seen, next),
      letter: { kind: 'methods-changed' },
      reference: session.reference,
      language: session.language,
      queuedAt: now,
    },
  });
}

/** A new contact is one for codes that go by either way as well. */
const renewedBy = (method: MethodName): readonly MethodName[] =>
  method === 'email-code' || method === 'sms-code' ? [method, 'sent-code'] : [method];

const patched = (enrollment: Enrollment, patch: EnrollmentPatch): Enrollment =>
  Object.fromEntries(
    Object.entries({ ...enrollment, ...patch }).filter(([, value]) => value !== undefined),
  ) as unknown as Enrollment;

/** Everyone who was told before is told of the change, the removed contact too; on the first registration the new one. */
function contactsToTell(seen: Enrollment | undefined, next: Enrollment) {
  const { addresses, phones = [] } = seen && hasContact(seen) ? seen : next;
  return {
    to: addresses.map(({ address }) => address),
    ...(phones.length > 0 && { phones: phones.map(({ number }) => number) }),
  };
}

const hasContact = ({ addresses, phones = [] }: Enrollment): boolean => addresses.length + phones.length > 0;
