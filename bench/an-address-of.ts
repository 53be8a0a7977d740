import { randomUUID } from 'node:crypto';
import type { Person } from '../domain/person.ts';
import type { EnrollmentChange } from '../domain/ports/enrollment-store.ts';
import type { Sealed } from '../domain/ports/sealer.ts';

/** The registration of one address, by somebody who has none. */
export function anAddressOf(person: Person): EnrollmentChange {
  const address = 'sealed' as Sealed;
  const at = Date.now();
  const id = randomUUID();
  const happening = { kind: 'method-registered', method: 'email-code' } as const;
  const notice = {
    id,
    channel: 'email',
    to: [],
    letter: { kind: 'methods-changed' },
    language: 'en',
    queuedAt: at,
  } as const;
  return {
    next: { person, version: 1, addresses: [{ id, address, confirmedAt: at }], changedAt: at },
    seenVersion: 0,
    event: { id, at, person, reference: '', source: '', happening },
    carrier: { kind: 'errand' },
    notice,
  };
}
