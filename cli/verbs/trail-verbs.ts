import type { Command } from 'commander';
import { searchTrail, type TrailFilter } from '../commands/trail.ts';
import { CommandEnds, EXIT } from '../exit-codes.ts';
import { positiveNumber } from './options.ts';
import type { Within } from './within.ts';

/** `trail search`. */
export function addTrailVerbs(program: Command, within: Within): void {
  program
    .command('trail')
    .description('what happened')
    .command('search')
    .description('newest first')
    .option('--from <day>', 'the first day')
    .option('--to <day>', 'the last day')
    .option('--user <name>', 'what concerns one person')
    .option('--reference <code>', 'what people read out to the help desk, such as K7Q2-M9XD')
    .option('--kinds <list>', 'kinds of events, separated by commas')
    .option('--most <number>', 'how many', positiveNumber, 200)
    .option('--csv', 'as CSV', false)
    .action(
      within(async (setting, { csv, most, ...filter }: TrailFilter & { csv: boolean; most: number }) => {
        if (csv && setting.json) throw new CommandEnds(EXIT.usage, 'Choose --csv or --json.');
        await searchTrail(setting, filter, { csv, most });
      }),
    );
}
