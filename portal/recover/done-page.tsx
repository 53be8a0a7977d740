import type { Key } from '../catalogs/catalogs.ts';
import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';
import { richPhrase } from '../rich-phrase.tsx';

export interface DoneView {
  readonly action: 'reset' | 'unlock' | 'change';
  /** The person has fewer than two ways set up. */
  readonly couldAddMethod: boolean;
  /** The directory's answer never came, and looking did not tell. */
  readonly uncertain: boolean;
  /** The new password was made here and is sent; it has to be changed. */
  readonly sent?: boolean | undefined;
  /** What was unlocked has an expired password, or one that must be changed. */
  readonly passwordExpired?: boolean | undefined;
}

const stillExpired = ({ action, passwordExpired }: DoneView): boolean =>
  action === 'unlock' && passwordExpired === true;

function leadOf(view: DoneView): Key {
  const what = view.action === 'unlock' ? 'unlock' : 'reset';
  if (view.uncertain) return `done.uncertain-${view.sent ? 'sent' : what}-lead`;
  if (view.sent) return 'done.sent-lead';
  return stillExpired(view) ? 'done.unlock-expired-lead' : `done.${what}-lead`;
}

/** R7: what happened, as far as it is known, and what to do next. */
export function donePage(frame: Frame, view: DoneView): string {
  const t = phrases(frame.language);
  const what = view.action === 'unlock' ? 'unlock' : 'reset';
  const title = t(view.uncertain ? `done.uncertain-${what}` : `done.${view.sent ? 'sent' : what}`);
  return layout(
    frame,
    { title, step: 'act' },
    <>
      <h1 class={view.uncertain ? undefined : 'success'}>{title}</h1>
      <p class="big">{t(leadOf(view))}</p>
      <h2>{t('done.next')}</h2>
      <ul class="next">
        {what === 'reset' && <li>{richPhrase(frame.language, 'done.vpn')}</li>}
        <li>{what === 'reset' ? richPhrase(frame.language, 'done.saved') : t('done.locks-again')}</li>
        <li>{t('done.notice')}</li>
      </ul>
      {(view.uncertain || stillExpired(view)) && (
        <Go frame={frame} to="/recover" look="button plain">
          {t('ending.again')}
        </Go>
      )}
      {view.couldAddMethod && !view.uncertain && (
        <Go frame={frame} to="/enroll" look="button plain">
          {t('done.add')}
        </Go>
      )}
    </>,
  );
}
