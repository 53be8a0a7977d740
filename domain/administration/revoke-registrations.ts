import type { Enrollment } from '../enrollment/enrollment.ts';
import type { Person } from '../person.ts';
import type { Ports } from '../ports/index.ts';
import type { AdminSession } from './admin-session.ts';
import { eventBy } from './event-by.ts';
import { inBatches } from './in-batches.ts';
import { eachOnce, MOST_PEOPLE, type PeopleAsked } from './people-asked.ts';
import { readReason } from './reason.ts';
import { toldMethods } from './told-methods.ts';

export type RevokeNeeds = Pick<Ports, 'enrollments' | 'configuration' | 'random' | 'clock'>;

export interface Revocation {
  readonly person: Person;
  /** `changed-meanwhile`: the person registered or removed something at this moment; nothing was revoked. */
  readonly outcome: 'revoked' | 'not-registered' | 'changed-meanwhile';
}

export type RegistrationsRevoked =
  | { readonly kind: 'done'; readonly people: readonly Revocation[] }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'too-many-people'; readonly most: number };

/** Transactions at a time. */
const AT_ONCE = 8;

/**
 * Takes away all that people registered, for a reason of 1 to 500 characters. Each is told at every address and number they
 * had confirmed, in one transaction with the change and its trail event.
 */
export async function revokeRegistrations(
  ports: RevokeNeeds,
  session: AdminSession,
  { people, reason: typed }: PeopleAsked & { readonly reason: string },
): Promise<RegistrationsRevoked> {
  const reason = readReason(typed);
  if (reason === undefined) return { kind: 'reason-missing' };
  if (people.length > MOST_PEOPLE) return { kind: 'too-many-people', most: MOST_PEOPLE };
  const { document } = await ports.configuration.current();
  const revoke = async (person: Person): Promise<Revocation> => {
    const seen = await ports.enrollments.find(person);
    if (!seen || toldMethods(seen).length === 0) return { person, outcome: 'not-registered' };
    const change = revocationOf(ports, session, seen, { reason, fallback: document.languages.default });
    return {
      person,
      outcome: (await ports.enrollments.save(change)) === 'saved' ? 'revoked' : 'changed-meanwhile',
    };
  };
  const outcomes: Revocation[] = [];
  for await (const batch of inBatches(eachOnce(people), AT_ONCE))
    outcomes.push(...(await Promise.all(batch.map(revoke))));
  return { kind: 'done', people: outcomes };
}

function revocationOf(
  ports: RevokeNeeds,
  session: AdminSession,
  seen: Enrollment,
  { reason, fallback }: { reason: string; fallback: string },
): Parameters<Ports['enrollments']['save']>[0] {
  const now = ports.clock.now();
  const { person, phones = [], language } = seen;
  const methods = toldMethods(seen);
  return {
    // Whatever a method registers is gone: what stays is whose it was, and their language.
    next: {
      person,
      version: seen.version + 1,
      addresses: [],
      changedAt: now,
      ...(language !== undefined && { language }),
    },
    seenVersion: seen.version,
    event: eventBy(ports, session, { kind: 'registration-revoked', methods, reason }, person),
    carrier: { kind: 'errand' },
    notice: {
      id: ports.random.id(),
      to: seen.addresses.map(({ address }) => address),
      ...(phones.length > 0 && { phones: phones.map(({ number }) => number) }),
      letter: { kind: 'registration-revoked' },
      reference: session.reference,
      language: language ?? fallback,
      queuedAt: now,
    },
  };
}
