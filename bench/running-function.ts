import { spawn } from 'node:child_process';
import path from 'node:path';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { startRuntimeApi } from '../local/runtime-api.ts';
import { message } from './world.ts';

/** What a process has used since it began. */
export interface Usage {
  readonly cpuMs: number;
  readonly peakMiB: number;
}

/** A built function in a process of its own, behind the Runtime API. */
export interface RunningFunction {
  /** Hands it an event; its answer. */
  invoke(event: object): Promise<unknown>;
  /** Asks it over JSON; the parsed body. Throws on any status but a 2xx. */
  ask<T>(event: object): Promise<T>;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

const HERE = import.meta.dirname;

/** Starts a bundle with those variables; its first event waits until it is loaded. */
export async function runningFunction(
  bundle: string,
  variables: NodeJS.ProcessEnv,
): Promise<RunningFunction> {
  const api = await startRuntimeApi(path.basename(bundle));
  const child = spawn(
    process.execPath,
    ['--import', path.join(HERE, 'usage-reporter.ts'), path.join(HERE, '..', 'local', 'runtime-client.ts')],
    {
      cwd: bundle,
      env: { PATH: process.env['PATH'] ?? '', ...variables, AWS_LAMBDA_RUNTIME_API: api.address },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const invoke = (event: object): Promise<unknown> => api.invoke(event);
  return {
    invoke,
    async ask<T>(event: object): Promise<T> {
      const { statusCode, body } = (await invoke(event)) as APIGatewayProxyResult;
      if (statusCode >= 300) throw new Error(`${path.basename(bundle)} answered ${statusCode}: ${body}`);
      return JSON.parse(body) as T;
    },
    async usage() {
      const told = message<Usage>(child);
      child.send('usage');
      return told;
    },
    async stop() {
      child.kill();
      await api.stop();
    },
  };
}
