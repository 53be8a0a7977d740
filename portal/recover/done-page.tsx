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
}

/** R7: what happened, as far as it is known, and what to do next. */
export function donePage(frame: Frame, view: DoneView): string {
  const t = phrases(frame.language);
  const what = view.action === 'unlock' ? 'unlock' : 'reset';
  const title = t(view.uncertain ? `done.uncertain-${what}` : `done.${what}`);
  return layout(
    frame,
    { title, step: 'act' },
    <>
      <h1 class={view.uncertain ? undefined : 'success'}>{title}</h1>
      <p class="big">{t(view.uncertain ? `done.uncertain-${what}-lead` : `done.${what}-lead`)}</p>
      <h2>{t('done.next')}</h2>
      <ul class="next">
        {what === 'reset' && <li>{richPhrase(frame.language, 'done.vpn')}</li>}
        <li>{what === 'reset' ? richPhrase(frame.language, 'done.saved') : t('done.locks-again')}</li>
        <li>{t('done.notice')}</li>
      </ul>
      {view.uncertain && (
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
