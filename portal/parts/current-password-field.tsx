import type { Frame, Problem } from '../frame.ts';
import { phrases } from '../phrase.ts';
import { SecretField } from './field.tsx';

/** The password the person has now. */
export const CurrentPasswordField = ({ frame, problems }: { frame: Frame; problems: readonly Problem[] }) => (
  <SecretField
    frame={frame}
    name="currentPassword"
    label={phrases(frame.language)('current-password.label')}
    problems={problems}
    autocomplete="current-password"
  />
);
