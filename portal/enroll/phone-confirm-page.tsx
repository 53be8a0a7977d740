import type { Frame } from '../frame.ts';
import { contactConfirmPage, type ContactConfirmView } from './contact-confirm-page.tsx';

export interface PhoneConfirmView extends Omit<ContactConfirmView, 'contact'> {
  /** Enough of it for its owner to recognise it: `+49 … 42`. */
  readonly number: string;
}

/** E5b: the code that proves that texts arrive there. */
export const phoneConfirmPage = (frame: Frame, { number, ...view }: PhoneConfirmView): string =>
  contactConfirmPage(frame, 'phone', { contact: number, ...view });
