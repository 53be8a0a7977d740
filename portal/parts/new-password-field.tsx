import type { Frame, Problem } from '../frame.ts';
import { phrases, type Phrase } from '../phrase.ts';
import { SecretField } from './field.tsx';

/** The rules in force for one person, as far as a page may show them. Lengths in characters, history in passwords. */
export interface RuleView {
  readonly minimumLength: number;
  /** Active Directory's "three of five kinds of characters" (MS-SAMR 3.1.1.7.2). */
  readonly complexity: boolean;
  readonly history: number;
}

/** The new password and, when they are known, its rules in words. The script ticks the ones it can judge. */
export function NewPasswordField(props: {
  frame: Frame;
  rules?: RuleView | undefined;
  problems: readonly Problem[];
}) {
  const { frame, rules, problems } = props;
  const t = phrases(frame.language);
  return (
    <>
      <SecretField
        frame={frame}
        name="newPassword"
        label={t('password.label')}
        problems={problems}
        autocomplete="new-password"
        {...(rules && { passwordrules: passwordRules(rules), describedBy: 'rules', rules: 'rules' })}
      />
      {rules && <RuleList t={t} rules={rules} />}
    </>
  );
}

function RuleList({ t, rules }: { t: Phrase; rules: RuleView }) {
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
          <li data-rule="length" data-minimum={rules.minimumLength}>
            {t('rules.length', { minimum: rules.minimumLength })}
          </li>
          {rules.complexity && <li data-rule="complexity">{t('rules.complexity')}</li>}
          {rules.complexity && <li>{t('rules.name')}</li>}
          {rules.history > 0 && <li>{t('rules.history', { history: rules.history })}</li>}
        </ul>
      </div>
      <p class="unseen" role="status" id="rules-status"></p>
    </>
  );
}

/** The `passwordrules` attribute, read by Apple's and other password generators. */
const passwordRules = ({ minimumLength, complexity }: RuleView): string =>
  `minlength: ${minimumLength};${complexity ? ' required: lower; required: upper; required: digit;' : ''}`;
