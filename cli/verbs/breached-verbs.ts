import type { Command } from 'commander';
import { breachedBuild, type BreachedBuildOptions } from '../commands/breached-build.ts';
import { positiveNumber } from './options.ts';
import type { Within } from './within.ts';

/** `breached build`. */
export function addBreachedVerbs(program: Command, within: Within): void {
  program
    .command('breached')
    .description('the list of breached passwords that new ones are looked up in (docs/breached-passwords.md)')
    .command('build')
    .description('make it of a list of SHA-1 hashes with counts, or of words; no deployment is asked')
    .requiredOption('--from <file>', 'the list: SHA1:count or a word on each line (- for a pipe)')
    .requiredOption('--out <file>', 'where it is written')
    .option('--at-least <times>', 'only passwords that were seen so often', positiveNumber)
    .action(within((setting, options: BreachedBuildOptions) => breachedBuild(setting, options)));
}
