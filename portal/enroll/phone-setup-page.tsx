import type { Frame, Problems } from '../frame.ts';
import { SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';
import { contactSetupPage } from './contact-setup-page.tsx';

export interface PhoneSetupView {
  readonly number?: string | undefined;
  /** The countries texts go to, by their names; where the number was of another. */
  readonly countries?: string | undefined;
  readonly problem?: Problems | undefined;
}

/** E5a: which phone codes shall go to. */
export function phoneSetupPage(frame: Frame, view: PhoneSetupView = {}): string {
  const t = phrases(frame.language);
  const { number, countries, problem } = view;
  return contactSetupPage(frame, 'phone', {
    typed: number,
    problem,
    notice: countries !== undefined && <p>{t('phone.countries', { countries })}</p>,
    buttons: <SubmitButton frame={frame}>{t('address.send')}</SubmitButton>,
  });
}
