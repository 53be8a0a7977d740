import { wordsOf } from '../policy/branding.ts';
import type { Ports } from '../ports/index.ts';
import type { LetterFacts } from '../ports/letter-writer.ts';
import type { Parcel } from '../ports/outbox.ts';
import type { Sealed } from '../ports/sealer.ts';
import type { QueuedMessage } from './message.ts';
import { notMeLink, type NotMeLinkNeeds } from './not-me-link.ts';
import { mayBeTexted, type TextFate, type TextGateNeeds } from './text-gate.ts';

export type DeliverNeeds = Pick<
  Ports,
  'outbox' | 'opener' | 'messenger' | 'letters' | 'configuration' | 'clock'
> &
  NotMeLinkNeeds &
  TextGateNeeds;

type Fate = 'sent' | 'dropped' | 'failed';

const GIVE_UP_MS = 24 * 60 * 60_000;

/** Brings a message to each of its contacts, by e-mail and by text. `count` is told what became of each text. */
export async function deliver(
  ports: DeliverNeeds,
  parcel: Parcel,
  message: QueuedMessage,
  count: (fate: TextFate) => void,
): Promise<Fate> {
  const { to, phones = [] } = message;
  if (to.length + phones.length === 0 || isStale(message, ports.clock.now())) return 'dropped';
  const { limits } = await ports.configuration.current();
  const bearsCode = 'code' in message.letter;
  // Counted before it is sent, per person: nobody can be flooded, from however many sources.
  if (bearsCode && !(await ports.outbox.mayTell(parcel.person, ports.clock.now(), limits.codesPerPersonHour)))
    return 'dropped';
  try {
    const letter = await factsOf(ports, message);
    // Before anything goes: an e-mail on its way would be sent again, and its refusal, awaited by nobody, would end the sender.
    const targets = await mayBeTexted(ports, parcel, message, count);
    const mails = to.map((contact) => mailed(ports, parcel, { message, letter, contact }));
    // One contact that is never taken must neither silence the others nor have them told again every minute.
    const tries = await Promise.allSettled(mails);
    const texts = targets.map(({ contact, number }) =>
      texted(ports, parcel, { message, letter, contact }, number).then(() => count('sent')),
    );
    tries.push(...(await Promise.allSettled(texts)));
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
  ports: DeliverNeeds,
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
  ports: DeliverNeeds,
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
  ports: DeliverNeeds,
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
  ports: DeliverNeeds,
  person: Parcel['person'],
  { message, letter, contact }: ToOne,
): Promise<LetterFacts> {
  const link = await notMeLink(ports, { message, person, contact });
  return { ...letter, ...(link !== undefined && { notMeLink: link }) };
}
