import type { Command } from 'commander';
import { apply, type ApplyOptions } from '../commands/apply.ts';
import { discardDraft } from '../commands/discard-draft.ts';
import { listLanguages } from '../commands/languages.ts';
import { plan } from '../commands/plan.ts';
import { listPolicies } from '../commands/policies.ts';
import { pull } from '../commands/pull.ts';
import { wholeNumber, withDryRun, withEarlierUntil, withReason, withYes } from './options.ts';
import type { Within } from './within.ts';

/** `config pull`, `config plan`, `config apply`, `draft discard`, `languages list`, `policies list`. */
export function addConfigVerbs(program: Command, within: Within): void {
  const config = program
    .command('config')
    .description('the configuration as one JSON file (docs/configuration-format.md)');
  config
    .command('pull [file]')
    .description('write what is in force to a file, or to standard output')
    .action(within((setting, file: string | undefined) => pull(setting, file)));
  config
    .command('plan <file>')
    .description('show what a file (- for a pipe) would change and whom it would touch; changes nothing')
    .option('--no-impact', 'do not look through the people')
    .option('--check', 'end with 3 when it would change anything', false)
    .action(
      within((setting, file: string, options: { impact: boolean; check: boolean }) =>
        plan(setting, file, options),
      ),
    );
  addApply(config, within);
  program
    .command('draft')
    .description('your draft, the one that the console keeps')
    .command('discard')
    .description('drop it; what is in force stays')
    .action(within((setting) => discardDraft(setting)));
  program
    .command('languages')
    .description('the languages people are spoken to in')
    .command('list')
    .description('how complete each is, and whether a native speaker has read it')
    .action(within((setting) => listLanguages(setting)));
  program
    .command('policies')
    .description('the ready-made verification policies')
    .command('list')
    .description('what each amounts to, by NIST SP 800-63B-4 and WCAG 2.2 too')
    .action(within((setting) => listPolicies(setting)));
}

function addApply(config: Command, within: Within): void {
  const verb = config
    .command('apply <file>')
    .description('put a file (- for a pipe) in force: plan, question, publish')
    .option('--based-on <version>', 'refuse when a newer version than this is in force', wholeNumber);
  withDryRun(withYes(withEarlierUntil(withReason(verb)))).action(
    within((setting, file: string, options: ApplyOptions) => apply(setting, file, options)),
  );
}
