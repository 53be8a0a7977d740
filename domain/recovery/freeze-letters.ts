import type { Enrollment } from '../enrollment/enrollment.ts';
import type { Letter } from '../messages/message.ts';
import { personKey, type Person } from '../person.ts';
import { LIFETIMES } from '../policy/limits.ts';
import type { Ports } from '../ports/index.ts';
import type { Errand } from '../ports/outbox.ts';
import type { Freeze } from '../ports/person-notes.ts';
import type { Sealed } from '../ports/sealer.ts';

/** Whom letters about a freeze go to. */
export interface Contacts {
  readonly to: readonly Sealed[];
  readonly phones: readonly Sealed[];
}

interface Contact {
  readonly contact: Sealed;
  readonly confirmedAt: number;
}

const addressesOf = (enrollment: Enrollment | undefined): readonly Contact[] =>
  (enrollment?.addresses ?? []).map(({ address: contact, confirmedAt }) => ({ contact, confirmedAt }));

const phonesOf = (enrollment: Enrollment | undefined): readonly Contact[] =>
  (enrollment?.phones ?? []).map(({ number: contact, confirmedAt }) => ({ contact, confirmedAt }));

/**
 * Whether a confirmed contact may lift a freeze: not the one that froze, and none that was confirmed since what was repudiated
 * happened or in the week before. It may be the very thing that was repudiated, or an earlier deed of the same hand; until then
 * its owner could still say so by the letter about it. Pure.
 */
const mayLift =
  ({ contact: froze, since = 0 }: Freeze) =>
  ({ contact, confirmedAt }: Contact): boolean =>
    contact !== froze && confirmedAt < since - LIFETIMES.notMe;

/** Whether the owner of a contact may lift a freeze, by what is registered now; pure. */
export const isLiftedBy = (freeze: Freeze, contact: Sealed, enrollment: Enrollment | undefined): boolean =>
  [...addressesOf(enrollment), ...phonesOf(enrollment)]
    .filter(mayLift(freeze))
    .some((one) => one.contact === contact);

/** Letters about one person, made ready. */
interface Told {
  readonly person: Person;
  readonly enrollment: Enrollment | undefined;
  /** Of those who never chose one. */
  readonly fallback: string;
  readonly reference: string;
  readonly at: number;
}

/** The letters of a freeze, to every confirmed contact; those who may lift it get another one. */
export function lettersOfFreeze(ports: Pick<Ports, 'random'>, freeze: Freeze, told: Told): readonly Errand[] {
  const lifts = mayLift(freeze);
  const [addresses, phones] = [addressesOf(told.enrollment), phonesOf(told.enrollment)];
  const those = (chosen: (contact: Contact) => boolean): Contacts => ({
    to: addresses.filter(chosen).map(({ contact }) => contact),
    phones: phones.filter(chosen).map(({ contact }) => contact),
  });
  return [
    ...errandTo(ports, those(lifts), { kind: 'self-service-frozen', liftable: true }, told),
    ...errandTo(
      ports,
      those((one) => !lifts(one)),
      { kind: 'self-service-frozen' },
      told,
    ),
  ];
}

/** The letters of a lift, to every confirmed contact. */
export const lettersOfLift = (ports: Pick<Ports, 'random'>, told: Told): readonly Errand[] =>
  errandTo(
    ports,
    {
      to: addressesOf(told.enrollment).map(({ contact }) => contact),
      phones: phonesOf(told.enrollment).map(({ contact }) => contact),
    },
    { kind: 'self-service-unfrozen' },
    told,
  );

function errandTo(
  { random }: Pick<Ports, 'random'>,
  { to, phones }: Contacts,
  letter: Letter,
  { person, enrollment, fallback, reference, at }: Told,
): readonly Errand[] {
  if (to.length + phones.length === 0) return [];
  const language = enrollment?.language ?? fallback;
  const message = {
    id: random.id(),
    to,
    ...(phones.length > 0 && { phones }),
    letter,
    reference,
    language,
    queuedAt: at,
  };
  const liftable = 'liftable' in letter ? '#liftable' : '';
  const id = `${letter.kind}#${String(at)}${liftable}#${personKey(person)}`;
  return [{ id, person, message, forgottenAt: at + LIFETIMES.notMe }];
}
