import * as z from 'zod';
import { say, text } from './wording.ts';

/** Of a secret that is there already; not an ARN, so that its value may be replaced by another secret of the name. */
export const secretName = (what: string) =>
  text(`the name in Secrets Manager of the secret with ${what}`, /^[\w/+=.@-]{1,512}$/);

/** An https address and nothing beside it. */
export const address = (what: string) => {
  const wanted = say(`https:// and ${what}, without user, query or fragment`);
  return z.url({ protocol: /^https$/, ...wanted }).refine((url) => {
    if (!URL.canParse(url)) return true;
    const { username, password, search, hash } = new URL(url);
    return [username, password, search, hash].every((part) => part === '');
  }, wanted);
};

/** What lies outside that people may be proven by: what is named here, administrators may switch on. */
export const outsideSettings = z.strictObject({
  /** An OpenID provider with a client of ours: docs/deploy.md says what to register there. */
  identityProvider: z
    .strictObject({
      issuer: address('the issuer, as its discovery document spells it'),
      clientId: text('the client id that the provider gave'),
      /** Left out for a public client. */
      clientSecretName: secretName('the client secret as its text').optional(),
    })
    .optional(),
  /** A service of your own: docs/external-responses.md. */
  externalResponses: z
    .strictObject({
      url: address('the one address that is asked'),
      secretName: secretName('what is signed or shown with'),
    })
    .optional(),
});
export type OutsideSettings = z.output<typeof outsideSettings>;
