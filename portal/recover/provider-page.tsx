import type { SpokenText } from '../../domain/questionnaire/question.ts';
import type { Frame, Problems } from '../frame.ts';
import { Go } from '../parts/form.tsx';
import { Said } from '../parts/said.tsx';
import { phrases } from '../phrase.ts';
import { proofPage } from './proof-page.tsx';

export interface ProviderView {
  /** What the method is called. */
  readonly name: SpokenText;
  /** Where to sign in; undefined while the provider does not answer. */
  readonly address: string | undefined;
  readonly problem?: Problems | undefined;
}

/** R3: the way to the identity provider. A link, not a form: browsers would not let a form lead to another site from here. */
export function providerPage(frame: Frame, view: ProviderView): string {
  const t = phrases(frame.language);
  return proofPage(
    frame,
    { title: view.name.text, problem: view.problem, heading: <Said frame={frame} text={view.name} /> },
    <>
      <p>{t('provider.lead')}</p>
      <ToProvider frame={frame} address={view.address} />
    </>,
  );
}

/** The link that leads away; without an address, the same page again. */
export function ToProvider({ frame, address }: { frame: Frame; address: string | undefined }) {
  const t = phrases(frame.language);
  return (
    <p>
      {address === undefined ? (
        <Go frame={frame} to={frame.path} look="button main">
          {t('provider.again')}
        </Go>
      ) : (
        <a href={address} class="button main" rel="noreferrer">
          {t('provider.go')}
        </a>
      )}
    </p>
  );
}
