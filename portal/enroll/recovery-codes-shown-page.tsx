import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';

/** E5d: the codes, this one time. */
export function recoveryCodesShownPage(frame: Frame, view: { readonly codes: readonly string[] }): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('saved-codes.shown') },
    <>
      <h1>{t('saved-codes.shown')}</h1>
      <p class="inset warn">{t('saved-codes.once')}</p>
      <ol class="codes" dir="ltr">
        {view.codes.map((code) => (
          <li class="copied">{inFours(code)}</li>
        ))}
      </ol>
      <ul class="advice">
        <li>{t('saved-codes.print')}</li>
        <li>{t('saved-codes.place')}</li>
        <li>{t('saved-codes.each')}</li>
      </ul>
      <Go frame={frame} to="/enroll/methods" look="button main">
        {t('saved-codes.kept')}
      </Go>
    </>,
  );
}

/** As they are read, and typed back with or without the hyphens. */
const inFours = (code: string): string => code.replace(/.{4}(?=.)/g, '$&-');
