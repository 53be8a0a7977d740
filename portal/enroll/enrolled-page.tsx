import type { MethodName } from '../../domain/verification/method.ts';
import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';

/** E7: what is set up now. */
export function enrolledPage(frame: Frame, view: { methods: readonly MethodName[] }): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('enrolled.title') },
    <>
      <h1 class="success">{t('enrolled.title')}</h1>
      <p>{t('enrolled.lead')}</p>
      <ul>
        {view.methods.map((method) => (
          <li>{t(`method-name.${method}`)}</li>
        ))}
      </ul>
      <p class="soft">{t('enrolled.notice')}</p>
      <Go frame={frame} to="/enroll/methods" look="button plain">
        {t('enrolled.more')}
      </Go>
    </>,
  );
}
