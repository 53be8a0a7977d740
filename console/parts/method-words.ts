import type { Document } from '../draft.tsx';

export type Method = keyof Document['methods'];

/** What the verification methods are called, in the order in which they are listed. */
export const METHOD_WORDS: Readonly<Record<Method, string>> = {
  'security-answers': 'Security answers',
  'email-code': 'Code by e-mail',
  'sms-code': 'Code by text message',
  'sent-code': 'Code by e-mail or text message',
  'authenticator-app': 'Authenticator app',
  passkey: 'Passkey or security key',
  'recovery-code': 'Saved recovery code',
  'openid-connect': 'Sign-in at an identity provider',
  'external-responses': 'Answers to an external service',
  'ldap-attributes': 'Directory attributes',
  'previous-authentication': 'Remembered browser',
};
export const METHODS = Object.keys(METHOD_WORDS) as readonly Method[];

/** What each of them is, in a sentence or two. */
export const METHOD_MEANINGS: Readonly<Record<Method, string>> = {
  'security-answers':
    'People answer the questions they registered. Answers can be guessed or looked up, and many people forget theirs.',
  'email-code': 'We send a code to an address that people confirmed beforehand.',
  'sms-code': 'We send a code to a mobile number that people confirmed beforehand. Each text costs money.',
  'sent-code':
    'One code by e-mail, by text message, or as they choose. It can’t be asked for beside either of the two above: one mailbox could count for two.',
  'authenticator-app': 'People type the code that an app on their phone shows (TOTP). It needs no network.',
  passkey:
    'People use a fingerprint, a face, a PIN or a key they plug in. The strongest method: it can’t be lured to a false site.',
  'recovery-code': 'People type one of the codes they printed or wrote down. Each works once.',
  'openid-connect':
    'People sign in to an account elsewhere that they linked beforehand (OpenID Connect, OAuth2).',
  'external-responses':
    'A service of your own judges what people type. If it does not answer, nobody passes.',
  'ldap-attributes':
    'People type what Active Directory holds about them. Weak: colleagues can look most of it up, so it never suffices alone.',
  'previous-authentication':
    'The browser was remembered while its owner was signed in. Weak: a browser may be shared, so it never suffices alone.',
};
