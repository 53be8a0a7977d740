import type { Frame, Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go, PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';

export interface AuthenticatorStartView {
  /** It is asked for before anything else: with a way past it, or without. */
  readonly first?: 'skippable' | 'forced' | undefined;
  readonly problem?: Problems | undefined;
}

/** E5a: what an authenticator app is, before its key is made. */
export function authenticatorStartPage(frame: Frame, view: AuthenticatorStartView = {}): string {
  const t = phrases(frame.language);
  const { first } = view;
  return layout(
    frame,
    { title: t('app.title'), problem: view.problem },
    <>
      <h1>{t('app.title')}</h1>
      {first && <p class="inset">{t(`app.${first}`)}</p>}
      <p>{t('app.lead')}</p>
      <p>{t('app.need')}</p>
      <PostForm frame={frame} action="/enroll/authenticator-app">
        <SubmitButton frame={frame}>{t('app.start')}</SubmitButton>
      </PostForm>
      <WayOn frame={frame} first={first} />
    </>,
  );
}

/** Back to the list, or past it; where neither is allowed, out. */
function WayOn({ frame, first }: { frame: Frame; first: AuthenticatorStartView['first'] }) {
  const t = phrases(frame.language);
  if (first === 'forced')
    return (
      <PostForm frame={frame} action="/enroll/sign-out">
        <SubmitButton frame={frame} look="plain">
          {t('enroll.sign-out')}
        </SubmitButton>
      </PostForm>
    );
  return (
    <p>
      <Go frame={frame} to="/enroll/methods">
        {t(first === 'skippable' ? 'app.later' : 'enroll.back')}
      </Go>
    </p>
  );
}
