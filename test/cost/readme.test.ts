import { readdirSync, readFileSync } from 'node:fs';
import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { assumed } from '../../cost/assumptions.ts';
import { dollars } from '../../cost/bill-text.ts';
import { type CostedTemplate, fixedPart } from '../../cost/fixed-part.ts';
import { monthlyBill } from '../../cost/monthly-bill.ts';
import { METRICS } from '../../lambdas/metrics.ts';
import { chosenSettings } from '../../lib/chosen-settings.ts';
import { synthesized } from '../lib/synthesized.ts';

const templatesOf = async (config: string): Promise<readonly CostedTemplate[]> => {
  const { templates } = synthesized(await chosenSettings(config));
  return Object.values(templates).map((template: Template) => template.toJSON() as CostedTemplate);
};
const examples = readdirSync('config').flatMap((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? []);

describe('what it costs, in the README,', () => {
  const rows = [
    ...readFileSync('README.md', 'utf8').matchAll(
      /^\| ([\d,]+) people \| \$([\d,]+) \| \$([\d,]+) \| \*\*\$([\d,]+)\*\* \|$/gm,
    ),
  ];

  test('is what npm run cost prints, for the example', async () => {
    const templates = await templatesOf('example');
    expect(rows.map(([, people]) => people)).toEqual(['1,000', '10,000', '50,000']);
    for (const [, people = '', ...told] of rows) {
      const use = { people: Number(people.replace(',', '')), assumptions: assumed(), texts: {} };
      const { fixedUsd, usedUsd, usd } = monthlyBill(templates, use, Object.keys(METRICS).length);
      expect([people, ...told], 'npm run cost').toEqual([
        people,
        dollars(fixedUsd),
        dollars(usedUsd),
        dollars(usd),
      ]);
    }
  });
});

test.each(examples)('every resource of config/%s.ts has a price, or is known to be free', async (config) => {
  expect(fixedPart(await templatesOf(config)).unpriced).toEqual([]);
});
