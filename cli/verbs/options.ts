import { type Command, InvalidArgumentError } from 'commander';

/** A whole number from 0 on. Throws for anything else. */
export function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a whole number.');
}

/** A whole number from 1 on. Throws for anything else. */
export function positiveNumber(text: string): number {
  if (wholeNumber(text) > 0) return Number(text);
  throw new InvalidArgumentError('It is a whole number from 1 on.');
}

/** What every change needs. */
export const withReason = (verb: Command): Command =>
  verb.requiredOption('--reason <text>', 'why; kept with what was done');

/** What every writer can do without writing. */
export const withDryRun = (verb: Command): Command =>
  verb.option('--dry-run', 'only show what would happen', false);

/** What is asked before it is done, unless it was said already. */
export const withYes = (verb: Command): Command => verb.option('--yes', 'go on without a question', false);

/** For what may ask something else of people. */
export const withEarlierUntil = (verb: Command): Command =>
  verb.option('--earlier-until <day>', 'until when answers to the questionnaire before are good');

/** Those of a verb that acts on people: named one by one, or in a file. */
export const withMany = (verb: Command): Command =>
  withDryRun(
    withYes(
      verb
        .option('--file <file>', 'user names, one a line, or the column "name" of a CSV; - for a pipe')
        .option('--errors <file>', 'where to write who could not be done (default: beside --file)'),
    ),
  );
