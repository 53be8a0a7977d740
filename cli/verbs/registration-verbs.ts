import { type Command, Option } from 'commander';
import type { ManyOptions } from '../commands/many-people.ts';
import { remind, revoke } from '../commands/registrations.ts';
import { counts, report, type ReportFilter } from '../commands/report.ts';
import type { Status } from '../../client/api-types.ts';
import { CommandEnds, EXIT } from '../exit-codes.ts';
import { withMany, withReason } from './options.ts';
import type { Within } from './within.ts';

const STATUSES = Object.keys({
  registered: true,
  partly: true,
  'out-of-date': true,
  never: true,
  blocked: true,
  'not-offered': true,
  protected: true,
} satisfies Record<Status, true>);

/** `registrations report`, `counts`, `revoke`, `remind`. */
export function addRegistrationVerbs(program: Command, within: Within): void {
  const command = program.command('registrations').description('who has registered');
  addReport(command, within);
  command
    .command('counts')
    .description('how many')
    .option('--under <dn>', 'only those under an OU')
    .action(within((setting, { under }: { under?: string }) => counts(setting, under)));
  withReason(withMany(command.command('revoke [users...]')))
    .description('take away what people registered; they are told')
    .action(
      within((setting, users: string[], options: ManyOptions & { reason: string }) =>
        revoke(setting, users, options),
      ),
    );
  withMany(command.command('remind [users...]'))
    .description('write to people to register; to nobody more than once a day')
    .action(within((setting, users: string[], options: ManyOptions) => remind(setting, users, options)));
}

function addReport(command: Command, within: Within): void {
  command
    .command('report')
    .description('registered, partly, out of date, never')
    .addOption(new Option('--status <status>', 'only those').choices(STATUSES))
    .option('--configuration <id>', 'only those under a user configuration')
    .option('--under <dn>', 'only those under an OU')
    .option('--since <day>', 'changed on that day or later')
    .option('--before <day>', 'changed before that day')
    .option('--csv', 'as CSV', false)
    .action(
      within(async (setting, { csv, ...filter }: ReportFilter & { csv: boolean }) => {
        if (csv && setting.json) throw new CommandEnds(EXIT.usage, 'Choose --csv or --json.');
        await report(setting, filter, csv);
      }),
    );
}
