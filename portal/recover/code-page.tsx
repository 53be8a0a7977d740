import type { CodeMethod } from '../../domain/verification/method.ts';
import { listOf, type Frame, type Problems } from '../frame.ts';
import { CodeField } from '../parts/code-field.tsx';
import { Go, PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';
import { richPhrase } from '../rich-phrase.tsx';
import { proofPage } from './proof-page.tsx';

export interface CodeView {
  readonly method: CodeMethod;
  /** Where to look for the code; `either` where it may be there or there, whoever asks. */
  readonly by: 'email' | 'sms' | 'either';
  /** As it was typed; never looked up. */
  readonly username?: string | undefined;
  /** How long a code works. */
  readonly minutes: number;
  readonly sendsLeft?: number | undefined;
  /** A new code leads to the choice of the way first. */
  readonly choose?: boolean | undefined;
  readonly problem?: Problems | undefined;
}

/** What the page of a code is called, by where to look for it. */
export const CODE_TITLES = {
  email: 'code.title',
  sms: 'code.title-sms',
  either: 'code.title-either',
} as const;

/** R3a: the code. It says "if", because nobody may learn here whether a message went out. */
export function codePage(frame: Frame, view: CodeView): string {
  const t = phrases(frame.language);
  const title = t(CODE_TITLES[view.by]);
  return proofPage(
    frame,
    { title, problem: view.problem },
    <>
      <p>{t('code.lead', { minutes: view.minutes })}</p>
      <PostForm frame={frame} action={`/recover/${view.method}`}>
        <CodeField frame={frame} problems={listOf(view.problem)} />
        <SubmitButton frame={frame}>{t('layout.continue')}</SubmitButton>
      </PostForm>
      <NothingCame frame={frame} view={view} />
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
      {sendsLeft === 0 ? <p>{t('code.no-sends')}</p> : <NewCode frame={frame} view={view} />}
    </section>
  );
}

function NewCode({ frame, view }: { frame: Frame; view: CodeView }) {
  const t = phrases(frame.language);
  const { method, sendsLeft, choose } = view;
  const left = sendsLeft !== undefined && <p class="soft">{t('code.sends', { sends: sendsLeft })}</p>;
  const send = `/recover/${method}/send`;
  if (choose)
    return (
      <>
        {left}
        <Go frame={frame} to={send} look="button plain">
          {t('code.new')}
        </Go>
      </>
    );
  return (
    <PostForm frame={frame} action={send}>
      {left}
      <SubmitButton frame={frame} look="plain">
        {t('code.new')}
      </SubmitButton>
    </PostForm>
  );
}
