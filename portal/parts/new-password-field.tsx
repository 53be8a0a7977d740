import type { Frame, Problem } from '../frame.ts';
import { phrases } from '../phrase.ts';
import { SecretField } from './field.tsx';
import { RuleList, type RuleView } from './rule-list.tsx';

/** The new password and, when they are known, its rules in words. A suggestion stands in the field for all to see, and has to be kept. */
export function NewPasswordField(props: {
  frame: Frame;
  rules?: RuleView | undefined;
  problems: readonly Problem[];
  suggestion?: string | undefined;
}) {
  const { frame, rules, problems, suggestion } = props;
  const t = phrases(frame.language);
  return (
    <>
      <SecretField
        frame={frame}
        name="newPassword"
        label={t('password.label')}
        hint={suggestion === undefined ? undefined : t('password.suggested')}
        problems={problems}
        autocomplete="new-password"
        proposed={suggestion}
        {...(rules && { passwordrules: passwordRules(rules), describedBy: 'rules', rules: 'rules' })}
      />
      {rules && <RuleList frame={frame} rules={rules} />}
    </>
  );
}

/** The `passwordrules` attribute, read by Apple's and other password generators. */
const passwordRules = ({ minimumLength, complexity }: RuleView): string =>
  `minlength: ${minimumLength};${complexity ? ' required: lower; required: upper; required: digit;' : ''}`;
