/**
 * What new passwords are looked up in (LATCHKEY_BREACHED_PASSWORDS): the list that comes with the product alone, or a file beside
 * the code or a service on the web as well.
 */
export type BreachedPasswordsChoice =
  | 'common'
  | { readonly file: string }
  | {
      readonly rangeQuery: true;
      /** The common one when left out. */
      readonly url?: string;
      /** What becomes of a password while it cannot be asked. */
      readonly ifUnreachable: 'allow' | 'refuse';
    };

/** The OpenID provider that the deployment is joined to (LATCHKEY_IDENTITY_PROVIDER). */
export interface IdentityProviderChoice {
  readonly issuer: string;
  readonly clientId: string;
  /** The secret with the client secret as its text; left out for a client that has none. */
  readonly secretId?: string;
}

/** The service for external responses (LATCHKEY_EXTERNAL_RESPONSES). */
export interface ExternalResponsesChoice {
  readonly url: string;
  /** What the host of `url` must be: said twice, so that neither can be changed alone. */
  readonly host: string;
  /** The secret of what is signed with: docs/external-responses.md. */
  readonly secretId: string;
}

/** An endpoint that is told of changes (LATCHKEY_WEBHOOKS). */
export interface WebhookChoice {
  readonly name: string;
  readonly url: string;
  /** The secret with what is signed with as its text. */
  readonly secretId: string;
}

/** The synthetic person (LATCHKEY_CANARY): an account of the customer's own, which can do nothing but recover itself. */
export interface CanaryChoice {
  /** NetBIOS name of its domain. */
  readonly domain: string;
  /** sAMAccountName. Said here and not in the secret, so that who writes that can have nobody else locked. */
  readonly username: string;
  /** What it types to say who it is, at the portal and at a domain controller. */
  readonly typed: string;
  /** The secret of all that it knows: docs/canary.md. */
  readonly secretId: string;
  /** Whether it is where it can lock itself, at a domain controller. */
  readonly locks: boolean;
}
