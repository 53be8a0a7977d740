import type { SpokenText } from '../../domain/questionnaire/question.ts';
import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go } from '../parts/form.tsx';
import { Said } from '../parts/said.tsx';
import { phrases } from '../phrase.ts';

/** E7: what is set up now. */
export function enrolledPage(frame: Frame, view: { methods: readonly SpokenText[] }): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('enrolled.title') },
    <>
      <h1 class="success">{t('enrolled.title')}</h1>
      <p>{t('enrolled.lead')}</p>
      <ul>
        {view.methods.map((method) => (
          <li>
            <Said frame={frame} text={method} />
          </li>
        ))}
      </ul>
      <p class="soft">{t('enrolled.notice')}</p>
      <Go frame={frame} to="/enroll/methods" look="button plain">
        {t('enrolled.more')}
      </Go>
    </>,
  );
}
