import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generateTypes } from '../../client/generate.ts';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

it('the types of the client say what the published OpenAPI document says (`npm run openapi` writes them anew)', async () => {
  const document = JSON.parse(read('docs/openapi.json')) as Parameters<typeof generateTypes>[0];
  expect(read('client/api-types.ts')).toBe(await generateTypes(document));
});
