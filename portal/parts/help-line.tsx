import type { Frame } from '../frame.ts';
import { phrases } from '../phrase.ts';

/** The help desk, at the same place on every page (WCAG 2.2, 3.2.6). */
export function HelpLine({ frame }: { frame: Frame }) {
  const t = phrases(frame.language);
  return (
    <footer>
      <p class="help">
        {t('help.label')} <Phone number={frame.helpDeskPhone} />
      </p>
      <p>{t('help.promise')}</p>
    </footer>
  );
}

/** A telephone number, always left to right, to be dialled where that can be done. */
export function Phone({ number }: { number: string }) {
  const dialled = number.replace(/[\s().-]/g, '');
  const text = <bdi dir="ltr">{number}</bdi>;
  return /^\+?\d{3,15}$/.test(dialled) ? <a href={`tel:${dialled}`}>{text}</a> : <strong>{text}</strong>;
}
