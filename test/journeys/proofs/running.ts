import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash, randomBytes } from 'node:crypto';
import type { CountingProxy } from '../../../bench/counting-proxy.ts';
import { countingProxy } from '../../../bench/counting-proxy.ts';
import type { DeployedPolicy } from '../../../domain/policy/deployed-configuration.ts';
import type { Limits } from '../../../domain/policy/limits.ts';
import { DEFAULT_LIMITS } from '../../../domain/policy/limits.ts';
import type { Ports } from '../../../domain/ports/index.ts';
import type { Flow } from '../../../domain/recovery/flow.ts';
import type { TrailEvent } from '../../../domain/trail/event.ts';
import type { Person } from '../../../domain/person.ts';
import { configurationFrom, siteFrom } from '../../../lambdas/environment.ts';
import { configurationAtHand } from '../../../lambdas/http/configuration-at-hand.ts';
import { answerRequests } from '../../../local/answer-requests.ts';
import type { Mailbox } from '../../../local/aws/mailbox.ts';
import { startAwsStandIns } from '../../../local/aws/start-aws-stand-ins.ts';
import { openStore, type OpenStore } from '../../../local/central-store.ts';
import { countingMeter, type Count } from '../../../local/counting-meter.ts';
import { startLookAlike, type LookAlike } from '../../../local/directory/look-alike.ts';
import { domainOf } from '../../../local/domain-of.ts';
import { functionsHere, type Functions } from '../../../local/functions.ts';
import { lineJournal } from '../../../local/line-journal.ts';
import type { LocalDirectories, LocalDirectory } from '../../../local/local-directory.ts';
import { CAST, DOMAIN, SECOND_DOMAIN, type CastMember } from '../../../local/people.ts';
import { localPolicy } from '../../../local/policy.ts';
import { localPorts } from '../../../local/ports.ts';
import { seedEnrollments } from '../../../local/seed-enrollments.ts';
import { listenOnLoopback } from '../../../local/server.ts';
import { tidyUp } from '../../../local/tidy-up.ts';
import { localVariables } from '../../../local/variables.ts';
import { embedded, secondEmbedded } from './demonstration.ts';
import { heldClock, type HeldClock } from './held-clock.ts';

export interface RunningOptions {
  /** Who is in the embedded directory; the demonstration's cast unless said otherwise. */
  readonly people?: readonly CastMember[];
  /** Another directory than the embedded one. */
  readonly directory?: LocalDirectory;
  /** Who is in a second domain, NORD, beside it; there is none when left out. */
  readonly second?: readonly CastMember[];
  /** Endpoint of a DynamoDB Local that is up; SQLite when left out. */
  readonly dynamodb?: string | undefined;
  readonly limits?: Partial<Limits>;
  /** What outside this deployment is joined to; what answers there is laid around the ports. */
  readonly outside?: DeployedPolicy['outside'];
  /** Answers leave when they would on AWS; for proofs about times, as every other one only waits longer. */
  readonly evenTimes?: true;
  /** Laid around the ports that requests are answered with. */
  readonly wrap?: (ports: Ports) => Ports;
}

/** Latchkey answering over HTTP in this process, with a window on everything behind it. */
export interface Running {
  readonly origin: string;
  /** What requests are answered with. */
  readonly ports: Ports;
  /** The same without what `wrap` laid around them: to look without being counted. */
  readonly plain: Ports;
  readonly limits: Limits;
  readonly clock: HeldClock;
  /** The embedded directory; throws where another was given. */
  lookAlike(): LookAlike;
  /** That of the second domain; throws where there is none. */
  second(): LookAlike;
  readonly mailbox: Mailbox;
  /** Calls of the stand-ins for AWS, by operation. */
  readonly aws: CountingProxy;
  readonly store: OpenStore;
  readonly functions: Functions;
  /** Every line the functions wrote. */
  readonly lines: readonly string[];
  counted(): readonly Count[];
  flow(handle: string): Promise<Flow | undefined>;
  person(username: string): Person;
  trail(person: Person): Promise<readonly TrailEvent[]>;
  stop(): Promise<void>;
}

