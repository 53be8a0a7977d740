import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { PostForm, SubmitButton } from '../parts/form.tsx';
import { Note } from '../parts/note.tsx';
import { phrases } from '../phrase.ts';

/** What a link of a letter is about; never whom: who has the letter may be anybody. */
export interface NotMeView {
  /** Where the button goes: the path of the link itself. */
  readonly action: string;
  /** When what the letter tells of happened, in epoch milliseconds. */
  readonly at: number;
}

/** N1: "this was not me": what it was about in general, what the button does, and the button. */
export function notMePage(frame: Frame, { action, at }: NotMeView): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('not-me.title') },
    <>
      <h1>{t('not-me.title')}</h1>
      <Note frame={frame} says="not-me.lead" at={at} />
      <p>{t('not-me.if')}</p>
      <ul>
        <li>{t('not-me.no-changes')}</li>
        <li>{t('not-me.everyone-told')}</li>
        <li>{t('not-me.not-locked')}</li>
        <li>{t('not-me.until')}</li>
      </ul>
      <PostForm frame={frame} action={action}>
        <SubmitButton frame={frame} look="danger">
          {t('not-me.do')}
        </SubmitButton>
      </PostForm>
    </>,
  );
}

/** N2: another contact may lift what one has put on hold. */
export function liftPage(frame: Frame, { action, at }: NotMeView): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('lift.title') },
    <>
      <h1>{t('lift.title')}</h1>
      <Note frame={frame} says="lift.lead" at={at} />
      <p>{t('lift.only-if')}</p>
      <PostForm frame={frame} action={action}>
        <SubmitButton frame={frame}>{t('lift.do')}</SubmitButton>
      </PostForm>
    </>,
  );
}
