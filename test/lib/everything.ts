import twoDomains from '../../config/example-two-domains.ts';
import type { Settings } from '../../lib/settings.ts';

/** Two domains, and all that settings can switch on for the functions: each has every power it may ever have. */
export const everything: Settings = {
  ...twoDomains,
  outside: {
    identityProvider: {
      issuer: 'https://login.example.com',
      clientId: 'latchkey',
      clientSecretName: 'latchkey/outside-openid',
    },
    externalResponses: { url: 'https://answers.example.com/ask', secretName: 'latchkey/outside-answers' },
  },
  canary: { username: 'latchkey-canary', from: 'network' },
  provisioned: { verify: 2 },
};
