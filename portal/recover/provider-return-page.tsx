import { at, type Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';

export interface ProviderReturnView {
  /** Where the form goes. */
  readonly action: string;
  /** The page before it: takes this one's place in the browser's history, so that going back sends nothing twice. */
  readonly before: string;
  /** What the provider led back with. */
  readonly returned: Readonly<Record<string, string>>;
}

/**
 * Back from the provider. That is another site, so our cookies have not come along: this form brings them. A script presses its
 * button; without one, a person does.
 */
export function providerReturnPage(frame: Frame, { action, before, returned }: ProviderReturnView): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('provider.return-title') },
    <>
      <h1>{t('provider.return-title')}</h1>
      <p>{t('provider.return-lead')}</p>
      <form method="post" action={at(frame, action)} novalidate data-goes-on={at(frame, before)}>
        {frame.formToken !== undefined && <input type="hidden" name="token" value={frame.formToken} />}
        {Object.entries(returned).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <SubmitButton frame={frame}>{t('layout.continue')}</SubmitButton>
      </form>
    </>,
  );
}
