import type { TextMessages } from '../policy/methods.ts';
import type { Ports } from '../ports/index.ts';
import type { Parcel } from '../ports/outbox.ts';
import type { Sealed } from '../ports/sealer.ts';
import type { QueuedMessage } from './message.ts';

export type TextGateNeeds = Pick<Ports, 'outbox' | 'opener' | 'phoneNumbers' | 'configuration' | 'clock'>;

/** The most notices by text to one person in an hour: who is signed in causes as many as they like, and each costs. E-mails go on. */
export const NOTICE_TEXTS_PER_HOUR = 20;

/** What became of one text message; all but `sent` say why it was not. */
export type TextFate = 'sent' | 'budget' | 'breaker' | 'country';

/** A number that a text may go to. */
export interface TextTarget {
  readonly contact: Sealed;
  readonly number: string;
}

type Texted = Pick<QueuedMessage, 'phones' | 'letter'>;

/**
 * The numbers of a message that texts may go to now: of an allowed country, whatever was allowed when they were registered; where
 * the text has a code, only as long as everybody's budget lasts and enough codes hold; notices as often as one person is told in
 * an hour. Each is counted before it is sent.
 */
export async function mayBeTexted(
  ports: TextGateNeeds,
  { person }: Pick<Parcel, 'person'>,
  { phones = [], letter }: Texted,
  count: (fate: TextFate) => void,
): Promise<readonly TextTarget[]> {
  const { textMessages: allowed } = (await ports.configuration.current()).document;
  const targets: TextTarget[] = [];
  for (const contact of phones) {
    const number = await ports.opener.open('phone', contact);
    const inCountry = allowed && (await isAllowed(ports, number, allowed));
    const barred = inCountry ? await spent(ports, person, letter, allowed) : 'country';
    if (barred) count(barred);
    else targets.push({ contact, number });
  }
  return targets;
}

async function isAllowed(
  { phoneNumbers }: TextGateNeeds,
  number: string,
  { countries }: TextMessages,
): Promise<boolean> {
  const [home] = countries;
  const read = home === undefined ? undefined : await phoneNumbers.read(number, home);
  return read !== undefined && countries.includes(read.country);
}

/** Which budget is used up; undefined: none, and the text was counted. */
async function spent(
  { outbox, clock }: TextGateNeeds,
  person: Parcel['person'],
  letter: QueuedMessage['letter'],
  allowed: TextMessages,
): Promise<'budget' | 'breaker' | undefined> {
  // Once a reset, which takes all the proofs there are: without it somebody might be left with no password.
  if ('password' in letter) return undefined;
  if (!('code' in letter))
    return (await outbox.mayNotify(person, clock.now(), NOTICE_TEXTS_PER_HOUR)) ? undefined : 'budget';
  const may = await outbox.mayText(clock.now(), allowed);
  return may === 'may' ? undefined : may;
}
