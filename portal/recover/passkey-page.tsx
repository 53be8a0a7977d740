import type { Frame, Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { CeremonyForm } from '../parts/ceremony-form.tsx';
import { Go } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';

export interface PasskeyView {
  /** For the browser, as JSON. */
  readonly options: object;
  readonly problem?: Problems | undefined;
}

/** R3c: a passkey or security key. */
export function passkeyPage(frame: Frame, view: PasskeyView): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('passkey.title'), problem: view.problem, step: 'prove', passkeys: true },
    <>
      <h1>{t('passkey.title')}</h1>
      <p>{t('passkey.lead')}</p>
      <CeremonyForm
        frame={frame}
        action="/recover/passkey"
        ceremony="get"
        options={view.options}
        button={t('passkey.use')}
        cancelled={t('passkey.cancelled')}
      />
      <p>
        <Go frame={frame} to="/recover/methods">
          {t('methods.another')}
        </Go>
      </p>
    </>,
  );
}
