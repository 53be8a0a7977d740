import type { Person } from '../person.ts';
import { LIFETIMES } from '../policy/limits.ts';
import type { Ports } from '../ports/index.ts';
import type { Repudiation } from '../ports/repudiations.ts';
import type { Sealed } from '../ports/sealer.ts';
import type { Letter, QueuedMessage } from './message.ts';

export type NotMeLinkNeeds = Pick<Ports, 'repudiations' | 'random'>;

/** One letter to one contact. */
export interface LetterTo {
  readonly message: Pick<QueuedMessage, 'letter' | 'reference' | 'queuedAt'>;
  readonly person: Person;
  readonly contact: Sealed;
}

type Power = Pick<Repudiation, 'purpose' | 'liftable'>;

const FREEZE: Power = { purpose: 'freeze', liftable: true };

/** What the link of each letter may do; those that are left out have none. */
const POWERS: Readonly<Partial<Record<Letter['kind'], Power>>> = {
  'password-changed': FREEZE,
  'password-may-have-changed': FREEZE,
  'account-unlocked': FREEZE,
  'account-may-be-unlocked': FREEZE,
  'methods-changed': FREEZE,
  'registration-revoked': FREEZE,
  // Where one contact lifts what another one froze, and it is frozen again, somebody has to look: the help desk alone lifts it.
  'self-service-unfrozen': { purpose: 'freeze' },
};

const powerOf = (letter: Letter): Power | undefined =>
  letter.kind === 'self-service-frozen' ? letter.liftable && { purpose: 'unfreeze' } : POWERS[letter.kind];

/**
 * Makes the link by which whoever reads a letter says that it was not them, or lifts a freeze: a path of the portal with a token
 * that stands in this letter and nowhere else; kept is its digest. Undefined for letters that have none. Made when it is sent: what
 * waits in the outbox opens nothing.
 */
export async function notMeLink(
  { repudiations, random }: NotMeLinkNeeds,
  { message: { letter, queuedAt, reference = random.reference() }, person, contact }: LetterTo,
): Promise<string | undefined> {
  const power = powerOf(letter);
  if (!power) return undefined;
  const { handle, key } = random.handle();
  const expiresAt = queuedAt + LIFETIMES.notMe;
  await repudiations.keep(key, { person, reference, contact, ...power, at: queuedAt, expiresAt });
  return power.purpose === 'freeze' ? `/not-me/${handle}` : `/lift-hold/${handle}`;
}
