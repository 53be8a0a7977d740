/** What can break. Each code is stable, is logged, and has one entry in docs/runbook.md. */
export type FailureCode =
  | 'directory-unreachable'
  | 'directory-busy'
  | 'directory-untrusted'
  | 'directory-credentials'
  | 'directory-misbehaved'
  | 'store-unavailable'
  | 'store-corrupt'
  | 'record-too-large'
  | 'keys-unavailable'
  | 'secrets-unavailable'
  | 'rotation-blocked'
  | 'messages-unavailable'
  | 'breached-list-unavailable'
  | 'outside-unavailable'
  | 'archive-unavailable'
  | 'trail-broken';

/**
 * Something broke: thrown by adapters, never caught in the domain, turned into one bland
 * "service problem" at the edge. The message names object and cause for the log; it never holds a secret.
 */
export class Failure extends Error {
  readonly code: FailureCode;
  constructor(code: FailureCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'Failure';
    this.code = code;
  }
}
