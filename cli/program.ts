import { Command } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { endOf } from './end-of.ts';
import { EXIT_HELP } from './exit-codes.ts';
import { settingOf, type SharedFlags } from './setting.ts';
import { addBlockListVerbs } from './verbs/block-list-verbs.ts';
import { addBreachedVerbs } from './verbs/breached-verbs.ts';
import { addConfigVerbs } from './verbs/config-verbs.ts';
import { addHealthVerbs } from './verbs/health-verbs.ts';
import { addPeopleVerbs } from './verbs/people-verbs.ts';
import { addRegistrationVerbs } from './verbs/registration-verbs.ts';
import { addRestoreVerbs } from './verbs/restore-verbs.ts';
import { addTrailVerbs } from './verbs/trail-verbs.ts';
import { addUserConfigurationVerbs } from './verbs/user-configuration-verbs.ts';
import { addVersionVerbs } from './verbs/version-verbs.ts';
import { addVisitVerbs } from './verbs/visit-verbs.ts';
import type { Within } from './verbs/within.ts';

/** The command line, whole: every verb with its options. Nothing is done before it is parsed. */
export function latchkeyProgram(environment: NodeJS.ProcessEnv): Command {
  const program = new Command('latchkey')
    .description('Administers a Latchkey deployment from the command line, through its administration API.')
    .version(packageJson.version)
    .option('--url <address>', 'the deployment (default: LATCHKEY_URL, else npm start on this machine)')
    .option('--outputs <file>', 'the deployment, from the file that cdk deploy --outputs-file wrote')
    .option(
      '--env <name>',
      'the deployment, from outputs.<name>.json in this folder, as npm run deploy writes it',
    )
    .option('--json', 'data as JSON, in the shapes of docs/openapi.json')
    .option('--quiet', 'say nothing but the data')
    .showHelpAfterError('(--help shows what it takes)')
    .addHelpText('after', HELP)
    .exitOverride();

  const within: Within =
    (work) =>
    async (...rest) => {
      const setting = await settingOf(program.opts<SharedFlags>(), environment);
      try {
        await work(setting, ...rest);
      } catch (problem) {
        throw endOf(problem, setting);
      }
    };
  addVisitVerbs(program, within, environment);
  addConfigVerbs(program, within);
  addUserConfigurationVerbs(program, within);
  addBlockListVerbs(program, within);
  addVersionVerbs(program, within);
  addRegistrationVerbs(program, within);
  addPeopleVerbs(program, within);
  addTrailVerbs(program, within);
  addHealthVerbs(program, within);
  addBreachedVerbs(program, within);
  addRestoreVerbs(program, within);
  return program;
}

const HELP = `
Begin with:
  latchkey sign-in --username 'CORP\\alice'
  latchkey config pull latchkey.json

Data goes to standard output, all else to standard error. Names with a backslash need quotes in a shell.
${EXIT_HELP}
Of all this, and of the console beside it: docs/administration.md`;
