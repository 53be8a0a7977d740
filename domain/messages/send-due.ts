import type { Ports } from '../ports/index.ts';
import type { Parcel } from '../ports/outbox.ts';
import { wordsOf } from '../policy/branding.ts';
import type { LetterFacts } from '../ports/letter-writer.ts';
import type { Sealed } from '../ports/sealer.ts';
import type { QueuedMessage } from './message.ts';
import { notMeLink, type NotMeLinkNeeds } from './not-me-link.ts';
import { mayBeTexted, type TextFate, type TextGateNeeds } from './text-gate.ts';

export type SendDueNeeds = Pick<
  Ports,
  'outbox' | 'opener' | 'messenger' | 'letters' | 'configuration' | 'clock'
> &
  NotMeLinkNeeds &
  TextGateNeeds;

/** How long a sender keeps a parcel to itself; afterwards another may take it over. */
const CLAIM_MS = 60_000;
const AT_ONCE = 25;
/** What one run takes at the most: it must end before the next one is due. */
const MOST_ROUNDS = 20;
const GIVE_UP_MS = 24 * 60 * 60_000;

export interface SentDue {
  readonly sent: number;
  /** No address (strangers), the person's hour was full, or no text may go out. */
  readonly dropped: number;
  /** Stays due, and is tried again. */
  readonly failed: number;
}

/**
 * Sends what is due, and deletes it. A message that the carrier takes for none of its contacts stays due; the others
 * go on. `count` is told of each text message what became of it.
 */
export async function sendDue(ports: SendDueNeeds, count: CountTexts = () => undefined): Promise<SentDue> {
  const tally = { sent: 0, dropped: 0, failed: 0 };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const parcels = await ports.outbox.due(ports.clock.now(), AT_ONCE);
    for (const parcel of parcels) await sendParcel(ports, parcel, tally, count);
    if (parcels.length < AT_ONCE) break;
  }
  return tally;
}

type CountTexts = (fate: TextFate) => void;

async function sendParcel(
  ports: SendDueNeeds,
  parcel: Parcel,
  tally: Record<keyof SentDue, number>,
  count: CountTexts,
): Promise<void> {
  const now = ports.clock.now();
  if (!(await ports.outbox.claim(parcel, now, now + CLAIM_MS))) return;
  const handled: string[] = [];
  for (const message of parcel.messages) {
    const fate = await deliver(ports, parcel, message, count);
    tally[fate] += 1;
    if (fate !== 'failed') handled.push(message.id);
  }
  await ports.outbox.delivered(parcel, handled);
}

async function deliver(
  ports: SendDueNeeds,
  parcel: Parcel,
  message: QueuedMessage,
  count: CountTexts,
): Promise<keyof SentDue> {
  const { to, phones = [] } = message;
  if (to.length + phones.length === 0 || isStale(message, ports.clock.now())) return 'dropped';
  const { limits } = await ports.configuration.current();
  const bearsCode = 'code' in message.letter;
  // Counted before it is sent, per person: nobody can be flooded, from however many sources.
  if (bearsCode && !(await ports.outbox.mayTell(parcel.person, ports.clock.now(), limits.codesPerPersonHour)))
    return 'dropped';
  try {
    const letter = await factsOf(ports, message);
    const deliveries = [
      ...to.map((contact) => mailed(ports, parcel, { message, letter, contact })),
      ...(await mayBeTexted(ports, phones, bearsCode, count)).map(({ contact, number }) =>
        texted(ports, parcel, { message, letter, contact }, number).then(() => count('sent')),
      ),
    ];
    // One contact that is never taken must neither silence the others nor have them told again every minute.
    const tries = await Promise.allSettled(deliveries);
    if (tries.length === 0) return 'dropped';
    return tries.every(({ status }) => status === 'rejected') ? 'failed' : 'sent';
  } catch {
    return 'failed';
  }
}

/** A code that has expired helps nobody; what no carrier took for a day is given up. */
function isStale({ letter, queuedAt }: QueuedMessage, now: number): boolean {
  const goodFor = 'minutes' in letter ? letter.minutes * 60_000 : GIVE_UP_MS;
  return now - queuedAt >= goodFor;
}

/** What a letter says, opened. */
async function factsOf(
  ports: SendDueNeeds,
  { letter, language, queuedAt }: QueuedMessage,
): Promise<LetterFacts> {
  const { document } = await ports.configuration.current();
  return {
    kind: letter.kind,
    ...wordsOf(document, language),
    at: queuedAt,
    ...('by' in letter && { by: letter.by }),
    ...('code' in letter && { code: await ports.opener.open('code', letter.code), minutes: letter.minutes }),
    ...('password' in letter && { password: await ports.opener.open('password', letter.password) }),
  };
}

interface ToOne {
  readonly message: QueuedMessage;
  readonly letter: LetterFacts;
  readonly contact: Sealed;
}

async function mailed(
  ports: SendDueNeeds,
  { person }: Parcel,
  { message, letter, contact }: ToOne,
): Promise<void> {
  const words = ports.letters.write(
    await withLink(ports, person, { message, letter, contact }),
    message.language,
  );
  await ports.messenger.send({ channel: 'email', to: await ports.opener.open('address', contact), ...words });
}

async function texted(
  ports: SendDueNeeds,
  { person }: Parcel,
  { message, letter, contact }: ToOne,
  to: string,
): Promise<void> {
  const text = ports.letters.text(
    await withLink(ports, person, { message, letter, contact }),
    message.language,
  );
  await ports.messenger.send({ channel: 'sms', to, subject: '', text });
}

async function withLink(
  ports: SendDueNeeds,
  person: Parcel['person'],
  { message, letter, contact }: ToOne,
): Promise<LetterFacts> {
  const link = await notMeLink(ports, { message, person, contact });
  return { ...letter, ...(link !== undefined && { notMeLink: link }) };
}
