import type { Frame, Problems } from '../frame.ts';
import { SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';
import { richPhrase } from '../rich-phrase.tsx';
import { contactSetupPage } from './contact-setup-page.tsx';

export interface EmailSetupView {
  readonly address?: string | undefined;
  /** The address is in a domain of the company: says what that means, and offers to use it all the same (`anyway=yes`). */
  readonly warnCompanyDomain?: boolean | undefined;
  readonly problem?: Problems | undefined;
}

/** E4a: where codes shall go. */
export function emailSetupPage(frame: Frame, view: EmailSetupView = {}): string {
  const t = phrases(frame.language);
  const { address, warnCompanyDomain, problem } = view;
  return contactSetupPage(frame, 'mailbox', {
    typed: address,
    problem,
    notice: warnCompanyDomain && (
      <p class="inset warn" role="status">
        {richPhrase(frame.language, 'address.warning')}
      </p>
    ),
    buttons: (
      <div class="acts">
        <SubmitButton frame={frame}>{t('address.send')}</SubmitButton>
        {warnCompanyDomain && (
          <SubmitButton frame={frame} look="plain" name="anyway" value="yes">
            {t('address.anyway')}
          </SubmitButton>
        )}
      </div>
    ),
  });
}