const PLENTY = 1_000_000;

/**
 * Starts Latchkey as `npm start` does, but for pages of the demonstration and what works in the background by itself:
 * nothing is sent and nothing is swept until the proof says so. How much a source may start is no hindrance here.
 */
export async function startRunning(options: RunningOptions = {}): Promise<Running> {
  const tidy = tidyUp();
  try {
    return await started(options, tidy);
  } catch (error) {
    await tidy.up();
    throw error;
  }
}

async function started(options: RunningOptions, tidy: ReturnType<typeof tidyUp>): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-proof-'));
  tidy.later({ stop: async () => rmSync(folder, { recursive: true, force: true }) });
  const server = tidy.later(await listenOnLoopback(0));
  const lookAlike = options.directory
    ? undefined
    : tidy.later(await startLookAlike({ cast: options.people ?? CAST }));
  const second =
    options.second && tidy.later(await startLookAlike({ domain: SECOND_DOMAIN, cast: options.second }));
  const directories: LocalDirectories = [
    options.directory ?? embedded(present(lookAlike), options.people ?? CAST),
    ...(second ? [secondEmbedded(second, options.second ?? [])] : []),
  ];
  const store = tidy.later(await openStore(storeChoice(options.dynamodb), folder));
  const standIns = tidy.later(await startAwsStandIns());
  const aws = await countingProxy(standIns.url);
  tidy.later({ stop: async () => aws.stop() });
  const limits = { startsPerSourceHour: PLENTY, startsPerHour: PLENTY, ...options.limits };
  const domainsFile = join(folder, 'domains.json');
  writeFileSync(domainsFile, JSON.stringify(directories.map(domainOf)));
  const origin = `http://localhost:${server.port}`;
  const policy = localPolicy(directories, { limits, ...(options.outside && { outside: options.outside }) });
  const variables = localVariables({ origin, basePath: '', policy, directories, domainsFile, ...standIns });
  const place = { endpoint: aws.url, accessKeyId: 'latchkey' };
  const clock = heldClock();
  const plain: Ports = { ...localPorts(variables, store, place, place), clock };
  const ports = options.wrap?.(plain) ?? plain;
  const meter = countingMeter();
  const lines: string[] = [];
  const site = siteFrom({ read: (name) => variables[name] });
  const deployed = configurationFrom({ read: (name) => variables[name] });
  const edge = {
    site,
    meter,
    journal: lineJournal((line) => lines.push(line)),
    configuration: configurationAtHand(ports.configuration, deployed),
  };
  const functions = functionsHere(ports, edge, options.evenTimes ? {} : { evenStepMs: 0 });
  await seedEnrollments(ports, directories);
  server.answerWith(answerRequests(site, functions, async () => undefined));
  return {
    origin,
    ports,
    plain,
    clock,
    aws,
    store,
    functions,
    lines,
    limits: { ...DEFAULT_LIMITS, ...limits },
    mailbox: standIns.mailbox,
    lookAlike: () => present(lookAlike),
    second: () => present(second),
    counted: () => meter.counts(),
    flow: (handle) => plain.flows.find(keyOf(handle)),
    person: (username) => ({ domain: DOMAIN.netbios, guid: present(lookAlike).guidOf(username) }),
    trail: (person) => Array.fromAsync(plain.trail.of(person)),
    stop: () => tidy.up(),
  };
}

/** The store's key of a handle. */
export const keyOf = (handle: string): string => createHash('sha256').update(handle).digest('base64url');

const storeChoice = (endpoint: string | undefined) =>
  endpoint === undefined
    ? ({ kind: 'sqlite' } as const)
    : // An access key id of one's own is a database of one's own.
      ({
        kind: 'dynamodb',
        running: { endpoint, accessKeyId: `p${randomBytes(9).toString('hex')}` },
      } as const);

function present(lookAlike: LookAlike | undefined): LookAlike {
  if (!lookAlike) throw new Error('this run has no embedded directory');
  return lookAlike;
}
