import type { Frame } from '../frame.ts';
import { phrases } from '../phrase.ts';

/** The help desk, at the same place on every page (WCAG 2.2, 3.2.6). */
export function HelpLine({ frame }: { frame: Frame }) {
  const t = phrases(frame.language);
  return (
    <footer>
      <p class="help">
        {t('help.label')} <HelpLineText frame={frame} />
      </p>
      <p>{t('help.promise')}</p>
    </footer>
  );
}

/** The help line as it was given: a telephone number, always left to right, can be dialled; all else is text. */
export function HelpLineText({ frame: { helpLine } }: { frame: Frame }) {
  const dialled = helpLine.replace(/[\s().-]/g, '');
  if (!/^\+?\d{3,15}$/.test(dialled))
    return (
      <strong>
        <bdi>{helpLine}</bdi>
      </strong>
    );
  return (
    <a href={`tel:${dialled}`}>
      <bdi dir="ltr">{helpLine}</bdi>
    </a>
  );
}
