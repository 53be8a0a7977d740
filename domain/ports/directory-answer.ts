/** What became of a change the directory was asked for. */
export type DirectoryAnswer =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'refused';
      /** `policy`: length, complexity, history, age or a filter (0000052D); AD does not say which. `not-executed`: it was never sent, or sent elsewhere (a referral). */
      readonly reason: 'policy' | 'wrong-password' | 'locked' | 'not-permitted' | 'gone' | 'not-executed';
    }
  /** The request left, the answer did not come: it may have happened. Never repeat it. */
  | { readonly kind: 'unknown' };
