import { Command, Option } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { block, listBlocked, unblock } from './commands/block-list.ts';
import { apply, plan, pull } from './commands/config.ts';
import { listUserConfigurations, listVersions, match, restore, searchTrail } from './commands/records.ts';
import { counts, remind, report, revoke } from './commands/registrations.ts';
import { signIn, signOut, whoAmI } from './commands/sign-in.ts';
import { endOf, settingOf, type Setting, type SharedFlags } from './setting.ts';
import { discardDraft } from './publish-document.ts';

/** The command line, whole: every verb with its options. Nothing is done before it is parsed. */
export function latchkeyProgram(environment: NodeJS.ProcessEnv): Command {
  const program = new Command('latchkey')
    .description('Administers a Latchkey deployment from the command line, through its administration API.')
    .version(packageJson.version)
    .option('--url <address>', 'the deployment (default: LATCHKEY_URL, else npm start on this machine)')
    .option('--outputs <file>', 'the deployment, from the file that cdk deploy --outputs-file wrote')
    .option('--json', 'answer in JSON')
    .option('--quiet', 'say nothing but the data')
    .showHelpAfterError()
    .exitOverride();

  /** Runs one command within a setting, and puts what went wrong into words. */
  const within =
    <A extends readonly unknown[]>(work: (setting: Setting, ...rest: A) => Promise<void>) =>
    async (...rest: A) => {
      const setting = await settingOf(program.opts<SharedFlags>(), environment);
      try {
        await work(setting, ...rest);
      } catch (problem) {
        throw endOf(problem, setting.base);
      }
    };

  addVisit(program, within, environment);
  addConfiguration(program, within);
  addRegistrations(program, within);
  return program;
}

type Within = <A extends readonly unknown[]>(
  work: (setting: Setting, ...rest: A) => Promise<void>,
) => (...rest: A) => Promise<void>;

