import type { MethodSettings } from '../policy/methods.ts';
import type { PersonNotes } from '../ports/person-notes.ts';
import { isRemembered } from '../verification/methods/previous-authentication.ts';
import { recoveryCodesLeft } from '../verification/methods/recovery-code.ts';
import type { Enrollment } from './enrollment.ts';

/** An enrollment without what counts for nothing any more: recovery codes that are all used up, browsers that have run out; pure. */
export function withoutSpent(
  enrollment: Enrollment,
  notes: PersonNotes,
  methods: MethodSettings,
  now: number,
): Enrollment {
  const { recoveryCodes, browsers = [], ...rest } = enrollment;
  const known = browsers.filter((browser) => isRemembered(browser, methods, now));
  return {
    ...rest,
    ...(recoveryCodes && recoveryCodesLeft(recoveryCodes, notes) > 0 && { recoveryCodes }),
    ...(known.length > 0 && { browsers: known }),
  };
}
