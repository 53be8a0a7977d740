/** The ways to prove oneself that this build knows, in the house's order. One file each in methods/. */
export const METHODS = [
  'security-answers',
  'email-code',
  'sms-code',
  'sent-code',
  'authenticator-app',
  'passkey',
  'recovery-code',
  'openid-connect',
  'external-responses',
  'ldap-attributes',
  'previous-authentication',
] as const;
export type MethodName = (typeof METHODS)[number];

/** The methods that are met by a code we send. `sent-code` goes by whichever way the configuration says (NetIQ's "SMS/Email Token"). */
export const CODE_METHODS = ['email-code', 'sms-code', 'sent-code'] as const satisfies readonly MethodName[];
export type CodeMethod = (typeof CODE_METHODS)[number];

/** The methods that are registered by themselves, and so removed by themselves. For a sent code it is a mailbox or a phone. */
export const REMOVABLE_METHODS = [
  'security-answers',
  'email-code',
  'sms-code',
  'authenticator-app',
  'passkey',
  'recovery-code',
  'openid-connect',
  'previous-authentication',
] as const satisfies readonly MethodName[];
export type RemovableMethod = (typeof REMOVABLE_METHODS)[number];

export const isCodeMethod = (method: MethodName): method is CodeMethod =>
  CODE_METHODS.some((known) => known === method);

/** Stored evidence that a challenge of this flow was met. */
export interface Proof {
  readonly method: MethodName;
  /** Epoch milliseconds. */
  readonly at: number;
}
