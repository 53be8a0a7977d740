import type { SpokenText } from '../../domain/questionnaire/question.ts';
import type { RemovableMethod } from '../../domain/verification/method.ts';
import type { Frame, Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { BackToMethods } from '../parts/back-to-methods.tsx';
import { RemovalForm } from '../parts/removal-form.tsx';
import { phrases } from '../phrase.ts';

/** E9: take a method away, with the current password. */
export function removeMethodPage(
  frame: Frame,
  view: {
    method: RemovableMethod;
    /** Where the administrators gave it a name of their own. */
    name?: SpokenText | undefined;
    problem?: Problems | undefined;
  },
): string {
  const t = phrases(frame.language);
  const title = view.name ? t('remove.own', { name: view.name.text }) : t(`remove.${view.method}`);
  return layout(
    frame,
    { title, problem: view.problem },
    <>
      <h1>{title}</h1>
      <RemovalForm frame={frame} action={`/enroll/${view.method}/remove`} problem={view.problem} />
      <BackToMethods frame={frame} />
    </>,
  );
}
