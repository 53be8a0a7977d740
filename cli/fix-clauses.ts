import type { FixCode } from '../client/api-types.ts';

/** What each fix is for, as the end of a sentence that counts people: `12 have registered nothing`. */
export const FIX_CLAUSES: Readonly<Record<FixCode, string>> = {
  gone: 'have been deleted meanwhile',
  blocked: 'are on the block list',
  'own-account': 'are accounts of Latchkey itself',
  privileged: 'are privileged',
  'out-of-scope': 'lie outside the OUs that are served',
  'not-offered': 'are offered nothing',
  'self-service-frozen': 'have self-service on hold',
  'not-enrolled': 'have registered nothing',
  'register-again': 'have to register again',
  'register-more': 'have registered too little',
  disabled: 'are disabled',
  'account-expired': 'have expired',
  'smart-card': 'must sign in with a smart card',
  'cannot-change-password': 'may not change their password',
  'no-reset-right': 'are out of reach: the self-service account may not reset their password',
  'no-unlock-right': 'are out of reach: the self-service account may not unlock them',
  'password-expired': 'would not be helped by an unlock: their password has expired or must be changed',
  locked: 'have to be unlocked first',
  'minimum-age': 'have too young a password',
};
