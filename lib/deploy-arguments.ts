const USAGE =
  'npm run deploy -- ENV [what else cdk deploy takes]: ENV is the name of a file in config/, such as production.';

/**
 * What `cdk` is called with for `npm run deploy -- <env>`: all stacks, in their order, with a question where permissions widen, and
 * the outputs in the file of that environment, where `latchkey --env` looks. Throws with how it goes where no environment is named.
 */
export function deployArguments([env, ...more]: readonly string[]): readonly string[] {
  if (env === undefined || !/^[\w-]+$/.test(env) || env.startsWith('-')) throw new Error(USAGE);
  const outputs = `outputs.${env}.json`;
  return [
    'deploy',
    '--all',
    '-c',
    `env=${env}`,
    '--require-approval',
    'broadening',
    '--outputs-file',
    outputs,
    ...more,
  ];
}
