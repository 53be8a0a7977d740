import type { Ports } from '../ports/index.ts';
import type { Parcel } from '../ports/outbox.ts';
import { deliver, type DeliverNeeds } from './deliver.ts';
import type { TextFate } from './text-gate.ts';

export type SendDueNeeds = DeliverNeeds & Pick<Ports, 'outbox' | 'clock'>;

/** How long a sender keeps a parcel to itself; afterwards another may take it over. */
const CLAIM_MS = 60_000;
const AT_ONCE = 25;
/** What one run takes at the most: it must end before the next one is due. */
const MOST_ROUNDS = 20;

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
