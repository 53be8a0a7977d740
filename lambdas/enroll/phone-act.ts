import {
  confirmPhone,
  proposePhone,
  type ConfirmPhoneNeeds,
  type PhoneConfirmed,
  type PhoneProposed,
  type ProposePhoneNeeds,
} from '../../domain/enrollment/register-phone.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import type { Edge } from '../http/site.ts';

export type PhoneNeeds = ProposePhoneNeeds & ConfirmPhoneNeeds;

/** What both faces do about a mobile number, with what is counted of it. */
export const phoneActs = (ports: PhoneNeeds, { meter }: Edge) => ({
  /** Nothing typed: a new code to the number that waits. */
  propose: (session: Session, typed?: string): Promise<PhoneProposed> => proposePhone(ports, session, typed),

  confirm: async (session: Session, code: string): Promise<PhoneConfirmed> => {
    const confirmed = await confirmPhone(ports, session, code);
    if (confirmed.kind === 'registered') meter.count('MethodRegistered', { method: 'sms-code' });
    return confirmed;
  },
});
