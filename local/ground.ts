import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DomainSettings } from '../adapters/active-directory/domain-settings.ts';
import type { DeployedPolicy } from '../domain/policy/deployed-configuration.ts';
import type { Ports } from '../domain/ports/index.ts';
import { DOMAINS_FILE } from '../lambdas/bundle.ts';
import { siteFrom } from '../lambdas/environment.ts';
import type { Journal, Site } from '../lambdas/http/site.ts';
import type { AwsPlace } from './aws-place.ts';
import type { Mailbox } from './aws/mailbox.ts';
import { type AwsStandIns, startAwsStandIns } from './aws/start-aws-stand-ins.ts';
import { openStore, type OpenStore, type StoreChoice } from './central-store.ts';
import { openDataFolder } from './data-folder.ts';
import { domainOf } from './domain-of.ts';
import { lineJournal, type TakeLine } from './line-journal.ts';
import type { LocalDirectories, OwnAccount } from './local-directory.ts';
import { type DirectoryChoice, directoryName, openDirectories } from './open-directory.ts';
import { localPolicy } from './policy.ts';
import { localPorts } from './ports.ts';
import type { TidyUp } from './tidy-up.ts';
import { type JoinedOutside, type LocalVariables, localVariables } from './variables.ts';

export interface GroundOptions {
  readonly dataFolder: string;
  /** Empties the data folder first. */
  readonly reset?: boolean;
  readonly directory?: DirectoryChoice;
  readonly store?: StoreChoice;
  /** '' or `/prod`. */
  readonly basePath?: string;
  /** Laid over the policy of this run. */
  readonly policy?: Partial<DeployedPolicy>;
  /** Services outside that this run is joined to. */
  readonly outside?: JoinedOutside;
  /** An account that is the canary of this run, with the password it begins with. */
  readonly canary?: OwnAccount;
  /** Every line the functions write. */
  readonly take?: TakeLine;
}

/** All that the functions stand on. */
export interface Ground {
  readonly folder: string;
  readonly directories: LocalDirectories;
  /** As the functions find them. */
  readonly domains: readonly DomainSettings[];
  readonly store: OpenStore;
  /** KMS, SES and SNS; and Secrets Manager, which is another one for somebody's own domain. */
  readonly standIns: AwsPlace;
  readonly keeperOfSecrets: AwsPlace;
  /** Of the keeper of secrets. */
  readonly rotations: AwsStandIns['rotations'];
  readonly mailbox: Mailbox;
  readonly variables: LocalVariables;
  readonly ports: Ports;
  readonly site: Site;
  readonly journal: Journal;
  readonly take: TakeLine;
}

/** Opens folder, directory, store and stand-ins, and joins the ports to them, for a server on that port. Throws CannotStart. */
export async function layGround(options: GroundOptions, port: number, tidy: TidyUp): Promise<Ground> {
  const { directory: choice = { kind: 'embedded' }, basePath = '', take = () => undefined } = options;
  const folder = openDataFolder(options.dataFolder, directoryName(choice), options.reset ?? false);
  const [directories, store] = await Promise.all([
    openDirectories(choice, folder, tidy),
    openStore(options.store ?? { kind: 'sqlite' }, folder).then(tidy.later),
  ]);
  const aws = tidy.later(await startAwsStandIns({ folder }));
  // What opens somebody's own domain is kept in memory alone.
  const awsSecrets = choice.kind === 'lab' ? tidy.later(await startAwsStandIns()) : aws;
  const domains = directories.map(domainOf);
  const domainsFile = join(folder, DOMAINS_FILE);
  writeFileSync(domainsFile, JSON.stringify(domains));
  const variables = localVariables({
    origin: `http://localhost:${port}`,
    basePath,
    policy: localPolicy(directories, options.policy ?? {}),
    directories,
    domainsFile,
    keys: aws.keys,
    secrets: awsSecrets.secrets,
    ...(options.outside && { outside: options.outside }),
    ...(options.canary && { canary: options.canary }),
  });
  const standIns = { endpoint: aws.url, accessKeyId: 'latchkey' };
  const keeperOfSecrets = { ...standIns, endpoint: awsSecrets.url };
  const journal = lineJournal(take);
  const ports = localPorts(variables, store, standIns, keeperOfSecrets, journal);
  const site = siteFrom({ read: (name) => variables[name] });
  return {
    folder,
    directories,
    domains,
    store,
    standIns,
    keeperOfSecrets,
    rotations: awsSecrets.rotations,
    mailbox: aws.mailbox,
    variables,
    ports,
    site,
    journal,
    take,
  };
}
