import type { Frame, Problem } from '../frame.ts';
import { phrases } from '../phrase.ts';
import { TextField } from './field.tsx';

/** The username; on a shared machine the browser is asked not to offer the last person's. */
export function UsernameField(props: {
  frame: Frame;
  value?: string | undefined;
  problems: readonly Problem[];
  hint?: boolean;
}) {
  const { frame, value, problems, hint = true } = props;
  const t = phrases(frame.language);
  return (
    <TextField
      frame={frame}
      name="username"
      label={t('username.label')}
      hint={hint ? t('username.hint') : undefined}
      value={value}
      problems={problems}
      autocomplete={frame.kiosk ? 'off' : 'username'}
      dir="ltr"
    />
  );
}
