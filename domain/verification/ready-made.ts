import { BALANCED } from '../policy/deployed-configuration.ts';
import type { Risk } from '../policy/user-configuration.ts';
import type { VerificationPolicy } from './policy.ts';

/** A policy to begin with, the same for both actions. */
export interface ReadyMade {
  readonly id: 'citrix-compatible' | 'balanced' | 'strict';
  readonly name: string;
  /** For whom it is, in plain English. */
  readonly description: string;
  readonly policy: VerificationPolicy;
  /** What has to be accepted in writing to publish it. */
  readonly risks: readonly Risk[];
}

/** The policies that come with the product, the strictest last. */
export const READY_MADE: readonly ReadyMade[] = [
  {
    id: 'citrix-compatible',
    name: 'Citrix-compatible',
    description:
      'Security answers alone, as Citrix Self-Service Password Reset asks for. Only to move over without registering anew: somebody has to accept the risk in writing.',
    policy: { required: ['security-answers'], optional: [], minimumOptional: 0 },
    risks: ['answers-alone'],
  },
  {
    id: 'balanced',
    name: 'Balanced',
    description:
      'A code to an address that was confirmed beforehand, and the security answers. This is how Latchkey comes.',
    policy: BALANCED,
    risks: [],
  },
  {
    id: 'strict',
    name: 'Strict',
    description:
      'A code by e-mail, and a code by text message, an authenticator app or a passkey. No answers: this is the shape NIST SP 800-63B-4 asks for.',
    policy: {
      required: ['email-code'],
      optional: ['sms-code', 'authenticator-app', 'passkey'],
      minimumOptional: 1,
    },
    risks: [],
  },
];
