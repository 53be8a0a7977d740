import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { deployedOutputs, outputIn } from './deployed-outputs.ts';
import { CommandEnds, EXIT } from './exit-codes.ts';

export interface DeploymentFlags {
  readonly url?: string;
  readonly outputs?: string;
  readonly env?: string;
}

/** What `npm start` serves. */
const LOCAL = 'http://localhost:3000';
/** The file in which `npm run deploy -- <env>` leaves the addresses of that environment. */
const outputsOf = (env: string): string => `outputs.${env}.json`;

/**
 * The deployment a command speaks to: `--url`, else the address in the file that `cdk deploy --outputs-file` wrote (`--outputs`, or the
 * one of `--env`), else LATCHKEY_URL, else `npm start` on this machine. Plain http is for this machine only. Origin and base path,
 * without a slash at the end; the address of the console's first page will do as well. `folder` is where outputs.<env>.json is looked for.
 */
export async function deploymentOf(
  flags: DeploymentFlags,
  environment: NodeJS.ProcessEnv,
  folder = '.',
): Promise<string> {
  const named = flags.url ?? (await fromOutputs(flags, folder)) ?? (environment['LATCHKEY_URL'] || LOCAL);
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
  return `${url.origin}${url.pathname.replace(/(\/console)?\/*$/, '')}`;
}

async function fromOutputs({ outputs, env }: DeploymentFlags, folder: string): Promise<string | undefined> {
  const file = outputs ?? (env === undefined ? undefined : await fileOf(env, folder));
  if (file === undefined) return undefined;
  const stacks = await deployedOutputs(file);
  // The console and the admin API have an address of their own; that of the portal is for deployments where they share one.
  const address = outputIn(stacks, 'ConsoleUrl') ?? outputIn(stacks, 'PortalUrl');
  if (address !== undefined) return address;
  throw new CommandEnds(
    EXIT.usage,
    `${file} has neither a ConsoleUrl nor a PortalUrl: was only a part of it deployed? Deploy all of it (npm run deploy), or give --url.`,
  );
}

async function fileOf(env: string, folder: string): Promise<string> {
  const file = outputsOf(env);
  const there = (await readdir(folder)).filter((name) => /^outputs\..+\.json$/.test(name)).toSorted();
  if (there.includes(file)) return path.join(folder, file);
  const others = there.map((name) => name.slice('outputs.'.length, -'.json'.length));
  throw new CommandEnds(
    EXIT.usage,
    [
      `There is no ${file} in this folder: "${env}" was not deployed from here.`,
      others.length > 0
        ? `There is one of: ${others.join(', ')}.`
        : 'There is one of no other environment either.',
      `npm run deploy -- ${env} writes it. Or give --url, or --outputs with the file from where it was deployed.`,
    ].join(' '),
  );
}
