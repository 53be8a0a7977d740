import { type Command, Option } from 'commander';
import { block, type BlockOptions, listBlocked, unblock, type Whom } from '../commands/block-list.ts';
import { withDryRun, withReason } from './options.ts';
import type { Within } from './within.ts';

/** `block-list list`, `block-list add`, `block-list remove`. */
export function addBlockListVerbs(program: Command, within: Within): void {
  const command = program
    .command('block-list')
    .description('users and groups to whom nothing is offered; beats every user configuration');
  command
    .command('list')
    .description('who is on it, why and until when')
    .action(within((setting) => listBlocked(setting)));
  const whom = (verb: Command) =>
    withDryRun(
      withReason(
        verb
          .addOption(new Option('--user <name>', "such as 'CORP\\asmith'").conflicts('group'))
          .option('--group <name>', "such as 'CORP\\Contractors'"),
      ),
    );
  whom(command.command('add'))
    .description('block somebody, at once')
    .option('--until <day>', 'the last day; for good when left out')
    .action(
      within((setting, options: Whom & BlockOptions & { until?: string }) =>
        block(setting, options, options),
      ),
    );
  whom(command.command('remove'))
    .description('take somebody off')
    .action(within((setting, options: Whom & BlockOptions) => unblock(setting, options, options)));
}
