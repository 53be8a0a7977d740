import type { AddressConfirmed, AddressProposed } from '../../domain/enrollment/register-address.ts';
import type { PhoneConfirmed, PhoneProposed } from '../../domain/enrollment/register-phone.ts';
import type { Session } from '../../domain/enrollment/session.ts';

/** What can come of proposing a contact, whatever kind it is. */
export type ContactProposed = Extract<PhoneProposed, AddressProposed>;

/** What can come of the code that was sent to it. */
export type ContactConfirmed = AddressConfirmed | PhoneConfirmed;

/** Registers the contact that waits, with the code that was sent to it. */
export type ConfirmContact = (session: Session, code: string) => Promise<ContactConfirmed>;
