import { listOf, type Frame, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { CodeField } from '../parts/code-field.tsx';
import { Go, PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';
import { richPhrase } from '../rich-phrase.tsx';
import { CONTACT_WORDS, type ContactKind } from './contact-words.ts';

export interface ContactConfirmView {
  /** Enough of it for its owner to recognise it. */
  readonly contact: string;
  /** How long a code works. */
  readonly minutes: number;
  readonly problem?: Problems | undefined;
}

/** The code that proves that what is sent to a contact can be read, whatever kind of contact it is. */
export function contactConfirmPage(frame: Frame, kind: ContactKind, view: ContactConfirmView): string {
  const t = phrases(frame.language);
  const { path, confirm } = CONTACT_WORDS[kind];
  const { contact, minutes, problem } = view;
  const typed = <bdi dir="ltr">{contact}</bdi>;
  return layout(
    frame,
    { title: t(confirm.title), problem },
    <>
      <h1>{t(confirm.title)}</h1>
      <p>{richPhrase(frame.language, 'confirm.lead', { address: typed, minutes })}</p>
      <PostForm frame={frame} action={`${path}/confirm`}>
        <CodeField frame={frame} problems={listOf(problem)} />
        <SubmitButton frame={frame}>{t(confirm.save)}</SubmitButton>
      </PostForm>
      <section class="aside">
        <h2>{t('code.nothing')}</h2>
        <p>{t(confirm.nothing)}</p>
        <PostForm frame={frame} action={path}>
          <input type="hidden" name="again" value="yes" />
          <SubmitButton frame={frame} look="plain">
            {t('code.new')}
          </SubmitButton>
        </PostForm>
      </section>
      <p>
        <Go frame={frame} to={path}>
          {t(confirm.other)}
        </Go>
      </p>
    </>,
  );
}
