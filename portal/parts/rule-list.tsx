import type { Frame } from '../frame.ts';
import { phrases } from '../phrase.ts';

/** The rules in force for one person, as far as a page may show them: neither names nor banned words stand in it. */
export interface RuleView {
  /** In characters. */
  readonly minimumLength: number;
  /** Active Directory's "three of five kinds of characters" (MS-SAMR 3.1.1.7.2). */
  readonly complexity: boolean;
  /** How many passwords before it must differ from. */
  readonly history: number;
  /** There are words it must not say. */
  readonly bannedWords?: boolean | undefined;
  /** Of the present password, before it may be changed; only where it is changed, and not reset. */
  readonly minimumAgeHours?: number | undefined;
  /** There are rules of the account's own that cannot be read. */
  readonly unreadable?: boolean | undefined;
}

/** The rules in words. The script ticks those that it can judge as the server does, and only those. */
export function RuleList({ frame, rules }: { frame: Frame; rules: RuleView }) {
  const t = phrases(frame.language);
  const { minimumLength, complexity, history, bannedWords, minimumAgeHours = 0, unreadable } = rules;
  return (
    <>
      <div
        class="rules"
        id="rules"
        data-met={t('rules.met')}
        data-all-met={t('rules.all-met')}
        data-left={t('rules.left')}
      >
        <p>{t('rules.title')}</p>
        <ul>
          {minimumLength > 0 && (
            <li data-rule="length" data-minimum={minimumLength}>
              {t('rules.length', { minimum: minimumLength })}
            </li>
          )}
          {complexity && <li data-rule="complexity">{t('rules.complexity')}</li>}
          {complexity && <li>{t('rules.name')}</li>}
          {bannedWords && <li>{t('rules.banned')}</li>}
          {history > 0 && <li>{t('rules.history', { history })}</li>}
          {minimumAgeHours > 0 && <li>{t('rules.age', { hours: minimumAgeHours })}</li>}
        </ul>
        {unreadable && <p>{t('rules.more')}</p>}
      </div>
      <p class="unseen" role="status" id="rules-status"></p>
    </>
  );
}
