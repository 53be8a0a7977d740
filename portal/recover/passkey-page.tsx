import type { Frame, Problems } from '../frame.ts';
import { CeremonyForm } from '../parts/ceremony-form.tsx';
import { phrases } from '../phrase.ts';
import { proofPage } from './proof-page.tsx';

export interface PasskeyView {
  /** For the browser, as JSON. */
  readonly options: object;
  readonly problem?: Problems | undefined;
}

/** R3c: a passkey or security key. */
export function passkeyPage(frame: Frame, view: PasskeyView): string {
  const t = phrases(frame.language);
  return proofPage(
    frame,
    { title: t('passkey.title'), problem: view.problem, passkeys: true },
    <>
      <p>{t('passkey.lead')}</p>
      <CeremonyForm
        frame={frame}
        action="/recover/passkey"
        ceremony="get"
        options={view.options}
        button={t('passkey.use')}
        cancelled={t('passkey.cancelled')}
      />
    </>,
  );
}
