import { Command, InvalidArgumentError } from 'commander';
import * as z from 'zod';
import { DEFAULT_LIMITS, type Limits } from '../domain/policy/limits.ts';
import { CannotStart } from './cannot-start.ts';
import type { DirectoryChoice } from './open-directory.ts';
import { type LabFlags, labDomain } from './lab-domain.ts';
import type { LocalOptions } from './start-local.ts';

/** What was asked for on the command line. */
export type StartOptions = Omit<LocalOptions, 'take'> & { readonly verbose: boolean };

interface Flags extends LabFlags {
  readonly port: number;
  readonly data?: string;
  readonly reset?: true;
  readonly store: 'sqlite' | 'dynamodb';
  readonly directory: string;
  readonly secondDomain?: true;
  readonly basePath: string;
  readonly limits?: Partial<Limits>;
  readonly bundles?: true;
  readonly verbose?: true;
}

/** Reads the command line (without node and script) and, for a domain of one's own, its accounts from the environment. Throws CannotStart. */
export function readStartOptions(argv: readonly string[], environment: NodeJS.ProcessEnv): StartOptions {
  const flags = commandLine().parse(argv, { from: 'user' }).opts<Flags>();
  const directory = directoryOf(flags, environment);
  const { port, data, reset = false, store, basePath, limits, bundles = false, verbose = false } = flags;
  if (bundles && store !== 'dynamodb')
    throw new CannotStart('The built bundles know DynamoDB alone: --bundles goes with --store dynamodb.');
  return {
    port,
    dataFolder: data ?? folderOf(directory),
    reset,
    directory,
    store: { kind: store },
    basePath,
    ...(limits && { policy: { limits } }),
    bundles,
    verbose,
  };
}

/** Enrollments of a domain of one's own never share a folder with the demonstration's, nor those of two domains with those of one. */
function folderOf(directory: DirectoryChoice): string {
  if (directory.kind === 'lab') return '.latchkey/lab';
  return directory.secondDomain ? '.latchkey/two-domains' : '.latchkey/data';
}

function directoryOf(flags: Flags, environment: NodeJS.ProcessEnv): DirectoryChoice {
  const { directory, secondDomain, baseDn, netbios, ca, serve, upnSuffix, administrators } = flags;
  if (directory.startsWith('ldaps://')) {
    if (secondDomain)
      throw new CannotStart(
        '--second-domain has demonstration people in it, who do not go beside a real directory. Leave it out, or leave out --directory.',
      );
    return labDomain(directory.split(','), flags, environment);
  }
  const stray = Object.entries({ baseDn, netbios, ca, serve, upnSuffix, administrators }).find(
    ([, value]) => value,
  );
  if (stray)
    throw new CannotStart(
      '--base-dn, --netbios, --ca, --serve, --upn-suffix and --administrators are about a domain of your own; with the demonstration domain and its people they mean nothing. Name your domain with --directory ldaps://…',
    );
  if (directory === 'embedded' || directory === 'samba')
    return { kind: directory, ...(secondDomain && { secondDomain }) };
  throw new CannotStart('--directory is embedded, samba, or ldaps://host[:port] of your own lab domain.');
}

const commandLine = (): Command =>
  new Command('npm start --')
    .description('Latchkey, whole, on this machine: http://localhost:3000')
    .option('--port <number>', 'port on 127.0.0.1', portNumber, 3000)
    .option(
      '--data <folder>',
      'where everything is kept (default: .latchkey/data; .latchkey/lab for your own domain, .latchkey/two-domains for two)',
    )
    .option('--reset', 'begin anew: empties that folder')
    .option(
      '--store <kind>',
      'sqlite, or dynamodb (DynamoDB Local; needs Java 17+)',
      oneOf('sqlite', 'dynamodb'),
      'sqlite',
    )
    .option(
      '--directory <which>',
      'embedded, samba, or ldaps://host[:port] of your own lab domain',
      'embedded',
    )
    .option(
      '--second-domain',
      'serve NORD, an embedded domain of another forest, beside CORP; mail addresses and employee numbers may be typed, too',
    )
    .option('--base-path <path>', "'' or /prod, as behind a stage of API Gateway", basePathOf, '')
    .option('--limits <json>', 'limits other than the default ones', limitsOf)
    .option('--bundles', 'answer with the built Lambda bundles, each in a process of its own')
    .option('--verbose', 'show a line for every request')
    .option('--base-dn <dn>', 'your own domain: its distinguished name')
    .option('--netbios <name>', 'your own domain: its NetBIOS name')
    .option('--ca <file>', 'your own domain: PEM file of the CA of its domain controllers')
    .option('--serve <dn...>', 'your own domain: OUs whose people are served (default: all of it)')
    .option('--upn-suffix <suffix...>', 'your own domain: further UPN suffixes')
    .option('--administrators <group...>', 'your own domain: groups whose members administer Latchkey')
    .exitOverride()
    // What is wrong is told once, by whoever catches it.
    .configureOutput({ writeErr: () => undefined });

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('It is a number up to 65535.');
}

function oneOf(...known: readonly string[]) {
  return (text: string): string => {
    if (known.includes(text)) return text;
    throw new InvalidArgumentError(`It is one of ${known.join(', ')}.`);
  };
}

function basePathOf(text: string): string {
  if (/^(\/[A-Za-z0-9_-]+)?$/.test(text)) return text;
  throw new InvalidArgumentError("It is '' or one name behind a slash, such as /prod.");
}

const LIMITS = z.partialRecord(
  z.enum(Object.keys(DEFAULT_LIMITS) as (keyof Limits)[]),
  z.int().check(z.positive()),
);

function limitsOf(text: string): Partial<Limits> {
  try {
    return LIMITS.parse(JSON.parse(text));
  } catch {
    throw new InvalidArgumentError(
      `It is JSON such as {"startsPerSourceHour":1000}; there are ${Object.keys(DEFAULT_LIMITS).join(', ')}.`,
    );
  }
}
