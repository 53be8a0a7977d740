import type { Frame, Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go } from '../parts/form.tsx';
import { RemovalForm } from '../parts/removal-form.tsx';
import { phrases } from '../phrase.ts';
import { passkeyName, type OwnPasskey } from './passkey-setup-page.tsx';

/** E9: take one passkey away, with the current password. */
export function passkeyRemovePage(
  frame: Frame,
  view: { passkey: OwnPasskey; problem?: Problems | undefined },
): string {
  const t = phrases(frame.language);
  const { passkey } = view;
  const title = t('passkey-remove.title', { name: passkeyName(frame.language, passkey) });
  return layout(
    frame,
    { title, problem: view.problem },
    <>
      <h1>{title}</h1>
      <RemovalForm frame={frame} action={`/enroll/passkey/remove/${passkey.id}`} problem={view.problem} />
      <p>
        <Go frame={frame} to="/enroll/passkey">
          {t('enroll.back')}
        </Go>
      </p>
    </>,
  );
}
