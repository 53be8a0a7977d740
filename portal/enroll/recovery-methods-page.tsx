import type { Hold } from '../../domain/enrollment/hold.ts';
import type { SpokenText } from '../../domain/questionnaire/question.ts';
import type { MethodName } from '../../domain/verification/method.ts';
import type { Key } from '../catalogs/catalogs.ts';
import { dateAndTime, longDate } from '../dates.ts';
import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { PostForm, SubmitButton } from '../parts/form.tsx';
import { HoldNote } from './held-page.tsx';
import { Said } from '../parts/said.tsx';
import { phrases, type Phrase } from '../phrase.ts';
import { richPhrase } from '../rich-phrase.tsx';

/** One method in the list. */
export interface MethodStatus {
  readonly method: MethodName;
  /** What it is called. */
  readonly name: SpokenText;
  readonly status: 'set-up' | 'not-set-up' | 'needs-attention';
  /** Epoch milliseconds. */
  readonly changedAt?: number | undefined;
  /** How many answers, addresses or other things there are. */
  readonly count?: number | undefined;
  /** For answers to questions that have changed since: until when they are good; epoch milliseconds. Left out: no more. */
  readonly goodUntil?: number | undefined;
}

export interface RecoveryMethodsView {
  readonly displayName: string;
  readonly methods: readonly MethodStatus[];
  /** What is set up is not yet enough to recover anything. */
  readonly neededForAnything: boolean;
  /** Why nothing can be changed now. */
  readonly hold?: Hold | undefined;
}

/** E1: what is set up and what is not, as a list of tasks. */
export function recoveryMethodsPage(frame: Frame, view: RecoveryMethodsView): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('enroll.title') },
    <>
      <h1>{t('enroll.title')}</h1>
      <p class="soft">
        {richPhrase(frame.language, 'enroll.signed-in', { name: <bdi>{view.displayName}</bdi> })}
      </p>
      <p class={view.neededForAnything ? 'inset warn' : 'inset'}>
        {t(view.neededForAnything ? 'enroll.needed' : 'enroll.ready')}
      </p>
      {view.hold && (
        <div class="inset warn">
          <HoldNote frame={frame} hold={view.hold} />
        </div>
      )}
      <ul class="tasks">
        {view.methods.map((task) => (
          <Task frame={frame} task={task} />
        ))}
      </ul>
      <PostForm frame={frame} action="/enroll/sign-out">
        <SubmitButton frame={frame} look="plain">
          {t('enroll.sign-out')}
        </SubmitButton>
      </PostForm>
    </>,
  );
}

function Task({ frame, task }: { frame: Frame; task: MethodStatus }) {
  const t = phrases(frame.language);
  const there = task.status !== 'not-set-up';
  const id = `task-${task.method}`;
  return (
    <li>
      <h2 id={id}>
        <Said frame={frame} text={task.name} />
      </h2>
      <p class={`tag ${task.status}`}>{t(`enroll.${task.status}`)}</p>
      <Details t={t} language={frame.language} task={task} />
      <p class="acts">
        <a
          href={`${frame.basePath}/enroll/${task.method}`}
          class={there ? 'button plain' : 'button main'}
          id={`${id}-do`}
          aria-labelledby={`${id}-do ${id}`}
        >
          {t(there ? 'enroll.change' : 'enroll.do')}
        </a>
        {there && (
          <a
            href={`${frame.basePath}/enroll/${task.method}/remove`}
            id={`${id}-remove`}
            aria-labelledby={`${id}-remove ${id}`}
          >
            {t('enroll.remove')}
          </a>
        )}
      </p>
    </li>
  );
}

/** What is counted of a method. */
const COUNTED: Partial<Record<MethodName, Key>> = {
  'email-code': 'enroll.addresses',
  'sms-code': 'enroll.numbers',
  passkey: 'enroll.keys',
  'recovery-code': 'enroll.codes',
  'previous-authentication': 'enroll.browsers',
};

function Details({ t, language, task }: { t: Phrase; language: string; task: MethodStatus }) {
  const { method, status, changedAt, count, goodUntil } = task;
  return (
    <div class="soft">
      {status === 'needs-attention' && (
        <p class="inset warn">
          {goodUntil === undefined
            ? t('enroll.attention-ended')
            : t('enroll.attention-until', { date: dateAndTime(language, goodUntil) })}
        </p>
      )}
      {count !== undefined && <p>{t(COUNTED[method] ?? 'enroll.answers', { count })}</p>}
      {changedAt !== undefined && <p>{t('enroll.changed', { date: longDate(language, changedAt) })}</p>}
    </div>
  );
}
