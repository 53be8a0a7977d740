import type { MethodName } from './method.ts';

/** What a method is worth, and what it asks of people. */
export interface MethodTraits {
  /** Alone, or beside other weak ones, it never suffices: most attributes are readable by every user of the domain, and a remembered browser is no authentication (NIST SP 800-63B-4 §5.1). */
  readonly weak: boolean;
  /** Strength points only warn; they never decide. */
  readonly points: 0 | 1 | 2;
  /** What it goes by: two methods of one channel fall together. */
  readonly channel:
    | 'memory'
    | 'mailbox'
    | 'phone'
    | 'either'
    | 'app'
    | 'authenticator'
    | 'paper'
    | 'provider'
    | 'service'
    | 'directory'
    | 'browser';
  /** How NIST SP 800-63B-4 §4.2 takes it for the recovery of an account; `other` needs a risk analysis of one's own. */
  readonly nist: 'issued-code' | 'saved-code' | 'authenticator' | 'multi-factor' | 'other';
  /** Asks to remember or to work something out, with no way around it (WCAG 2.2 SC 3.3.8). */
  readonly cognitive: boolean;
  /**
   * Failures in a row turn it off until it is registered anew (NIST SP 800-63B-4 §3.2.2). Not what nobody guesses, which a stranger
   * could so take from anybody, nor what is compared elsewhere, which nobody could register anew.
   */
  readonly failuresEndIt: boolean;
}

const traits = (
  channel: MethodTraits['channel'],
  points: MethodTraits['points'],
  nist: MethodTraits['nist'],
  more: Partial<Pick<MethodTraits, 'weak' | 'cognitive' | 'failuresEndIt'>> = {},
): MethodTraits => ({ channel, points, nist, weak: false, cognitive: false, failuresEndIt: true, ...more });

/** Every method on one page. */
export const TRAITS: Readonly<Record<MethodName, MethodTraits>> = {
  'security-answers': traits('memory', 1, 'other', { cognitive: true }),
  'email-code': traits('mailbox', 1, 'issued-code'),
  'sms-code': traits('phone', 1, 'issued-code'),
  'sent-code': traits('either', 1, 'issued-code'),
  'authenticator-app': traits('app', 1, 'authenticator'),
  passkey: traits('authenticator', 2, 'multi-factor', { failuresEndIt: false }),
  'recovery-code': traits('paper', 1, 'saved-code'),
  'openid-connect': traits('provider', 1, 'other', { failuresEndIt: false }),
  'external-responses': traits('service', 1, 'other', { cognitive: true, failuresEndIt: false }),
  'ldap-attributes': traits('directory', 0, 'other', { weak: true, cognitive: true, failuresEndIt: false }),
  'previous-authentication': traits('browser', 0, 'other', { weak: true, failuresEndIt: false }),
};
