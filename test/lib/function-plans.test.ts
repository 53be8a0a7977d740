import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FUNCTION_NAMES, type FunctionName } from '../../lambdas/environment.ts';
import { FUNCTION_PLANS } from '../../lib/function-plans.ts';

const ROOT = path.join(import.meta.dirname, '../..');
/** The last column of the bench's table, by function. */
const chosen = new Map(
  [
    ...readFileSync(path.join(ROOT, 'docs/function-memory.md'), 'utf8').matchAll(
      /^\| ([\w-]+) \|.* \*\*(\d+)\*\* \|$/gm,
    ),
  ].map(([, name = '', size]) => [name, Number(size)] as const),
);

describe('the memory of a function', () => {
  test('was measured for every function', () => {
    expect([...chosen.keys()].toSorted()).toEqual(FUNCTION_NAMES.toSorted());
  });

  test.each([...chosen])('%s has what the bench chose: %i MB', (name, size) => {
    expect(FUNCTION_PLANS[name as FunctionName].memory).toBe(size);
  });
});

describe('the time of a function', () => {
  test('is less than API Gateway waits, where somebody waits for its answer', () => {
    for (const { woken, timeout } of Object.values(FUNCTION_PLANS))
      if (woken.startsWith('by requests')) expect(timeout).toBeLessThan(29);
  });
});

test('no tracer is in any function: what is traced is what Lambda sees from outside', () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    readonly dependencies: object;
  };
  expect(Object.keys(dependencies).filter((name) => /xray|tracer|opentelemetry/.test(name))).toEqual([]);
});
