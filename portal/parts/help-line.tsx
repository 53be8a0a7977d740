import type { Frame } from '../frame.ts';
import { phrases } from '../phrase.ts';

/** The help desk, at the same place on every page (WCAG 2.2, 3.2.6). */
export function HelpLine({ frame }: { frame: Frame }) {
  const t = phrases(frame.language);
  return (
    <footer>
      <p class="help">
        {t(dialled(frame) === undefined ? 'help.ask' : 'help.label')} <HelpLineText frame={frame} />
      </p>
      <p>{t('help.promise')}</p>
    </footer>
  );
}

/** The help line as it was given: a telephone number, always left to right, can be dialled; all else is text. */
export function HelpLineText({ frame }: { frame: Frame }) {
  const number = dialled(frame);
  if (number === undefined)
    return (
      <strong>
        <bdi>{frame.helpLine}</bdi>
      </strong>
    );
  return (
    <a href={`tel:${number}`}>
      <bdi dir="ltr">{frame.helpLine}</bdi>
    </a>
  );
}

/** The help line as it is dialled; undefined where it is no telephone number. */
function dialled({ helpLine }: Frame): string | undefined {
  const number = helpLine.replace(/[\s().-]/g, '');
  return /^\+?\d{3,15}$/.test(number) ? number : undefined;
}
