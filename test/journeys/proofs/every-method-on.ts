import type { ConfigurationDocument } from '../../../domain/policy/configuration-document.ts';

/** A document with every method on; what is asked of whom stays as it is. */
export const everyMethodOn = (document: ConfigurationDocument): ConfigurationDocument => ({
  ...document,
  methods: {
    ...document.methods,
    'sms-code': { on: true },
    'sent-code': { on: true, send: 'choice' },
    'authenticator-app': { on: true, setUp: 'voluntary' },
    passkey: { on: true },
    'recovery-code': { on: true },
    'openid-connect': { on: true, acr: [], amr: [] },
    'external-responses': { on: true, prompts: [{ id: 'badge', label: { en: 'Colour of your badge' } }] },
    'ldap-attributes': {
      on: true,
      attributes: [{ attribute: 'employeeID', label: { en: 'Employee number' } }],
    },
    'previous-authentication': { on: true, days: 90 },
  },
  textMessages: { countries: ['GB'], numbers: 'confirmed-or-directory', perHour: 1_000, perDay: 1_000 },
});
