import type { Command } from 'commander';
import { listUserConfigurations, match } from '../commands/user-configurations.ts';
import type { Within } from './within.ts';

/** `user-configurations list`, `user-configurations match`. */
export function addUserConfigurationVerbs(program: Command, within: Within): void {
  const command = program
    .command('user-configurations')
    .description('who may do what, and how they prove it');
  command
    .command('list')
    .description('each in its order, in sentences')
    .action(within((setting) => listUserConfigurations(setting)));
  command
    .command('match <user>')
    .description('which one somebody falls under, and why')
    .option('--file <file>', 'as if this configuration were in force')
    .action(within((setting, user: string, { file }: { file?: string }) => match(setting, user, file)));
}
