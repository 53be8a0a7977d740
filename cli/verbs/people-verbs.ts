import type { Command } from 'commander';
import type { ManyOptions } from '../commands/many-people.ts';
import { freeze, unfreeze } from '../commands/people.ts';
import { withMany, withReason } from './options.ts';
import type { Within } from './within.ts';

type Reasoned = ManyOptions & { reason: string };

/** `people freeze`, `people unfreeze`. */
export function addPeopleVerbs(program: Command, within: Within): void {
  const command = program.command('people').description('whose self-service is on hold');
  withReason(withMany(command.command('freeze [users...]')))
    .description(
      'put self-service on hold for people: nothing can be reset, unlocked or registered; they are told',
    )
    .action(within((setting, users: string[], options: Reasoned) => freeze(setting, users, options)));
  withReason(withMany(command.command('unfreeze [users...]')))
    .description('lift the hold, whoever put it there; they are told')
    .action(within((setting, users: string[], options: Reasoned) => unfreeze(setting, users, options)));
}
