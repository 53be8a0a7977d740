import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { deployArguments } from '../lib/deploy-arguments.ts';

/** `npm run deploy -- <env>`: `cdk deploy` of that environment, and its outputs where `latchkey --env` finds them. */
try {
  const cdk = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');
  const env = { ...process.env, CDK_DISABLE_CLI_TELEMETRY: '1' };
  const words = deployArguments(process.argv.slice(2));
  process.exitCode = spawnSync(process.execPath, [cdk, ...words], { stdio: 'inherit', env }).status ?? 1;
} catch (problem) {
  console.error((problem as Error).message);
  process.exitCode = 2;
}
