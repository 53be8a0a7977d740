import type { Command } from 'commander';
import { restore, type RestoreOptions } from '../commands/restore.ts';
import { withDryRun, withYes } from './options.ts';
import type { Within } from './within.ts';

/** `restore`. */
export function addRestoreVerbs(program: Command, within: Within): void {
  const from = 'from a copied export (a folder), or from table:NAME';
  withDryRun(withYes(program.command('restore')))
    .description(
      'bring back what was backed up, with your own AWS credentials: no flow, no code, no counter lower (docs/restore.md)',
    )
    .requiredOption(
      '--tables <file>',
      'what the tables are called: the file that cdk deploy --outputs-file wrote',
    )
    .option('--enrollments <source>', `what people registered, ${from}`)
    .option('--configuration <source>', 'the published versions, likewise')
    .option('--trail <source>', 'what happened, likewise')
    .option('--flows <source>', 'the counts and notes of people, likewise; nothing else of it comes back')
    .action(within((setting, options: RestoreOptions) => restore(setting, options)));
}
