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
 * LATCHKEY_URL, else `npm start` on this machine. Plain http is for this machine only.
 */
export async function deploymentOf(flags: DeploymentFlags, environment: NodeJS.ProcessEnv): Promise<string> {
  const named = flags.url ?? (await fromOutputs(flags.outputs)) ?? environment['LATCHKEY_URL'] ?? LOCAL;
  const url = URL.canParse(named) ? new URL(named) : undefined;
  if (!url)
    throw new CommandEnds(
      EXIT.usage,
      `"${named}" is no address. Give one such as https://reset.example.com.`,
    );
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && here))
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
      `${file} could not be read as the outputs of a deployment: ${String(cause)}`,
    );
  }
  for (const outputs of Object.values(stacks ?? {}) as Record<string, string>[])
    if (typeof outputs['PortalUrl'] === 'string') return outputs['PortalUrl'];
  throw new CommandEnds(EXIT.usage, `${file} has no PortalUrl. Deploy with --outputs-file, or give --url.`);
}
