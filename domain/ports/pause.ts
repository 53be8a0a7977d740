/** Waiting. */
export interface Pause {
  /** Settles at that moment (epoch milliseconds), or at once when it is past. */
  until(moment: number): Promise<void>;
}
