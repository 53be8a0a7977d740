import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CHECKS } from '../../../domain/health/finding.ts';

const runbook = readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8');
const sections = new Map(
  runbook
    .split(/^(?=##)/m)
    .flatMap((section) => [/^### (\S+)\n([^]*)/.exec(section)])
    .flatMap((found) => (found ? [[found[1] ?? '', found[2] ?? ''] as const] : [])),
);

it('the runbook explains every check of the doctor, and no other', () => {
  expect([...sections.keys()]).toEqual(Object.keys(CHECKS));
});

it.each(Object.keys(CHECKS))('of %s it has impact, causes, first step and mend', (check) => {
  const labels = [...(sections.get(check) ?? '').matchAll(/\*(\w[\w ]*?):?\*/g)].map(([, label]) => label);
  expect(labels).toEqual(expect.arrayContaining(['Impact', expect.stringMatching(/^Causes?$/)]));
  expect(labels.map((label) => label?.toLowerCase())).toEqual(expect.arrayContaining(['first step', 'mend']));
});
