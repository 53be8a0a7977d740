import type { SentPassword } from '../../domain/policy/user-configuration.ts';
import { passwordMaker } from '../../domain/recovery/sent-password.ts';
import type { Repair } from '../../domain/recovery/repair.ts';
import type { VerificationPolicy } from '../../domain/verification/policy.ts';
import { aConfiguration, aUserConfiguration, offered, type ConfigurationChanges } from './configured.ts';
import type { Product } from './product.ts';

export const NUMBER = '+447400123456';

/** A configuration that sends passwords, by that way, after those proofs. */
export const sendingPasswords = (
  by: SentPassword['by'],
  required: VerificationPolicy['required'] = ['security-answers'],
  more: { readonly accepted?: boolean; readonly mode?: SentPassword['mode'] } = {},
): ConfigurationChanges => {
  const { accepted = true, mode = 'sent' } = more;
  const { methods } = aConfiguration().document;
  const risks = [
    { risk: 'answers-alone', reason: 'a test' },
    ...(accepted ? [{ risk: 'sent-passwords', reason: 'a test' } as const] : []),
  ] as const;
  return {
    document: {
      methods: { ...methods, 'sms-code': { on: true }, 'sent-code': { on: true, send: 'sms-first' } },
      textMessages: { countries: ['GB'], numbers: 'confirmed', perHour: 100, perDay: 500 },
      userConfigurations: [
        aUserConfiguration('everyone', {
          actions: {
            unlock: offered(['security-answers']),
            reset: { ...offered(required), sentPassword: { mode, by } },
          },
          acceptedRisks: risks,
        }),
      ],
    },
  };
};

/** Asks for a password to be made and sent. */
export const toBeSent = ({ ports }: Product): Repair => ({ action: 'reset', make: passwordMaker(ports) });
