import type { MethodSettings, SendMethod, TextMessages } from '../../domain/policy/methods.ts';
import { aConfiguration, aUserConfiguration, offered, type ConfigurationChanges } from './configured.ts';

/** A British and an American mobile number, E.164. */
export const BRITISH = '+447400123456';
export const AMERICAN = '+12025550143';

/** Codes go by e-mail, by text, and by either as `send` says; a text message or a sent code sets a new password. */
export function texting(
  texts: Partial<TextMessages> = {},
  send: SendMethod = 'both',
  more: Partial<MethodSettings> = {},
): ConfigurationChanges {
  const { methods } = aConfiguration().document;
  return {
    document: {
      methods: { ...methods, 'sms-code': { on: true }, 'sent-code': { on: true, send }, ...more },
      textMessages: { countries: ['GB', 'US'], numbers: 'confirmed', perHour: 1000, perDay: 5000, ...texts },
      userConfigurations: [
        aUserConfiguration('by text', {
          actions: { unlock: offered(['sms-code']), reset: offered([], ['sms-code', 'email-code'], 1) },
        }),
        aUserConfiguration('by either', {
          actions: { unlock: offered(['sent-code']), reset: offered(['sent-code']) },
        }),
      ],
    },
  };
}
