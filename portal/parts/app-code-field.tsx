import type { Frame, Problem } from '../frame.ts';
import { phrases } from '../phrase.ts';
import { TextField } from './field.tsx';

/** The code that an authenticator app shows, in one field, so that pasting and autofill work (WCAG 2.2, 3.3.8). */
export function AppCodeField({ frame, problems }: { frame: Frame; problems: readonly Problem[] }) {
  const t = phrases(frame.language);
  return (
    <TextField
      frame={frame}
      name="code"
      label={t('app-code.label')}
      hint={t('app-code.hint')}
      problems={problems}
      autocomplete="one-time-code"
      inputmode="numeric"
      look="code"
      dir="ltr"
    />
  );
}
