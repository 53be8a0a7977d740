import type { Sealed } from '../ports/sealer.ts';
import type { Ports } from '../ports/index.ts';
import type { Happening } from '../trail/event.ts';
import type { Enrollment } from './enrollment.ts';
import type { Session } from './session.ts';

export type KeepNeeds = Pick<Ports, 'enrollments' | 'random' | 'clock'>;

/** What changes in an enrollment; what is left out stays. */
export type EnrollmentPatch = Partial<Pick<Enrollment, 'answers' | 'addresses'>> & {
  readonly without?: 'answers';
};

/**
 * Writes a changed enrollment with its trail event and the notice to every address that was confirmed before
 * (NIST SP 800-63B-4 §4.6), in one transaction. False when someone else changed it first.
 */
export async function keepEnrollment(
  ports: KeepNeeds,
  session: Session,
  seen: Enrollment | undefined,
  patch: EnrollmentPatch,
  happening: Happening,
): Promise<boolean> {
  const now = ports.clock.now();
  const { answers, ...rest } = seen ?? { person: session.person, version: 0, addresses: [], changedAt: now };
  const { without, ...changes } = patch;
  const next: Enrollment = {
    ...rest,
    ...(answers && without !== 'answers' && { answers }),
    ...changes,
    version: (seen?.version ?? 0) + 1,
    changedAt: now,
    language: session.language,
  };
  return ports.enrollments.save({
    next,
    seenVersion: seen?.version ?? 0,
    ...(happening.kind === 'method-registered' && { renews: happening.method }),
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
      channel: 'email',
      to: noticeAddresses(seen, next),
      letter: { kind: 'methods-changed' },
      language: session.language,
      queuedAt: now,
    },
  });
}

/** Everyone who was told before is told of the change, the removed address too; on the first registration the new one. */
const noticeAddresses = (seen: Enrollment | undefined, next: Enrollment): readonly Sealed[] =>
  (seen && seen.addresses.length > 0 ? seen : next).addresses.map(({ address }) => address);
