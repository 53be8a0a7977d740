import { describe, expect, it } from 'vitest';
import { brokenRules } from './support/house-rules.ts';
import { importsOf, projectSources } from './support/source-imports.ts';

const sources = projectSources();
/** What is found when these files are added to the project. */
const planted = (files: Readonly<Record<string, string>>): readonly string[] => {
  const before = new Set(brokenRules(sources));
  return brokenRules(new Map([...sources, ...Object.entries(files)])).filter((found) => !before.has(found));
};

describe('the house', () => {
  it('is in order', () => {
    expect(brokenRules(sources)).toEqual([]);
  });

  it('is looked at as a whole', () => {
    const imports = importsOf(sources);
    expect(sources.size).toBeGreaterThan(200);
    for (const folder of ['domain/', 'adapters/', 'lambdas/', 'portal/', 'local/'])
      expect(imports.filter(({ from }) => from.startsWith(folder)).length, folder).toBeGreaterThan(50);
    // Whatever is imported from us is there: a path that was read wrongly would hide what it leads to.
    const ours = imports
      .map(({ to }) => to)
      .filter((to) => /^(domain|adapters|lambdas|portal|lib)\/.*\.tsx?$/.test(to));
    expect(ours.filter((to) => !sources.has(to))).toEqual([]);
  });

  it.each([
    ['domain/x.ts', "import { json } from '../lambdas/http/reply.ts';", 'nothing outside itself'],
    ['domain/x.ts', "import * as z from 'zod';", 'nothing outside itself'],
    ['domain/x.ts', "import { createHash } from 'node:crypto';", 'nothing outside itself'],
    ['domain/x.ts', "import type { Site } from '../lambdas/http/site.ts';", 'nothing outside itself'],
    [
      'domain/x.ts',
      "import {\n  type A,\n  b,\n} from '../adapters/system/clock.ts';",
      'nothing outside itself',
    ],
    ['domain/x.ts', "export { b } from '../adapters/system/clock.ts';", 'nothing outside itself'],
    ['domain/x.ts', "const b = await import('../adapters/system/clock.ts');", 'nothing outside itself'],
    ['adapters/x/y.ts', "import { json } from '../../lambdas/http/reply.ts';", 'adapters know the domain'],
    ['adapters/x/y.ts', "import '../../local/people.ts';", 'adapters know the domain'],
    [
      'lambdas/verify/x.ts',
      "import { systemClock } from '../../adapters/system/clock.ts';",
      'never an adapter',
    ],
    ['lambdas/http/x.ts', "import { KMSClient } from '@aws-sdk/client-kms';", 'never an adapter or a cloud'],
    ['lambdas/verify/x.ts', "import { people } from '../../local/people.ts';", 'none of us besides'],
    ['lambdas/verify/x.ts', "import { handler } from '../reset/handler.ts';", 'nobody imports a handler'],
    ['portal/x.tsx', "import { phase } from '../domain/recovery/flow.ts';", 'the types of the domain'],
    [
      'portal/x.tsx',
      "import { type Flow, phase } from '../domain/recovery/flow.ts';",
      'the types of the domain',
    ],
    ['portal/x.tsx', "import type { Site } from '../lambdas/http/site.ts';", 'the types of the domain'],
    ['local/x.ts', "import { settings } from '../lib/settings.ts';", 'nobody imports lib but bin'],
    ['config/x.ts', "import { bundles } from '../lib/bundles.ts';", 'nobody imports lib but bin'],
    ['lib/x.ts', "import { main } from '../bin/latchkey.ts';", 'nobody imports bin'],
    ['lib/x.ts', "import { serve } from '../lambdas/http/serve.ts';", 'only data from the product'],
    [
      'lib/x.ts',
      "import { repairAccount } from '../domain/recovery/repair.ts';",
      'only data from the product',
    ],
    ['portal/x.tsx', "import { CAST } from '../local/people.ts';", 'only local'],
    [
      'cli/commands/x.ts',
      "import type { Left } from '../../adapters/dynamodb/restore/left.ts';",
      'know its client',
    ],
    ['cli/commands/restore.ts', "import { keys } from '../../adapters/dynamodb/keys.ts';", 'know its client'],
    ['domain/x.ts', "console.log('x');", 'nothing is written to the console'],
    ['domain/x.ts', 'const now = Date.now();', 'time and chance'],
    ['domain/x.ts', 'const now = new Date();', 'time and chance'],
    ['domain/x.ts', 'const dice = Math.random();', 'time and chance'],
    ['adapters/x/y.ts', 'const options = { rejectUnauthorized: false };', 'unchecked'],
    ['local/x.ts', 'const options = { checkServerIdentity: () => undefined };', 'unchecked'],
    ['adapters/x/y.ts', "const region = process.env['AWS_REGION'];", 'reads the environment'],
    ['domain/utils.ts', '', 'its name says nothing'],
    ['adapters/helpers/x.ts', '', 'its name says nothing'],
  ])('notices %s with %j', (file, text, rule) => {
    const found = planted({ [file]: text });
    expect(
      found.some((line) => line.startsWith(file) && line.includes(rule)),
      found.join('\n'),
    ).toBe(true);
  });

  it('notices a circle, of types too', () => {
    const found = planted({
      'domain/a.ts': "import type { B } from './b.ts';",
      'domain/b.ts': "import type { C } from './c.ts';",
      'domain/c.ts': "import { type A } from './a.ts';",
    });
    expect(found).toEqual(['domain/a.ts → domain/b.ts → domain/c.ts → domain/a.ts: no file needs itself']);
  });

  it.each([
    ['domain/x.ts', "import { phase } from './recovery/flow.ts';"],
    ['domain/x.ts', 'const day = new Date(now).toISOString();'],
    ['portal/x.tsx', "import { type Flow, type FlowPhase } from '../domain/recovery/flow.ts';"],
    ['lambdas/verify/x.ts', "import { json } from '../http/reply.ts';"],
    ['bin/x.ts', "import { settings } from '../lib/settings.ts';"],
    ['lib/x.ts', "import { api } from '../lambdas/api.ts';"],
    ['adapters/x/y.ts', "import { awsError } from '../system/aws-error.ts';"],
  ])('has nothing against %s with %j', (file, text) => {
    expect(planted({ [file]: text })).toEqual([]);
  });
});
