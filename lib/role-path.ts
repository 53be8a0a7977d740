import { Fn, type Stack } from 'aws-cdk-lib';
import type { FunctionName } from '../lambdas/environment.ts';

/**
 * The path of one function's role. Key policies and secret policies in the state stack name their users by it, so
 * that they can be exact without referring to a stack that is made after them.
 */
export const rolePath = (environment: string, name: FunctionName): string =>
  `/latchkey/${environment.toLowerCase()}/${name}/`;

/** The ARNs of every role on the paths of these functions, as a pattern for `aws:PrincipalArn`. */
export const roleArns = (stack: Stack, environment: string, names: readonly FunctionName[]): string[] =>
  names.map((name) =>
    Fn.join('', [
      'arn:',
      stack.partition,
      ':iam::',
      stack.account,
      ':role',
      `${rolePath(environment, name)}*`,
    ]),
  );
