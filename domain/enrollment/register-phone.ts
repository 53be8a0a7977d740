import { LIFETIMES } from '../policy/limits.ts';
import { isOn, sendMethod } from '../policy/methods.ts';
import type { ConfigurationDocument } from '../policy/configuration-document.ts';
import type { Ports } from '../ports/index.ts';
import type { PhoneNumber } from '../ports/phone-numbers.ts';
import { codeHolds, makeCode } from '../verification/methods/issued-code.ts';
import type { ConfirmedPhone } from './enrollment.ts';
import { keepEnrollment, type KeepNeeds } from './keep.ts';
import type { Session } from './session.ts';
import { prolonged } from './visit.ts';

export type ProposePhoneNeeds = Pick<
  Ports,
  'sessions' | 'configuration' | 'mac' | 'sealer' | 'phoneNumbers' | 'random' | 'clock'
>;
export type ConfirmPhoneNeeds = KeepNeeds & Pick<Ports, 'sessions' | 'flows' | 'mac'>;

/** Numbers a person may have: enough for a spare one. */
export const MOST_PHONES = 3;

export type PhoneProposed =
  | { readonly kind: 'code-sent'; readonly minutes: number }
  /** No text is ever sent, or no method goes by texts. */
  | { readonly kind: 'texts-off' }
  | { readonly kind: 'unreadable' }
  /** Texts may go to numbers of these countries alone. */
  | { readonly kind: 'country-refused'; readonly countries: readonly string[] }
  | { readonly kind: 'no-more-codes' }
  | { readonly kind: 'nothing-to-confirm' }
  | { readonly kind: 'conflict' };

export type PhoneConfirmed =
  | { readonly kind: 'registered' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'nothing-to-confirm' }
  | { readonly kind: 'too-many-numbers' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'frozen' };

/** What its owner recognises a number by, and nobody else learns: `+49 … 42`. */
export const phoneHint = ({ number, callingCode }: PhoneNumber): string =>
  `+${callingCode} … ${number.slice(-2)}`;

/** Whether people are asked for numbers at all. */
export const takesPhones = (document: ConfigurationDocument): boolean =>
  document.textMessages !== undefined &&
  (isOn(document, 'sms-code') || (isOn(document, 'sent-code') && sendMethod(document) !== 'email'));

/**
 * Sends a code by text to a number that is to be registered; nothing is registered until the code comes back. Without a
 * number, sends a new code to the one that waits. What is sent counts against the budgets of texts like any other code.
 */
export async function proposePhone(
  ports: ProposePhoneNeeds,
  session: Session,
  typed?: string,
): Promise<PhoneProposed> {
  const now = ports.clock.now();
  const { document, limits } = await ports.configuration.current();
  const countries = document.textMessages?.countries ?? [];
  const read = typed === undefined ? undefined : await ports.phoneNumbers.read(typed, countries[0] ?? 'US');
  if (typed !== undefined && !read) return { kind: 'unreadable' };
  if (!takesPhones(document)) return { kind: 'texts-off' };
  if (read && !countries.includes(read.country)) return { kind: 'country-refused', countries };
  const pending = session.pendingPhone;
  const target = read ? await targetOf(ports, read) : pending;
  if (!target) return { kind: 'nothing-to-confirm' };
  const sends = (pending?.sends ?? 0) + 1;
  if (sends > limits.sendsPerFlow) return { kind: 'no-more-codes' };
  return send(ports, session, { ...target, sends }, now);
}

type Pending = NonNullable<Session['pendingPhone']>;

const targetOf = async ({ sealer }: Pick<Ports, 'sealer'>, read: PhoneNumber) => ({
  number: await sealer.seal('phone', read.number),
  country: read.country,
  hint: phoneHint(read),
});

async function send(
  ports: ProposePhoneNeeds,
  session: Session,
  { number, country, hint, sends }: Omit<Pending, 'code'>,
  now: number,
): Promise<PhoneProposed> {
  const { issued, message } = await makeCode(ports, {
    owner: session.key,
    method: 'sms-code',
    kind: 'confirm-phone',
    to: [],
    phones: [number],
    language: session.language,
    now,
  });
  const pendingPhone = { number, country, hint, code: issued, sends };
  const moved = await ports.sessions.replace(session, { ...prolonged(session, now), pendingPhone }, message);
  return moved ? { kind: 'code-sent', minutes: LIFETIMES.code / 60_000 } : { kind: 'conflict' };
}

/** Registers the waiting number when its code comes back. The try is counted before the code is looked at. */
export async function confirmPhone(
  ports: ConfirmPhoneNeeds,
  session: Session,
  code: string,
): Promise<PhoneConfirmed> {
  const now = ports.clock.now();
  const pending = session.pendingPhone;
  const { limits } = await ports.configuration.current();
  if (!pending) return { kind: 'nothing-to-confirm' };
  if (pending.code.tries >= limits.triesPerCode) return { kind: 'wrong' };
  const tried = {
    ...prolonged(session, now),
    pendingPhone: { ...pending, code: { ...pending.code, tries: pending.code.tries + 1 } },
  };
  if (!(await ports.sessions.replace(session, tried))) return { kind: 'conflict' };
  const owner = { owner: session.key, method: 'sms-code' } as const;
  if (!(await codeHolds(ports, owner, pending.code, code, now))) return { kind: 'wrong' };
  const { pendingPhone: _used, ...rest } = prolonged(tried, now);
  if (!(await ports.sessions.replace(tried, rest))) return { kind: 'conflict' };
  await ports.flows.countTextProven(now);
  return keepPhone(ports, rest, pending, now);
}

async function keepPhone(
  ports: ConfirmPhoneNeeds,
  session: Session,
  { number, country }: Pending,
  now: number,
): Promise<PhoneConfirmed> {
  const seen = await ports.enrollments.find(session.person);
  const phones = seen?.phones ?? [];
  if (phones.length >= MOST_PHONES) return { kind: 'too-many-numbers' };
  const confirmed: ConfirmedPhone = { id: ports.random.id(), number, country, confirmedAt: now };
  const kept = await keepEnrollment(
    ports,
    session,
    seen,
    { phones: [...phones, confirmed] },
    { kind: 'method-registered', method: 'sms-code' },
  );
  return { kind: kept === 'saved' ? 'registered' : kept };
}
