import { Lazy, Token, Tokenization } from 'aws-cdk-lib';
import { type FunctionName, READS, type Variable, VARIABLES } from '../../lambdas/environment.ts';

/** What Lambda lets a function's environment take up, in bytes. */
const ENVIRONMENT_LIMIT = 4096;

/** The environment of one function: exactly the variables it is listed to read, each given its value when that is known. */
export function functionEnvironment(name: FunctionName) {
  const values = new Map<Variable, string>();
  const listed: readonly Variable[] = READS[name];
  const reads = (variable: Variable): boolean => listed.includes(variable);
  return {
    reads,
    /** Throws for a variable that the function is not listed to read. */
    set(variable: Variable, value: string): void {
      if (!reads(variable)) throw new Error(`${name} is not listed to read ${variable}`);
      values.set(variable, value);
    },
    /** As a template has it; the values are looked at when that is written. */
    variables: (): Record<string, string> =>
      Object.fromEntries(
        listed.map((variable) => [variable, Lazy.string({ produce: () => values.get(variable) ?? '' })]),
      ),
    /** What is missing, and whether it is too large, a sentence each. */
    mistakes(): string[] {
      const missing = listed.filter((variable) => !values.has(variable));
      const size = [...values].reduce((sum, [variable, value]) => sum + variable.length + sizeOf(value), 0);
      return [
        ...missing.map(
          (variable) => `${name} reads ${variable} (${VARIABLES[variable]}), and nothing sets it`,
        ),
        ...(size > ENVIRONMENT_LIMIT
          ? [
              `the environment of ${name} takes ${size} bytes, and Lambda allows ${ENVIRONMENT_LIMIT}: shorten the bases or protectedGroups of the domains`,
            ]
          : []),
      ];
    },
  };
}

/** What AWS fills in later (names, ARNs) is taken as 120 bytes each. */
function sizeOf(value: string): number {
  const { tokens } = Tokenization.reverseString(value);
  const markers = tokens.reduce((sum, token) => sum + Token.asString(token).length, 0);
  return Buffer.byteLength(value) - markers + 120 * tokens.length;
}
