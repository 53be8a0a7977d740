/** Where a command talks: data on one stream, talk on the other, so that a pipe gets data and nothing else. No colours anywhere. */
export interface Terminal {
  readonly data: (text: string) => void;
  readonly talk: (text: string) => void;
  /** Nothing but data is wanted. */
  readonly quiet: boolean;
  /** Somebody is at the keyboard, and reads what is asked. */
  readonly interactive: boolean;
  /** Somebody is watching the talk: progress is drawn. */
  readonly watched: boolean;
  /** The data itself comes to a screen, and would be mixed with what is drawn there. */
  readonly dataShown: boolean;
  /** Asks and reads one line; the answer to a secret is not shown. Ends the command when there is no answer. */
  readonly ask: (question: string, secret?: boolean) => Promise<string>;
  /** Everything that is piped in; undefined where a keyboard is in place of a pipe. */
  readonly piped: () => Promise<string | undefined>;
}
