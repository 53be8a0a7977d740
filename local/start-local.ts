import { wordsOf } from '../domain/policy/branding.ts';
import type { Configuration } from '../domain/policy/configuration.ts';
import { warnings } from '../domain/policy/warnings.ts';
import type { Ports } from '../domain/ports/index.ts';
import type { AwsPlace } from './aws-place.ts';
import { answerRequests } from './answer-requests.ts';
import type { Mailbox } from './aws/mailbox.ts';
import { inBackground } from './background.ts';
import type { Bundles, EnvironmentOf } from './bundles.ts';
import type { Count } from './counting-meter.ts';
import { demoPages } from './demo/pages.tsx';
import { type GroundOptions, layGround } from './ground.ts';
import type { LocalDirectories, LocalDirectory } from './local-directory.ts';
import { seedEnrollments } from './seed-enrollments.ts';
import { listenOnLoopback } from './server.ts';
import { startFunctions } from './start-functions.ts';
import { type TidyUp, tidyUp } from './tidy-up.ts';

export interface LocalOptions extends GroundOptions {
  /** 0: any free one. */
  readonly port: number;
  /** Answers with the built bundles, in processes of their own, if wanted with environments of their own; needs DynamoDB. */
  readonly bundles?: boolean | EnvironmentOf;
}

/** Latchkey, whole, on this machine. */
export interface LocalLatchkey {
  readonly origin: string;
  /** The address of a path, base path included. */
  readonly url: (path: string) => string;
  /** The stand-in for Secrets Manager, where the passwords of our own accounts are, and rotate. */
  readonly secretsManager: AwsPlace;
  readonly mailbox: Mailbox;
  /** Of the default domain. */
  readonly directory: LocalDirectory;
  readonly directories: LocalDirectories;
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
  readonly runAnnouncer: () => Promise<void>;
  readonly runDoctor: () => Promise<void>;
  readonly runPreFlight: () => Promise<void>;
  readonly runTrailSealer: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What happens once a night on AWS happens more often here: nobody lets this run all night. */
const NIGHT_MS = 60 * 60_000;

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

async function started(options: LocalOptions, tidy: TidyUp): Promise<LocalLatchkey> {
  const server = tidy.later(await listenOnLoopback(options.port));
  const ground = await layGround(options, server.port, tidy);
  const { site, ports, directories, mailbox, take } = ground;
  const { functions, bundles, meter } = await startFunctions(ground, options.bundles ?? false, tidy);
  await seedEnrollments(ports, directories);
  const failed = (error: unknown): void => take(`in the background: ${String(error)}`, 'error');
  const sender = tidy.later(inBackground(1_000, () => functions.send(), failed));
  const sweeper = tidy.later(inBackground(10_000, () => functions.sweep(), failed));
  const announcer = tidy.later(inBackground(60_000, () => functions.announce(), failed));
  const doctor = tidy.later(inBackground(NIGHT_MS, () => functions.examine(), failed));
  const preFlight = tidy.later(inBackground(NIGHT_MS, () => functions.preFlight(), failed));
  tidy.later(inBackground(5_000, () => functions.tellOutside(), failed));
  tidy.later(inBackground(5_000, () => functions.writeAttributes(), failed));
  const trailSealer = tidy.later(inBackground(60_000, () => functions.sealTrail(), failed));
  const counts = () => meter.counts();
  const configuration = await ports.configuration.current();
  const words = wordsOf(configuration.document, 'en');
  const answer = answerRequests(site, functions, demoPages({ site, words, directories, mailbox, counts }));
  server.answerWith(async (request) => {
    const answered = await answer(request);
    if (request.method !== 'GET') void sender.run().catch(failed);
    return answered;
  });
  return {
    origin: site.origin,
    url: (path) => site.origin + site.basePath + path,
    secretsManager: ground.keeperOfSecrets,
    mailbox,
    directory: directories[0],
    directories,
    configuration,
    warnings: warnings(configuration.document),
    ports,
    bundles,
    counts,
    runSender: () => sender.run(),
    runSweeper: () => sweeper.run(),
    runAnnouncer: () => announcer.run(),
    runDoctor: () => doctor.run(),
    runPreFlight: () => preFlight.run(),
    runTrailSealer: () => trailSealer.run(),
    stop: () => tidy.up(),
  };
}
