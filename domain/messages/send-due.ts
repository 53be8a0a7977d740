import type { Ports } from '../ports/index.ts';
import type { Parcel } from '../ports/outbox.ts';
import { wordsOf } from '../policy/branding.ts';
import type { QueuedMessage } from './message.ts';

export type SendDueNeeds = Pick<
  Ports,
  'outbox' | 'opener' | 'messenger' | 'letters' | 'configuration' | 'clock'
>;

/** How long a sender keeps a parcel to itself; afterwards another may take it over. */
const CLAIM_MS = 60_000;
const AT_ONCE = 25;
/** What one run takes at the most: it must end before the next one is due. */
const MOST_ROUNDS = 20;
const GIVE_UP_MS = 24 * 60 * 60_000;

export interface SentDue {
  readonly sent: number;
  /** No address (strangers), or the person's hour was full. */
  readonly dropped: number;
  /** Stays due, and is tried again. */
  readonly failed: number;
}

/**
 * Sends what is due, and deletes it. A message that the carrier takes for none of its addresses stays due; the others
 * go on.
 */
export async function sendDue(ports: SendDueNeeds): Promise<SentDue> {
  const tally = { sent: 0, dropped: 0, failed: 0 };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const parcels = await ports.outbox.due(ports.clock.now(), AT_ONCE);
    for (const parcel of parcels) await sendParcel(ports, parcel, tally);
    if (parcels.length < AT_ONCE) break;
  }
  return tally;
}

async function sendParcel(
  ports: SendDueNeeds,
  parcel: Parcel,
  tally: Record<keyof SentDue, number>,
): Promise<void> {
  const now = ports.clock.now();
  if (!(await ports.outbox.claim(parcel, now, now + CLAIM_MS))) return;
  const handled: string[] = [];
  for (const message of parcel.messages) {
    const fate = await deliver(ports, parcel, message);
    tally[fate] += 1;
    if (fate !== 'failed') handled.push(message.id);
  }
  await ports.outbox.delivered(parcel, handled);
}

async function deliver(ports: SendDueNeeds, parcel: Parcel, message: QueuedMessage): Promise<keyof SentDue> {
  if (message.to.length === 0 || isStale(message, ports.clock.now())) return 'dropped';
  const { limits } = await ports.configuration.current();
  const bearsCode = 'code' in message.letter;
  // Counted before it is sent, per person: nobody's mailbox can be flooded, from however many sources.
  if (bearsCode && !(await ports.outbox.mayTell(parcel.person, ports.clock.now(), limits.codesPerPersonHour)))
    return 'dropped';
  try {
    await send(ports, message);
    return 'sent';
  } catch {
    return 'failed';
  }
}

/** A code that has expired helps nobody; what no carrier took for a day is given up. */
function isStale({ letter, queuedAt }: QueuedMessage, now: number): boolean {
  const goodFor = 'minutes' in letter ? letter.minutes * 60_000 : GIVE_UP_MS;
  return now - queuedAt >= goodFor;
}

async function send(
  ports: SendDueNeeds,
  { letter, to, channel, language, queuedAt }: QueuedMessage,
): Promise<void> {
  const { document } = await ports.configuration.current();
  const facts = {
    kind: letter.kind,
    ...wordsOf(document, language),
    at: queuedAt,
    ...('by' in letter && { by: letter.by }),
    ...('code' in letter && { code: await ports.opener.open('code', letter.code), minutes: letter.minutes }),
  };
  const words = ports.letters.write(facts, language);
  // One address that is never taken must neither silence the others nor have them told again every minute.
  const tries = await Promise.allSettled(
    to.map(async (sealed) =>
      ports.messenger.send({ channel, to: await ports.opener.open('address', sealed), ...words }),
    ),
  );
  const [first] = tries;
  if (first?.status === 'rejected' && tries.every(({ status }) => status === 'rejected')) throw first.reason;
}
