import type { Person } from '../person.ts';

/** What is asked of the organisation's own service: whether these responses are this person's. */
export interface ResponsesAsked {
  /** A stranger's is a person who does not exist: the service is asked all the same. */
  readonly person: Person;
  /** Ties the reply to this flow. */
  readonly nonce: string;
  readonly responses: Readonly<Record<string, string>>;
}

/**
 * The organisation's service for external responses: HTTPS to a host of the deployment, no redirects, at most 4 KB, 2 seconds,
 * mutual TLS or an HMAC over the body and nonce. Everything but a clear yes with the same nonce is `refused`; no answer is `unavailable`.
 */
export interface ExternalResponses {
  ask(asked: ResponsesAsked): Promise<'verified' | 'refused' | 'unavailable'>;
}
