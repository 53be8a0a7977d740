import { adminClient, type Call } from '../client/client.ts';
import { deploymentOf, type DeploymentFlags } from './deployment.ts';
import { nodeTerminal } from './node-terminal.ts';
import type { Terminal } from './terminal.ts';
import { visitsFile, type Visits } from './visits.ts';

/** The options every command has. */
export interface SharedFlags extends DeploymentFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** What a command works with. */
export interface Setting {
  readonly terminal: Terminal;
  readonly base: string;
  readonly visits: Visits;
  readonly json: boolean;
  /** Calls the API within the person's visit. */
  readonly call: Call;
  /** A command as the person would type it, for the same deployment: `latchkey config pull`. */
  readonly command: (verb: string) => string;
}

/** Sets a command up for the deployment its flags name. */
export async function settingOf(flags: SharedFlags, environment: NodeJS.ProcessEnv): Promise<Setting> {
  const base = await deploymentOf(flags, environment);
  const visits = visitsFile(environment);
  const handle = await visits.handleFor(base);
  const { call } = adminClient({ base, handle: () => handle });
  return {
    terminal: nodeTerminal(flags.quiet ?? false),
    base,
    visits,
    json: flags.json ?? false,
    call,
    command: commandsOf(flags, environment),
  };
}

const commandsOf = ({ url, outputs, env }: SharedFlags, environment: NodeJS.ProcessEnv) => {
  const byNpm = environment['npm_lifecycle_event'] === 'latchkey';
  const deployment =
    url !== undefined
      ? ` --url ${quoted(url)}`
      : outputs !== undefined
        ? ` --outputs ${quoted(outputs)}`
        : env !== undefined
          ? ` --env ${quoted(env)}`
          : '';
  return (verb: string) => `${byNpm ? 'npm run -s latchkey --' : 'latchkey'}${deployment} ${verb}`;
};

/** A word as a shell takes it for one. */
export const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
