import { type FunctionName, FUNCTION_NAMES } from '../../lambdas/environment.ts';

/** What functions were called with in a test, and what came of it, as a table that a document shows. */
export function callsTable() {
  const rows = new Map<FunctionName, Set<string>>();
  return {
    /** `result` without what differs from run to run: numbers are told as n, and all else must be steady. */
    note(name: FunctionName, call: string, result: unknown): void {
      const noted = rows.get(name) ?? new Set<string>();
      rows.set(name, noted.add(`| ${name} | ${call} | ${steady(result)} |`));
    },
    /** Functions that were never called. */
    missing: (): readonly FunctionName[] => FUNCTION_NAMES.filter((name) => !rows.has(name)),
    markdown: (): string =>
      [
        '# Functions × calls × results',
        '',
        'Written by `test/local/bundles.test.ts` (`vitest run test/local/bundles -u`), and held against it whenever it runs. Each function is the bundle that would be deployed, in a process of its own behind a Lambda Runtime API loop, with the environment that the synthesized template gives it',
        '(names of tables and keys, ARNs of secrets and the address of the API filled in as CloudFormation would, with those of the run); the store is DynamoDB Local, the directory the embedded one over LDAPS, KMS, Secrets Manager, SES, SNS and S3 are the loopback stand-ins. `n` is any number.',
        '',
        '| Function | Called with | Result |',
        '|---|---|---|',
        ...FUNCTION_NAMES.toSorted().flatMap((name) => [...(rows.get(name) ?? [])]),
        '',
      ].join('\n'),
  };
}

/** Of an answer its words, and the names of its numbers; what else is in it may be there or not. */
const steady = (result: unknown): string =>
  typeof result === 'string'
    ? result
    : Object.entries(result ?? {})
        .filter(([, value]) => typeof value !== 'object')
        .map(([name, value]) => `${name} ${typeof value === 'number' ? 'n' : String(value)}`)
        .join(', ') || 'done';
