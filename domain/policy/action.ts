/** What a person may have done to the account. */
export type Action = 'unlock' | 'reset';
export const ACTIONS: readonly Action[] = ['unlock', 'reset'];
