import { listOf, type Frame, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { CodeField } from '../parts/code-field.tsx';
import { Go, PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';
import { richPhrase } from '../rich-phrase.tsx';

export interface CodeView {
  /** As it was typed; never looked up. */
  readonly username?: string | undefined;
  /** How long a code works. */
  readonly minutes: number;
  readonly sendsLeft?: number | undefined;
  readonly problem?: Problems | undefined;
}

/** R3a: the code. It says "if", because nobody may learn here whether a message went out. */
export function codePage(frame: Frame, view: CodeView): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('code.title'), problem: view.problem, step: 'prove' },
    <>
      <h1>{t('code.title')}</h1>
      <p>{t('code.lead', { minutes: view.minutes })}</p>
      <PostForm frame={frame} action="/recover/email-code">
        <CodeField frame={frame} problems={listOf(view.problem)} />
        <SubmitButton frame={frame}>{t('layout.continue')}</SubmitButton>
      </PostForm>
      <NothingCame frame={frame} view={view} />
      <p>
        <Go frame={frame} to="/recover/methods">
          {t('methods.another')}
        </Go>
      </p>
    </>,
  );
}

function NothingCame({ frame, view }: { frame: Frame; view: CodeView }) {
  const t = phrases(frame.language);
  const { username, sendsLeft } = view;
  const typed = <bdi dir="ltr">{username}</bdi>;
  return (
    <section class="aside">
      <h2>{t('code.nothing')}</h2>
      <p>
        {username === undefined
          ? t('code.check')
          : richPhrase(frame.language, 'code.check-username', { username: typed })}
      </p>
      {sendsLeft === 0 ? (
        <p>{t('code.no-sends')}</p>
      ) : (
        <PostForm frame={frame} action="/recover/email-code/send">
          {sendsLeft !== undefined && <p class="soft">{t('code.sends', { sends: sendsLeft })}</p>}
          <SubmitButton frame={frame} look="plain">
            {t('code.new')}
          </SubmitButton>
        </PostForm>
      )}
    </section>
  );
}
