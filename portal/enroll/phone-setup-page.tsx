import { listOf, type Frame, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { TextField } from '../parts/field.tsx';
import { Go, PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';

export interface PhoneSetupView {
  readonly number?: string | undefined;
  /** The countries texts go to, by their names; where the number was of another. */
  readonly countries?: string | undefined;
  readonly problem?: Problems | undefined;
}

/** E5a: which phone codes shall go to. */
export function phoneSetupPage(frame: Frame, view: PhoneSetupView = {}): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('phone.title'), problem: view.problem },
    <>
      <h1>{t('phone.title')}</h1>
      <p>{t('phone.lead')}</p>
      {view.countries !== undefined && <p>{t('phone.countries', { countries: view.countries })}</p>}
      <PostForm frame={frame} action="/enroll/sms-code">
        <TextField
          frame={frame}
          name="number"
          label={t('phone.label')}
          hint={t('phone.hint')}
          type="tel"
          autocomplete="tel"
          dir="ltr"
          value={view.number}
          problems={listOf(view.problem)}
        />
        <SubmitButton frame={frame}>{t('address.send')}</SubmitButton>
      </PostForm>
      <p>
        <Go frame={frame} to="/enroll/methods">
          {t('enroll.back')}
        </Go>
      </p>
    </>,
  );
}
