import type { CheckName, Finding } from '../finding.ts';

/** A finding with nothing to be done about it: what was seen, as a sentence. */
export const fine = (check: CheckName, object: string, cause: string): Finding => ({
  check,
  object,
  state: 'fine',
  cause,
});
