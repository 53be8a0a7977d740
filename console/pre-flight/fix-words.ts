import type { Prospect } from '../../client/client.ts';

export type Fix = NonNullable<Prospect['fix']>;

/** What keeps people from helping themselves, in a few words; a person's own page says what to do about it. */
export const FIX_WORDS: Readonly<Record<Fix, string>> = {
  gone: 'The account is gone',
  blocked: 'Blocked',
  'own-account': 'An account of Latchkey’s own',
  privileged: 'Privileged account',
  'out-of-scope': 'Outside the OUs that are served',
  'not-offered': 'Nothing is offered',
  'self-service-frozen': 'Self-service on hold',
  'not-enrolled': 'Never registered',
  'register-again': 'Must register again',
  'register-more': 'Must register more',
  disabled: 'Account disabled',
  'account-expired': 'Account expired',
  'smart-card': 'Smart card required',
  'cannot-change-password': 'May not change the password',
  'no-reset-right': 'Our account may not reset the password',
  'no-unlock-right': 'Our account may not unlock',
  'password-expired': 'Password expired',
  locked: 'Locked',
  'minimum-age': 'Password too young',
};
