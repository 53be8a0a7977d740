import { type Command, Option } from 'commander';
import type { Colour } from '../../client/api-types.ts';
import { FIX_CLAUSES } from '../fix-clauses.ts';
import { doctor } from '../commands/doctor.ts';
import { explain } from '../commands/explain.ts';
import { preFlight, type PreFlightFilter } from '../commands/pre-flight.ts';
import { CommandEnds, EXIT } from '../exit-codes.ts';
import type { Within } from './within.ts';

const COLOURS = Object.keys({ green: true, amber: true, red: true } satisfies Record<Colour, true>);

/** `doctor`, `explain`, `pre-flight`. */
export function addHealthVerbs(program: Command, within: Within): void {
  program
    .command('doctor')
    .description(
      'look at every domain now: network, certificates, clocks, our accounts and their rights, and what mends each finding; 0 unless something is broken',
    )
    .option('--domain <name>', 'tell of this domain alone, by its NetBIOS name')
    .action(within((setting, { domain }: { domain?: string }) => doctor(setting, domain)));
  program
    .command('explain <person>')
    .description(
      'all that decides over one person, and the one thing to fix; 0 when all that is offered works',
    )
    .action(within((setting, person: string) => explain(setting, person)));
  program
    .command('pre-flight')
    .description('who could help themselves and who not, as the last night’s run found')
    .addOption(new Option('--colour <colour>', 'list those people').choices(COLOURS))
    .addOption(new Option('--fix <code>', 'list the people it is for').choices(Object.keys(FIX_CLAUSES)))
    .option('--csv [file]', 'as CSV, into a file or to standard output')
    .action(
      within(async (setting, { csv, ...filter }: PreFlightFilter & { csv?: string | true }) => {
        if (csv !== undefined && setting.json) throw new CommandEnds(EXIT.usage, 'Choose --csv or --json.');
        await preFlight(setting, filter, csv === '-' ? true : csv);
      }),
    );
}
