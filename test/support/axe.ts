import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Which of axe's rules: those on WCAG 2.2 AA and best practice, or those alone, or all but those. */
export interface AxeRules {
  readonly only?: readonly string[];
  readonly without?: readonly string[];
}

/**
 * What axe finds wrong with a page as it is now, each in a sentence. The page has no frames; axe is read into it once, however
 * often it is looked at: reading half a megabyte takes longer than looking.
 */
export async function axeFindings(
  page: Page,
  { only, without = [] }: AxeRules = {},
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  return page.evaluate(audit, {
    runOnly: only ? { type: 'rule', values: [...only] } : { type: 'tag', values: TAGS },
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    resultTypes: ['violations'],
  } satisfies RunOptions);
}

/** Runs in the page. */
async function audit(options: RunOptions): Promise<string[]> {
  const axe: { run(options: RunOptions): Promise<AxeResults> } = Reflect.get(window, 'axe');
  const { violations } = await axe.run(options);
  return violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
