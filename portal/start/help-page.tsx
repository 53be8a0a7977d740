import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go } from '../parts/form.tsx';
import { HelpLineText } from '../parts/help-line.tsx';
import { phrases } from '../phrase.ts';

/** "I can't use any of these": there is always the help desk. */
export function helpPage(frame: Frame): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('help.title') },
    <>
      <h1>{t('help.title')}</h1>
      <p>{t('help.lead')}</p>
      <p class="big">
        <HelpLineText frame={frame} />
      </p>
      <p>{t('help.have')}</p>
      <ul>
        <li>{t('help.have-name')}</li>
        <li>{t('help.have-place')}</li>
        <li>{t('help.have-reference')}</li>
      </ul>
      <p class="inset">{t('help.never')}</p>
      <p>
        <Go frame={frame} to="/">
          {t('layout.home')}
        </Go>
      </p>
    </>,
  );
}
