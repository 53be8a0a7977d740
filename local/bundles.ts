import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { APIGatewayProxyResult } from 'aws-lambda';
import type { DomainSettings } from '../adapters/active-directory/domain-settings.ts';
import { type Architecture, bundleFunction, DOMAINS_FILE } from '../lambdas/bundle.ts';
import { FUNCTION_NAMES, type FunctionName, READS } from '../lambdas/environment.ts';
import type { Functions } from './functions.ts';
import type { TakeLine } from './line-journal.ts';
import { type RuntimeApi, startRuntimeApi } from './runtime-api.ts';
import type { LocalVariables } from './variables.ts';

/** The environment of a function, of our variables, made of what this run has in them. */
export type EnvironmentOf = (
  name: FunctionName,
  variables: LocalVariables,
) => Readonly<Record<string, string>>;

/** The built functions, each in a process of its own. */
export interface Bundles extends Functions {
  /** Hands an event to a function's handler, as Lambda does. Rejects with what the handler threw. */
  invoke(name: FunctionName, event: unknown): Promise<unknown>;
  /** Ends a function's process in the middle of whatever it does; another one takes its place. */
  crash(name: FunctionName): void;
}

export interface BundleSettings {
  /** Where the bundles are written, a folder for each. */
  readonly folder: string;
  readonly variables: LocalVariables;
  /** What each finds in its environment instead of the variables it reads. */
  readonly environmentOf?: EnvironmentOf;
  /** Goes beside the code, as on Lambda. */
  readonly domains: readonly DomainSettings[];
  /** Of the SDK: region, credentials, endpoints. */
  readonly aws: Readonly<Record<string, string>>;
  /** Every line a function writes. */
  readonly take: TakeLine;
}

/**
 * Builds every function as it is deployed, and runs each in a process of its own behind a Runtime API loop, one event at a
 * time, with exactly the variables its template gives it.
 */
export async function startBundles(settings: BundleSettings): Promise<Bundles> {
  const running = new Map<FunctionName, RunningBundle>();
  const end = (): void => running.forEach((bundle) => bundle.crash());
  process.once('exit', end);
  await Promise.all(FUNCTION_NAMES.map(async (name) => running.set(name, await startBundle(name, settings))));
  const invoke = async (name: FunctionName, event: unknown): Promise<unknown> =>
    running.get(name)?.invoke(event);
  return {
    invoke,
    crash: (name) => running.get(name)?.crash(),
    answer: async (owner, event) => (await invoke(owner, event)) as APIGatewayProxyResult,
    send: () => invoke('outbox-sender', {}),
    sweep: () => invoke('sweeper', {}),
    announce: () => invoke('announcer', {}),
    examine: () => invoke('doctor', {}),
    preFlight: () => invoke('pre-flight', {}),
    tellOutside: () => invoke('post-actions', {}),
    writeAttributes: () => invoke('attribute-writer', {}),
    sealTrail: () => invoke('trail-sealer', {}),
    async stop() {
      process.off('exit', end);
      await Promise.all([...running.values()].map((bundle) => bundle.stop()));
    },
  };
}

interface RunningBundle extends Pick<RuntimeApi, 'invoke'> {
  crash(): void;
  stop(): Promise<void>;
}

async function startBundle(name: FunctionName, settings: BundleSettings): Promise<RunningBundle> {
  const folder = join(settings.folder, name);
  await bundleFunction(name, folder, architecture(), settings);
  const api = await startRuntimeApi(name);
  const env = environmentFor(name, settings, api.address);
  let child = spawnRuntime(folder, env);
  /** A process that ended is followed by another one, as on Lambda; until it is stopped, or cannot be loaded. */
  const watched = (): void => {
    lines(child, settings.take);
    child.once('exit', (code, signal) => {
      api.gone(`its process ended (${signal ?? String(code)})`);
      if (api.broken()) return;
      child = spawnRuntime(folder, env);
      watched();
    });
  };
  watched();
  return {
    invoke: (event) => api.invoke(event),
    crash: () => void child.kill('SIGKILL'),
    async stop() {
      await api.stop();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill();
      await ended;
    },
  };
}

const RUNTIME_CLIENT = fileURLToPath(new URL('runtime-client.ts', import.meta.url));

const spawnRuntime = (cwd: string, env: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, [RUNTIME_CLIENT], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });

const architecture = (): Architecture => (process.arch === 'arm64' ? 'arm64' : 'x86_64');

/** Nothing of this process's own environment goes along. */
function environmentFor(name: FunctionName, settings: BundleSettings, api: string) {
  const { variables, aws, environmentOf = whatItReads } = settings;
  return {
    ...aws,
    ...environmentOf(name, { ...variables, LATCHKEY_DOMAINS_FILE: DOMAINS_FILE }),
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_RUNTIME_API: api,
    NODE_NO_WARNINGS: '1',
  };
}

const whatItReads: EnvironmentOf = (name, variables) =>
  Object.fromEntries(READS[name].map((variable) => [variable, variables[variable]]));

function lines({ stdout, stderr }: ChildProcess, take: TakeLine): void {
  const each = (stream: Readable | null, level: (line: string) => 'info' | 'error'): void => {
    if (stream) createInterface(stream).on('line', (line) => take(line, level(line)));
  };
  each(stdout, (line) => (line.includes('"level":"ERROR"') ? 'error' : 'info'));
  each(stderr, () => 'error');
}
