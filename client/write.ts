import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateTypes } from './generate.ts';

/** Writes client/api-types.ts from docs/openapi.json; `npm run openapi`. A test holds the file to the document. */
const source = path.join(import.meta.dirname, '..', 'docs', 'openapi.json');
const target = path.join(import.meta.dirname, 'api-types.ts');
const document = JSON.parse(readFileSync(source, 'utf8')) as Parameters<typeof generateTypes>[0];
writeFileSync(target, await generateTypes(document));