function addVisit(program: Command, within: Within, environment: NodeJS.ProcessEnv): void {
  program
    .command('sign-in')
    .description(
      'sign in with an Active Directory account; the password comes from LATCHKEY_PASSWORD, a pipe or the keyboard',
    )
    .requiredOption('--username <name>', 'such as CORP\\asmith')
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

function addConfiguration(program: Command, within: Within): void {
  const config = program
    .command('config')
    .description('the configuration as one JSON file (docs/configuration-format.md)');
  config
    .command('pull [file]')
    .description('write what is in force to a file')
    .action(within((setting, file: string | undefined) => pull(setting, file)));
  config
    .command('plan <file>')
    .description('show what a file would change and whom it would touch; changes nothing')
    .option('--no-impact', 'do not look at the people')
    .action(within((setting, file: string, options: { impact: boolean }) => plan(setting, file, options)));
  config
    .command('apply <file>')
    .description('put a file in force')
    .requiredOption('--reason <text>', 'why; kept with the version')
    .option('--earlier-until <day>', 'until when answers to the questionnaire before are good')
    .option('--yes', 'do not ask', false)
    .option('--dry-run', 'like plan', false)
    .action(
      within(
        (
          setting,
          file: string,
          options: { reason: string; earlierUntil?: string; yes: boolean; dryRun: boolean },
        ) => apply(setting, file, options),
      ),
    );
  program
    .command('draft')
    .description('your draft')
    .command('discard')
    .description('drop it; what is in force stays')
    .action(within((setting) => discardDraft(setting)));
  addUserConfigurations(program, within);
  addBlockList(program, within);
  addVersions(program, within);
}

function addUserConfigurations(program: Command, within: Within): void {
  const command = program.command('user-configurations').description('who may do what');
  command
    .command('list')
    .description('each in its order, in sentences')
    .action(within((setting) => listUserConfigurations(setting)));
  command
    .command('match <user>')
    .description('which one somebody falls under, and why')
    .action(within((setting, user: string) => match(setting, user)));
}

function addBlockList(program: Command, within: Within): void {
  const command = program.command('block-list').description('users and groups to whom nothing is offered');
  command
    .command('list')
    .description('who is on it, why and until when')
    .action(within((setting) => listBlocked(setting)));
  const whom = (verb: Command) =>
    verb
      .addOption(new Option('--user <name>', 'such as CORP\\asmith').conflicts('group'))
      .option('--group <name>', 'such as CORP\\Contractors')
      .requiredOption('--reason <text>', 'why; kept with the version')
      .option('--dry-run', 'only say what would happen', false);
  type Whom = { user?: string; group?: string; reason: string; dryRun: boolean };
  whom(command.command('add'))
    .description('block somebody')
    .option('--until <day>', 'when it ends')
    .action(within((setting, options: Whom & { until?: string }) => block(setting, options, options)));
  whom(command.command('remove'))
    .description('take somebody off')
    .action(within((setting, options: Whom) => unblock(setting, options, options)));
}

function addVersions(program: Command, within: Within): void {
  const command = program.command('versions').description('every version of the configuration there was');
  command
    .command('list')
    .description('newest first')
    .action(within((setting) => listVersions(setting)));
  command
    .command('restore <version>')
    .description('put an earlier one in force again')
    .requiredOption('--reason <text>', 'why; kept with the version')
    .option('--earlier-until <day>', 'until when answers to the questionnaire before are good')
    .action(
      within((setting, version: string, options: { reason: string; earlierUntil?: string }) =>
        restore(setting, Number(version), options),
      ),
    );
  program
    .command('trail')
    .description('what happened')
    .command('search')
    .description('newest first')
    .option('--from <day>', 'the first day')
    .option('--to <day>', 'the day after the last one')
    .option('--user <name>', 'what concerns one person')
    .option('--reference <code>', 'what people read out to the help desk, such as K7Q2-M9XD')
    .option('--kinds <list>', 'kinds of events, separated by commas')
    .option('--most <number>', 'how many', '200')
    .option('--csv', 'as CSV')
    .action(
      within((setting, { csv, most, ...filter }: { csv?: boolean; most: string; user?: string }) =>
        searchTrail(setting, filter, {
          form: csv ? 'csv' : setting.json ? 'json' : 'lines',
          most: Number(most),
        }),
      ),
    );
}

function addRegistrations(program: Command, within: Within): void {
  const command = program.command('registrations').description('who has registered');
  command
    .command('report')
    .description('registered, partly, out of date, never')
    .option('--status <status>', 'only those')
    .option('--configuration <id>', 'only those under a user configuration')
    .option('--under <dn>', 'only those under an OU')
    .option('--since <day>', 'changed on that day or later')
    .option('--before <day>', 'changed before that day')
    .option('--csv', 'as CSV')
    .action(
      within((setting, { csv, ...filter }: { csv?: boolean }) =>
        report(setting, filter, csv ? 'csv' : setting.json ? 'json' : 'table'),
      ),
    );
  command
    .command('counts')
    .description('how many')
    .option('--under <dn>', 'only those under an OU')
    .action(within((setting, { under }: { under?: string }) => counts(setting, under)));
  const many = (verb: Command) =>
    verb
      .option('--file <file>', 'user names, one a line')
      .option('--errors <file>', 'where to write who could not be done', 'latchkey.errors.csv')
      .option('--yes', 'do not ask', false)
      .option('--dry-run', 'only say what would happen', false);
  type Many = { file?: string; errors?: string; yes: boolean; dryRun: boolean };
  many(command.command('revoke [users...]'))
    .description('take away what people registered; they are told')
    .requiredOption('--reason <text>', 'why; kept in the trail')
    .action(
      within((setting, users: string[], options: Many & { reason: string }) =>
        revoke(setting, users, options),
      ),
    );
  many(command.command('remind [users...]'))
    .description('remind people to register')
    .action(within((setting, users: string[], options: Many) => remind(setting, users, options)));
}
