import type { CodeMethod } from '../../domain/verification/method.ts';
import type { Frame } from '../frame.ts';
import { PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';
import { proofPage } from './proof-page.tsx';

/** R3a, where people choose: by which way the code shall come. Both ways stand there for everybody. */
export function sendPage(frame: Frame, { method }: { readonly method: CodeMethod }): string {
  const t = phrases(frame.language);
  return proofPage(
    frame,
    { title: t('send.title') },
    <>
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
    </>,
  );
}
