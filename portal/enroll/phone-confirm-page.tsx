import { listOf, type Frame, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { CodeField } from '../parts/code-field.tsx';
import { Go, PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';
import { richPhrase } from '../rich-phrase.tsx';

export interface PhoneConfirmView {
  /** Enough of it for its owner to recognise it: `+49 … 42`. */
  readonly number: string;
  /** How long a code works. */
  readonly minutes: number;
  readonly problem?: Problems | undefined;
}

/** E5b: the code that proves that texts arrive there. */
export function phoneConfirmPage(frame: Frame, view: PhoneConfirmView): string {
  const t = phrases(frame.language);
  const typed = <bdi dir="ltr">{view.number}</bdi>;
  return layout(
    frame,
    { title: t('code.title-sms'), problem: view.problem },
    <>
      <h1>{t('code.title-sms')}</h1>
      <p>{richPhrase(frame.language, 'confirm.lead', { address: typed, minutes: view.minutes })}</p>
      <PostForm frame={frame} action="/enroll/sms-code/confirm">
        <CodeField frame={frame} problems={listOf(view.problem)} />
        <SubmitButton frame={frame}>{t('phone.save')}</SubmitButton>
      </PostForm>
      <section class="aside">
        <h2>{t('code.nothing')}</h2>
        <p>{t('phone.nothing')}</p>
        <PostForm frame={frame} action="/enroll/sms-code">
          <input type="hidden" name="again" value="yes" />
          <SubmitButton frame={frame} look="plain">
            {t('code.new')}
          </SubmitButton>
        </PostForm>
      </section>
      <p>
        <Go frame={frame} to="/enroll/sms-code">
          {t('phone.other')}
        </Go>
      </p>
    </>,
  );
}
