import { listOf, type Frame, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { CodeField } from '../parts/code-field.tsx';
import { Go, PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';
import { richPhrase } from '../rich-phrase.tsx';

export interface EmailConfirmView {
  /** Enough of it for its owner to recognise it: `j…@example.com`. */
  readonly address: string;
  /** How long a code works. */
  readonly minutes: number;
  readonly problem?: Problems | undefined;
}

/** E4b: the code that proves that the address can be read. */
export function emailConfirmPage(frame: Frame, view: EmailConfirmView): string {
  const t = phrases(frame.language);
  const typed = <bdi dir="ltr">{view.address}</bdi>;
  return layout(
    frame,
    { title: t('code.title'), problem: view.problem },
    <>
      <h1>{t('code.title')}</h1>
      <p>{richPhrase(frame.language, 'confirm.lead', { address: typed, minutes: view.minutes })}</p>
      <PostForm frame={frame} action="/enroll/email-code/confirm">
        <CodeField frame={frame} problems={listOf(view.problem)} />
        <SubmitButton frame={frame}>{t('confirm.save')}</SubmitButton>
      </PostForm>
      <section class="aside">
        <h2>{t('code.nothing')}</h2>
        <p>{t('confirm.nothing')}</p>
        <PostForm frame={frame} action="/enroll/email-code">
          <input type="hidden" name="again" value="yes" />
          <SubmitButton frame={frame} look="plain">
            {t('code.new')}
          </SubmitButton>
        </PostForm>
      </section>
      <p>
        <Go frame={frame} to="/enroll/email-code">
          {t('confirm.other')}
        </Go>
      </p>
    </>,
  );
}
