import { UNREACHABLE } from '../client/api-problem.ts';
import { adminClient, ApiProblem, type Call } from '../client/client.ts';
import { deploymentOf, type DeploymentFlags } from './deployment.ts';
import { CommandEnds, EXIT } from './exit-codes.ts';
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
}

/** Sets a command up for the deployment its flags name. */
export async function settingOf(flags: SharedFlags, environment: NodeJS.ProcessEnv): Promise<Setting> {
  const base = await deploymentOf(flags, environment);
  const visits = visitsFile(environment);
  const handle = await visits.handleFor(base);
  const { call } = adminClient({ base, handle: () => handle });
  return { terminal: nodeTerminal(flags.quiet ?? false), base, visits, json: flags.json ?? false, call };
}

/** What a refused call means to whoever typed the command. */
export function endOf(problem: unknown, base: string): CommandEnds {
  if (problem instanceof CommandEnds) return problem;
  if (problem instanceof ApiProblem) {
    const reference = problem.reference === '' ? '' : ` Reference ${problem.reference}.`;
    if (problem.code === UNREACHABLE)
      return new CommandEnds(
        EXIT.failed,
        `${base} could not be reached. Is it running, and does it let your address in?`,
      );
    if (problem.code === 'session-gone')
      return new CommandEnds(EXIT.notAllowed, `Not signed in to ${base}. Run: latchkey sign-in`);
    if (problem.status === 403)
      return new CommandEnds(
        EXIT.notAllowed,
        `Your role does not allow this. Ask an administrator.${reference}`,
      );
    return new CommandEnds(
      EXIT.failed,
      `${base} refused this: ${problem.code.replaceAll('-', ' ')}.${reference}`,
    );
  }
  throw problem;
}
