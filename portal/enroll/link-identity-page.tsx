import { longDate } from '../dates.ts';
import type { Frame, Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { BackToMethods } from '../parts/back-to-methods.tsx';
import { phrases } from '../phrase.ts';
import { ToProvider } from '../recover/provider-page.tsx';

export interface LinkIdentityView {
  /** Where to sign in; undefined while the provider does not answer. */
  readonly address: string | undefined;
  /** When an account was linked before, in epoch milliseconds. */
  readonly linkedAt?: number | undefined;
  readonly problem?: Problems | undefined;
}

/** Links an account at the identity provider: whoever is signed in here signs in there. */
export function linkIdentityPage(frame: Frame, view: LinkIdentityView): string {
  const t = phrases(frame.language);
  const { linkedAt } = view;
  return layout(
    frame,
    { title: t('provider.link-title'), problem: view.problem },
    <>
      <h1>{t('provider.link-title')}</h1>
      <p>{t('provider.link-lead')}</p>
      <p>{t('provider.link-choose')}</p>
      {linkedAt !== undefined && (
        <p class="inset">{t('provider.linked', { date: longDate(frame.language, linkedAt) })}</p>
      )}
      <ToProvider frame={frame} address={view.address} />
      <BackToMethods frame={frame} />
    </>,
  );
}
