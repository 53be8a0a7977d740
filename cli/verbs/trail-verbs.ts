import type { Command } from 'commander';
import { searchTrail, type TrailFilter } from '../commands/trail.ts';
import { type TrailVerifyOptions, verifyCopy } from '../commands/trail-verify.ts';
import { CommandEnds, EXIT } from '../exit-codes.ts';
import { positiveNumber } from './options.ts';
import type { Within } from './within.ts';

/** `trail search`, `trail verify`. */
export function addTrailVerbs(program: Command, within: Within): void {
  const trail = program.command('trail').description('what happened');
  trail
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
  trail
    .command('verify')
    .description(
      'whether a copy of the sealed trail is whole and unchanged (docs/trail.md); no deployment is asked',
    )
    .argument('<folder>', 'the copy, as aws s3 sync makes it of the bucket')
    .requiredOption('--key <files...>', 'the public key of the trail, PEM; several where it was changed')
    .option('--expect-root <number[:hash]>', 'a root that must be there, as the last verification said it')
    .option('--taken-at <moment>', 'when the copy was made: its newest root must not be older than two hours')
    .action(
      within((setting, folder: string, options: TrailVerifyOptions) => verifyCopy(setting, folder, options)),
    );
}
