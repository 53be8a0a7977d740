/** The ways to prove oneself that this build knows. One file each in methods/. */
export const METHODS = ['security-answers', 'email-code'] as const;
export type MethodName = (typeof METHODS)[number];

/** Stored evidence that a challenge of this flow was met. */
export interface Proof {
  readonly method: MethodName;
  /** Epoch milliseconds. */
  readonly at: number;
}
