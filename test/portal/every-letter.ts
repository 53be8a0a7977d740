/** The letters that tell of something done to an account. */
export const NOTICES = [
  'password-changed',
  'password-may-have-changed',
  'account-unlocked',
  'account-may-be-unlocked',
  'methods-changed',
] as const;

/** The letters that ask people to come and set something up; these alone say where. */
export const TASKS = ['register-again', 'set-up-reminder'] as const;

/** Every kind of letter there is. */
export const EVERY_LETTER = [
  'recovery-code',
  'confirm-address',
  ...NOTICES,
  'registration-revoked',
  'self-service-frozen',
  'self-service-unfrozen',
  ...TASKS,
] as const;
