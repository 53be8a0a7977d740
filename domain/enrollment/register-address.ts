import type { Ports } from '../ports/index.ts';
import { LIFETIMES } from '../policy/limits.ts';
import { codeHolds, makeCode } from '../verification/methods/issued-code.ts';
import type { ConfirmedAddress } from './enrollment.ts';
import { keepEnrollment, type KeepNeeds } from './keep.ts';
import type { Session } from './session.ts';
import { prolonged } from './visit.ts';

export type ProposeAddressNeeds = Pick<
  Ports,
  'sessions' | 'configuration' | 'mac' | 'sealer' | 'random' | 'clock'
>;
export type ConfirmAddressNeeds = KeepNeeds & Pick<Ports, 'sessions' | 'configuration' | 'mac'>;

/** Addresses a person may have: enough for a spare one. */
export const MOST_ADDRESSES = 3;

export type AddressProposed =
  | { readonly kind: 'code-sent'; readonly minutes: number }
  | { readonly kind: 'no-more-codes' }
  | { readonly kind: 'nothing-to-confirm' }
  | { readonly kind: 'conflict' };

export type AddressConfirmed =
  | { readonly kind: 'registered' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'nothing-to-confirm' }
  | { readonly kind: 'too-many-addresses' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'frozen' };

/** An e-mail address in the form we take: one @, a dotted domain, no spaces or controls, at most 254 characters (RFC 5321). */
export function readAddress(typed: string): string | undefined {
  const address = typed.trim();
  return address.length <= 254 &&
    /^[^\s@\p{Cc}<>(),;:\\"[\]]{1,64}@[^\s@\p{Cc}<>(),;:\\"[\]]+\.[^\s@\p{Cc}<>(),;:\\"[\].]{2,}$/u.test(
      address,
    )
    ? address
    : undefined;
}

/** Whether an address looks like the company's own mailbox, which may be locked together with the account. */
export const isWorkAddress = (address: string, { mail }: Pick<Session, 'mail'>): boolean =>
  mail !== undefined && address.split('@')[1]?.toLowerCase() === mail.split('@')[1]?.toLowerCase();

/** What its owner recognises an address by, and nobody else learns: `j…@example.com`. */
export const addressHint = (address: string): string => {
  const [mailbox = '', host = ''] = address.split('@');
  return `${Array.from(mailbox)[0] ?? ''}…@${host}`;
};

/**
 * Sends a code to an address that is to be registered; nothing is registered until the code comes back. Without an
 * address, sends a new code to the one that waits.
 */
export async function proposeAddress(
  ports: ProposeAddressNeeds,
  session: Session,
  address?: string,
): Promise<AddressProposed> {
  const now = ports.clock.now();
  const { limits } = await ports.configuration.current();
  const pending = session.pendingAddress;
  const sends = (pending?.sends ?? 0) + 1;
  if (address === undefined && !pending) return { kind: 'nothing-to-confirm' };
  if (sends > limits.sendsPerFlow) return { kind: 'no-more-codes' };
  const target =
    address === undefined && pending
      ? { address: pending.address, hint: pending.hint }
      : { address: await ports.sealer.seal('address', address ?? ''), hint: addressHint(address ?? '') };
  const { issued, message } = await makeCode(ports, {
    owner: session.key,
    method: 'email-code',
    kind: 'confirm-address',
    to: [target.address],
    phones: [],
    language: session.language,
    now,
  });
  const next = { ...prolonged(session, now), pendingAddress: { ...target, code: issued, sends } };
  const moved = await ports.sessions.replace(session, next, message);
  return moved ? { kind: 'code-sent', minutes: LIFETIMES.code / 60_000 } : { kind: 'conflict' };
}

/** Registers the waiting address when its code comes back. The try is counted before the code is looked at. */
export async function confirmAddress(
  ports: ConfirmAddressNeeds,
  session: Session,
  code: string,
): Promise<AddressConfirmed> {
  const now = ports.clock.now();
  const pending = session.pendingAddress;
  const { limits } = await ports.configuration.current();
  if (!pending) return { kind: 'nothing-to-confirm' };
  if (pending.code.tries >= limits.triesPerCode) return { kind: 'wrong' };
  const tried = {
    ...prolonged(session, now),
    pendingAddress: { ...pending, code: { ...pending.code, tries: pending.code.tries + 1 } },
  };
  if (!(await ports.sessions.replace(session, tried))) return { kind: 'conflict' };
  if (!(await codeHolds(ports, { owner: session.key, method: 'email-code' }, pending.code, code, now)))
    return { kind: 'wrong' };

  const { pendingAddress: _used, ...rest } = prolonged(tried, now);
  if (!(await ports.sessions.replace(tried, rest))) return { kind: 'conflict' };
  const seen = await ports.enrollments.find(session.person);
  const addresses = seen?.addresses ?? [];
  if (addresses.length >= MOST_ADDRESSES) return { kind: 'too-many-addresses' };
  const confirmed: ConfirmedAddress = { id: ports.random.id(), address: pending.address, confirmedAt: now };
  const kept = await keepEnrollment(
    ports,
    rest,
    seen,
    { addresses: [...addresses, confirmed] },
    { kind: 'method-registered', method: 'email-code' },
  );
  return { kind: kept === 'saved' ? 'registered' : kept };
}
