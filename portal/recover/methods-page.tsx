import type { SpokenText } from '../../domain/questionnaire/question.ts';
import type { MethodName } from '../../domain/verification/method.ts';
import type { Frame, Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go } from '../parts/form.tsx';
import { RowButton, RowDone, RowLink, Rows } from '../parts/rows.tsx';
import { Said } from '../parts/said.tsx';
import { phrases } from '../phrase.ts';

/** One method to choose. */
export interface MethodChoice {
  readonly method: MethodName;
  readonly name: SpokenText;
  readonly hint: SpokenText;
  readonly proven: boolean;
  /** A code is sent: at once, or by a way that is chosen first. */
  readonly sends?: 'at-once' | 'as-chosen' | undefined;
}

/** What the list shows: the entry point's methods, never the person's. */
export interface MethodsView {
  readonly methods: readonly MethodChoice[];
  readonly problem?: Problems | undefined;
}

/** R2: choose how to prove it's you, once and, where the policy asks for more, again. */
export function methodsPage(frame: Frame, view: MethodsView): string {
  const t = phrases(frame.language);
  const again = view.methods.some(({ proven }) => proven);
  const title = t(again ? 'methods.title-next' : 'methods.title');
  return layout(
    frame,
    { title, problem: view.problem, step: 'prove' },
    <>
      <h1>{title}</h1>
      <p>{t(again ? 'methods.lead-next' : 'methods.lead')}</p>
      <Rows>
        {view.methods.map((each) => (
          <MethodRow frame={frame} choice={each} />
        ))}
      </Rows>
      <p>
        <Go frame={frame} to="/help">
          {t('methods.none')}
        </Go>
      </p>
    </>,
  );
}

function MethodRow({ frame, choice }: { frame: Frame; choice: MethodChoice }) {
  const t = phrases(frame.language);
  const { method, proven, sends } = choice;
  const name = <Said frame={frame} text={choice.name} />;
  if (proven) return <RowDone name={name} hint={t('methods.done')} />;
  const row = { frame, name, hint: <Said frame={frame} text={choice.hint} /> };
  return sends === 'at-once' ? (
    <RowButton {...row} action={`/recover/${method}/send`} wait={t('layout.wait')} />
  ) : (
    <RowLink {...row} to={`/recover/${method}${sends ? '/send' : ''}`} />
  );
}
