import type { CodeMethod } from '../../domain/verification/method.ts';
import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go, PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';

/** R3a, where people choose: by which way the code shall come. Both ways stand there for everybody. */
export function sendPage(frame: Frame, { method }: { readonly method: CodeMethod }): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('send.title'), step: 'prove' },
    <>
      <h1>{t('send.title')}</h1>
      <p>{t('send.lead')}</p>
      <PostForm frame={frame} action={`/recover/${method}/send`}>
        <div class="acts">
          <SubmitButton frame={frame} name="by" value="email">
            {t('send.email')}
          </SubmitButton>
          <SubmitButton frame={frame} name="by" value="sms">
            {t('send.sms')}
          </SubmitButton>
        </div>
      </PostForm>
      <p>
        <Go frame={frame} to="/recover/methods">
          {t('methods.another')}
        </Go>
      </p>
    </>,
  );
}
