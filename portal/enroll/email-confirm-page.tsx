import type { Frame } from '../frame.ts';
import { contactConfirmPage, type ContactConfirmView } from './contact-confirm-page.tsx';

export interface EmailConfirmView extends Omit<ContactConfirmView, 'contact'> {
  /** Enough of it for its owner to recognise it: `j…@example.com`. */
  readonly address: string;
}

/** E4b: the code that proves that the address can be read. */
export const emailConfirmPage = (frame: Frame, { address, ...view }: EmailConfirmView): string =>
  contactConfirmPage(frame, 'mailbox', { contact: address, ...view });
