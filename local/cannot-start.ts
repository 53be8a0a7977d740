/** Why the local server does not start: one sentence for whoever typed the command, and what to do about it. */
export class CannotStart extends Error {
  constructor(sentence: string, options?: { cause?: unknown }) {
    super(sentence, options);
    this.name = 'CannotStart';
  }
}
