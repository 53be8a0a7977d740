import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import type { FunctionName } from '../../lambdas/environment.ts';

/** What a function may do, by what it does that with: `flows: ['dynamodb:GetItem flow tries']`, the kinds of rows behind the action. */
export type Powers = Readonly<Record<string, readonly string[]>>;

/**
 * The list that a function's handler.ts gives of its powers. It is read and not imported: a handler joins itself to AWS when it is
 * loaded.
 */
export function declaredPowers(name: FunctionName): Powers {
  const file = path.join(import.meta.dirname, '../../lambdas', name, 'handler.ts');
  const [, list] = /^export const POWERS = (\{[^;]*\}) as const;$/m.exec(readFileSync(file, 'utf8')) ?? [];
  if (list === undefined)
    throw new Error(`${file} has no list of its powers: export const POWERS = { … } as const`);
  return runInNewContext(`(${list})`) as Powers;
}
