import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { openapiDocument } from '../../lambdas/openapi.ts';

it('the published OpenAPI document says what api.ts says (`npm run openapi` writes it anew)', () => {
  const published: unknown = JSON.parse(
    readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'),
  );
  expect(published).toEqual(JSON.parse(JSON.stringify(openapiDocument(packageJson.version))));
});
