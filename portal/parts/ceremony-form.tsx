import type { Child } from 'hono/jsx';
import { at, type Frame } from '../frame.ts';
import { phrases, type Phrase } from '../phrase.ts';

/**
 * A form whose button has the browser use or make a passkey, and sends its answer. That takes a script (portal/assets/passkey.ts): until
 * it has come, and where the browser knows no passkeys, the page says so instead. Everything it needs stands on the page.
 */
export function CeremonyForm(props: {
  frame: Frame;
  action: string;
  ceremony: 'create' | 'get';
  /** For `navigator.credentials`, as JSON. */
  options: object;
  button: string;
  /** What is said when it was not finished. */
  cancelled: ReturnType<Phrase>;
  children?: Child;
}) {
  const { frame, action, ceremony, options, button, cancelled, children } = props;
  const t = phrases(frame.language);
  return (
    <>
      <p class="inset" id="no-passkeys">
        {t('passkey.unsupported')}
      </p>
      <form
        method="post"
        action={at(frame, action)}
        novalidate
        hidden
        data-ceremony={ceremony}
        data-options={JSON.stringify(options)}
        data-cancelled={cancelled}
        data-known={t('problem.passkey-already')}
      >
        {frame.formToken !== undefined && <input type="hidden" name="token" value={frame.formToken} />}
        <input type="hidden" name="answer" value="" />
        {children}
        <p role="status"></p>
        <button type="button" class="main" data-wait={t('layout.wait')}>
          {button}
        </button>
      </form>
    </>
  );
}
