import { readFile } from 'node:fs/promises';
import { CommandEnds, EXIT } from './exit-codes.ts';

export interface DeploymentFlags {
  readonly url?: string;
  readonly outputs?: string;
}

/** What `npm start` serves. */
const LOCAL = 'http://localhost:3000';

/**
 * The deployment a command speaks to: `--url`, else the PortalUrl in the file that `cdk deploy --outputs-file` wrote, else
 * LATCHKEY_URL, else `npm start` on this machine. Plain http is for this machine only. Origin and base path, without a slash at the end.
 */
export async function deploymentOf(flags: DeploymentFlags, environment: NodeJS.ProcessEnv): Promise<string> {
  const named = flags.url ?? (await fromOutputs(flags.outputs)) ?? (environment['LATCHKEY_URL'] || LOCAL);
  const url = URL.canParse(named) ? new URL(named) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new CommandEnds(
      EXIT.usage,
      `"${named}" is no address. Give one such as https://reset.example.com.`,
    );
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw new CommandEnds(
      EXIT.usage,
      'The address has more in it than a host and a path. Leave out user names, ? and #.',
    );
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol === 'http:' && !here)
    throw new CommandEnds(EXIT.usage, `${named} is not encrypted. Give an https address.`);
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

async function fromOutputs(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  let stacks: unknown;
  try {
    stacks = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new CommandEnds(
      EXIT.usage,
      `${file} could not be read as the outputs of a deployment: ${(cause as Error).message}`,
    );
  }
  for (const outputs of Object.values(stacks ?? {}) as (Readonly<Record<string, unknown>> | null)[]) {
    const address = outputs?.['PortalUrl'];
    if (typeof address === 'string') return address;
  }
  throw new CommandEnds(EXIT.usage, `${file} has no PortalUrl. Deploy with --outputs-file, or give --url.`);
}
