import { listOf, type Frame, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { AppCodeField } from '../parts/app-code-field.tsx';
import { Go, PostForm, SubmitButton } from '../parts/form.tsx';
import { QrCode } from '../parts/qr-code.tsx';
import { phrases } from '../phrase.ts';

export interface AuthenticatorSetupView {
  /** The `otpauth:` address. */
  readonly uri: string;
  /** The same key, to be typed: base32. */
  readonly secret: string;
  /** What the app will show beside the organization's name. */
  readonly account: string;
  readonly problem?: Problems | undefined;
}

/** E5b: what the app is told, as a picture, as a link and as text; and the code it makes of it. */
export function authenticatorSetupPage(frame: Frame, view: AuthenticatorSetupView): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('app.title'), problem: view.problem },
    <>
      <h1>{t('app.title')}</h1>
      <ol class="next">
        <li>
          <p>{t('app.scan')}</p>
          <QrCode text={view.uri} name={t('app.picture')} />
          <p>
            <a href={view.uri}>{t('app.open')}</a>
          </p>
          <TypedKey frame={frame} view={view} />
        </li>
        <li>{t('app.confirm')}</li>
      </ol>
      <PostForm frame={frame} action="/enroll/authenticator-app/confirm">
        <AppCodeField frame={frame} problems={listOf(view.problem)} />
        <SubmitButton frame={frame}>{t('app.save')}</SubmitButton>
      </PostForm>
      <p>
        <Go frame={frame} to="/enroll/authenticator-app">
          {t('app.again')}
        </Go>
      </p>
    </>,
  );
}

function TypedKey({ frame, view }: { frame: Frame; view: AuthenticatorSetupView }) {
  const t = phrases(frame.language);
  return (
    <>
      <p>{t('app.typed')}</p>
      <dl class="facts">
        <dt>{t('app.account')}</dt>
        <dd>
          <bdi dir="ltr">{view.account}</bdi>
        </dd>
        <dt>{t('app.key')}</dt>
        <dd>
          <bdi dir="ltr" class="copied">
            {inFours(view.secret)}
          </bdi>
        </dd>
      </dl>
    </>
  );
}

/** Apps take the spaces; eyes need them. */
const inFours = (key: string): string => key.replace(/.{4}(?=.)/g, '$& ');
