import type { Command } from 'commander';
import { listVersions, restore, type RestoreOptions, showVersion } from '../commands/versions.ts';
import { wholeNumber, withDryRun, withEarlierUntil, withReason, withYes } from './options.ts';
import type { Within } from './within.ts';

/** `versions list`, `versions show`, `versions restore`. */
export function addVersionVerbs(program: Command, within: Within): void {
  const command = program.command('versions').description('every version of the configuration there was');
  command
    .command('list')
    .description('newest first')
    .action(within((setting) => listVersions(setting)));
  command
    .command('show')
    .argument('<version>', 'its number', wholeNumber)
    .description('who published one, why, and what it changed')
    .action(within((setting, version: number) => showVersion(setting, version)));
  const verb = command
    .command('restore')
    .argument('<version>', 'its number', wholeNumber)
    .description('put an earlier one in force again, as a new version');
  withDryRun(withYes(withEarlierUntil(withReason(verb)))).action(
    within((setting, version: number, options: RestoreOptions) => restore(setting, version, options)),
  );
}
