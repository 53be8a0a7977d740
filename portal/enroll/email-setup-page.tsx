import { listOf, type Frame, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { TextField } from '../parts/field.tsx';
import { Go, PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';
import { richPhrase } from '../rich-phrase.tsx';

export interface EmailSetupView {
  readonly address?: string | undefined;
  /** The address is in a domain of the company: says what that means, and offers to use it all the same (`anyway=yes`). */
  readonly warnCompanyDomain?: boolean | undefined;
  readonly problem?: Problems | undefined;
}

/** E4a: where codes shall go. */
export function emailSetupPage(frame: Frame, view: EmailSetupView = {}): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('address.title'), problem: view.problem },
    <>
      <h1>{t('address.title')}</h1>
      <p>{t('address.lead')}</p>
      {view.warnCompanyDomain && (
        <p class="inset warn" role="status">
          {richPhrase(frame.language, 'address.warning')}
        </p>
      )}
      <PostForm frame={frame} action="/enroll/email-code">
        <TextField
          frame={frame}
          name="address"
          label={t('address.label')}
          hint={t('address.hint')}
          type="email"
          autocomplete="email"
          dir="ltr"
          value={view.address}
          problems={listOf(view.problem)}
        />
        <div class="acts">
          <SubmitButton frame={frame}>{t('address.send')}</SubmitButton>
          {view.warnCompanyDomain && (
            <SubmitButton frame={frame} look="plain" name="anyway" value="yes">
              {t('address.anyway')}
            </SubmitButton>
          )}
        </div>
      </PostForm>
      <p>
        <Go frame={frame} to="/enroll/methods">
          {t('enroll.back')}
        </Go>
      </p>
    </>,
  );
}
