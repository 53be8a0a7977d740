import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeployedPolicy } from '../domain/policy/deployed-configuration.ts';
import { type Configuration, warnings } from '../domain/policy/configuration.ts';
import type { Ports } from '../domain/ports/index.ts';
import { siteFrom } from '../lambdas/environment.ts';
import { answerRequests } from './answer-requests.ts';
import { type AwsPlace, awsVariables } from './aws-place.ts';
import type { Mailbox } from './aws/mailbox.ts';
import { startAwsStandIns } from './aws/start-aws-stand-ins.ts';
import { inBackground } from './background.ts';
import { type Bundles, startBundles } from './bundles.ts';
import { countEmbedded } from './embedded-metrics.ts';
import { CannotStart } from './cannot-start.ts';
import { openStore, type OpenStore, type StoreChoice } from './central-store.ts';
import { type Count, countingMeter } from './counting-meter.ts';
import { openDataFolder } from './data-folder.ts';
import { demoPages } from './demo/pages.tsx';
import { functionsHere } from './functions.ts';
import { lineJournal, type TakeLine } from './line-journal.ts';
import { type DirectoryChoice, directoryName, type LocalDirectory, openDirectory } from './open-directory.ts';
import { localPolicy } from './policy.ts';
import { localPorts } from './ports.ts';
import { seedEnrollments } from './seed-enrollments.ts';
import { listenOnLoopback } from './server.ts';
import { tidyUp } from './tidy-up.ts';
import { type LocalVariables, localVariables } from './variables.ts';

export interface LocalOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly dataFolder: string;
  /** Empties the data folder first. */
  readonly reset?: boolean;
  readonly directory?: DirectoryChoice;
  readonly store?: StoreChoice;
  /** '' or `/prod`. */
  readonly basePath?: string;
  /** Laid over the policy of this run. */
  readonly policy?: Partial<DeployedPolicy>;
  /** Answers with the built bundles, in processes of their own; needs DynamoDB. */
  readonly bundles?: boolean;
  /** Every line the functions write. */
  readonly take?: TakeLine;
}

/** Latchkey, whole, on this machine. */
export interface LocalLatchkey {
  readonly origin: string;
  /** The address of a path, base path included. */
  readonly url: (path: string) => string;
  readonly mailbox: Mailbox;
  readonly directory: LocalDirectory;
  readonly configuration: Configuration;
  /** What is risky about the configuration. */
  readonly warnings: readonly string[];
  /** The ports in this process, for seeding and looking; with bundles, beside those of their processes. */
  readonly ports: Ports;
  readonly bundles: Bundles | undefined;
  /** What was counted since the start. */
  readonly counts: () => readonly Count[];
  /** Sends everything that is due by now. */
  readonly runSender: () => Promise<void>;
  readonly runSweeper: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts everything Latchkey needs and Latchkey itself, on loopback; resolves when pages are served and people enrolled.
 * Throws CannotStart, with everything stopped again.
 */
export async function startLocal(options: LocalOptions): Promise<LocalLatchkey> {
  const tidy = tidyUp();
  try {
    return await started(options, tidy);
  } catch (error) {
    await tidy.up();
    throw error;
  }
}

async function started(options: LocalOptions, tidy: ReturnType<typeof tidyUp>): Promise<LocalLatchkey> {
  const { directory: choice = { kind: 'embedded' }, basePath = '', take = () => undefined } = options;
  const server = tidy.later(await listenOnLoopback(options.port));
  const folder = openDataFolder(options.dataFolder, directoryName(choice), options.reset ?? false);
  const [directory, store] = await Promise.all([
    openDirectory(choice, folder).then(tidy.later),
    openStore(options.store ?? { kind: 'sqlite' }, folder).then(tidy.later),
  ]);
  const standIns = tidy.later(await startAwsStandIns({ folder }));
  // What opens somebody's own domain is kept in memory alone.
  const secrets = choice.kind === 'lab' ? tidy.later(await startAwsStandIns()) : standIns;
  const place: AwsPlace = { endpoint: standIns.url, accessKeyId: 'latchkey' };
  const policy = localPolicy(directory, options.policy ?? {});
  const caFile = join(folder, 'domain-ca.pem');
  writeFileSync(caFile, directory.ca);
  const origin = `http://localhost:${server.port}`;
  const variables = localVariables({
    origin,
    basePath,
    policy,
    directory,
    caFile,
    keys: standIns.keys,
    secrets: secrets.secrets,
  });
  const journal = lineJournal(take);
  const ports = localPorts(variables, store, place, { ...place, endpoint: secrets.url }, journal);

  const meter = countingMeter();
  const site = siteFrom({ read: (name) => variables[name] });
  const counting: TakeLine = (line, level) => {
    countEmbedded(line, meter);
    take(line, level);
  };
  const parts = { folder, variables, take: counting, directory, place, secrets: secrets.url };
  const bundles = options.bundles ? tidy.later(await bundled(store, parts)) : undefined;
  const functions = bundles ?? functionsHere(ports, { site, meter, journal });

  await seedEnrollments(ports, directory.people);
  const failed = (error: unknown): void => take(`in the background: ${String(error)}`, 'error');
  const sender = tidy.later(inBackground(1_000, () => functions.send(), failed));
  const sweeper = tidy.later(inBackground(10_000, () => functions.sweep(), failed));
  const pages = demoPages({ site, directory, mailbox: standIns.mailbox, counts: () => meter.counts() });
  const answer = answerRequests(site, functions, pages);
  server.answerWith(async (request) => {
    const answered = await answer(request);
    if (request.method !== 'GET') void sender.run().catch(failed);
    return answered;
  });
  const configuration = await ports.configuration.current();
  return {
    origin,
    directory,
    configuration,
    ports,
    bundles,
    url: (path) => origin + basePath + path,
    mailbox: standIns.mailbox,
    warnings: warnings(configuration),
    counts: () => meter.counts(),
    runSender: () => sender.run(),
    runSweeper: () => sweeper.run(),
    stop: () => tidy.up(),
  };
}

interface BundledParts {
  readonly folder: string;
  readonly variables: LocalVariables;
  readonly take: TakeLine;
  readonly directory: LocalDirectory;
  readonly place: AwsPlace;
  readonly secrets: string;
}

function bundled(store: OpenStore, parts: BundledParts): Promise<Bundles> {
  if (store.kind !== 'dynamodb')
    throw new CannotStart('The built bundles know DynamoDB alone: add --store dynamodb.');
  const { folder, variables, take, directory, place, secrets } = parts;
  return startBundles({
    folder: join(folder, 'bundles'),
    variables,
    ca: directory.ca,
    aws: { ...awsVariables(place, store.place), AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets },
    take,
  });
}
