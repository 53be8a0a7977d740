/** How the command ends, for scripts. */
export const EXIT = {
  done: 0,
  failed: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** A check or a dry run found something: a document has mistakes, more must be said, or `--check` met a change. */
  found: 3,
  /** Not signed in, or the role does not allow it. */
  notAllowed: 4,
  /** Some of many were done; the errors file has the others. */
  partly: 5,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the command with a sentence for the person and a code for the script. */
export class CommandEnds extends Error {
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.name = 'CommandEnds';
    this.exitCode = exitCode;
  }
}

/** What the codes mean, as the help says it. */
export const EXIT_HELP = `Exit codes: 0 done, 1 failed, 2 the command line is wrong, 3 a check or a dry run found something,
4 not signed in or not allowed, 5 partly done (the errors file has the rest).`;
