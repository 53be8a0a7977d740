import type { Person } from '../person.ts';
import type { Ports } from '../ports/index.ts';
import type { Happening, TrailEvent } from '../trail/event.ts';
import type { AdminSession } from './admin-session.ts';

/** The trail event of an administrator's act: upon a person; when left out, upon the product, and told of themselves. */
export const eventBy = (
  { clock, random }: Pick<Ports, 'clock' | 'random'>,
  { administrator, reference, source }: AdminSession,
  happening: Happening,
  person: Person = administrator.person,
): TrailEvent => ({
  id: random.id(),
  at: clock.now(),
  person,
  by: administrator,
  reference,
  source,
  happening,
});
