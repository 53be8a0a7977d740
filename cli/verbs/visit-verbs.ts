import type { Command } from 'commander';
import { signIn, signOut, whoAmI } from '../commands/sign-in.ts';
import type { Within } from './within.ts';

/** `sign-in`, `sign-out`, `who-am-i`. */
export function addVisitVerbs(program: Command, within: Within, environment: NodeJS.ProcessEnv): void {
  program
    .command('sign-in')
    .description('sign in with an Active Directory account that is in a group of some role')
    .requiredOption('--username <name>', "such as 'CORP\\asmith'")
    .addHelpText(
      'after',
      '\nThe password is asked for, or comes from a pipe or from LATCHKEY_PASSWORD; never from an option.\nWhat opens the visit is kept in $XDG_STATE_HOME/latchkey (~/.local/state/latchkey), readable by you alone.',
    )
    .action(within((setting, { username }: { username: string }) => signIn(setting, username, environment)));
  program
    .command('sign-out')
    .description('end the visit')
    .action(within((setting) => signOut(setting)));
  program
    .command('who-am-i')
    .description('who is signed in, and as what')
    .action(within((setting) => whoAmI(setting)));
}
