import type { MethodName } from '../../domain/verification/method.ts';
import type { Frame, Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go } from '../parts/form.tsx';
import { RowButton, RowDone, RowLink, Rows } from '../parts/rows.tsx';
import { phrases } from '../phrase.ts';

/** What the list shows: the entry point's methods, never the person's. */
export interface MethodsView {
  readonly methods: readonly { readonly method: MethodName; readonly proven: boolean }[];
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
          <MethodRow frame={frame} {...each} />
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

function MethodRow({ frame, method, proven }: { frame: Frame; method: MethodName; proven: boolean }) {
  const t = phrases(frame.language);
  const name = t(`method.${method}`);
  if (proven) return <RowDone name={name} hint={t('methods.done')} />;
  const hint = t(`method.${method}-hint`);
  switch (method) {
    case 'security-answers':
      return <RowLink frame={frame} to="/recover/security-answers" name={name} hint={hint} />;
    case 'email-code':
      return (
        <RowButton
          frame={frame}
          action="/recover/email-code/send"
          name={name}
          hint={hint}
          wait={t('layout.wait')}
        />
      );
  }
}
