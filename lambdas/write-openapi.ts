import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { openapiDocument } from './openapi.ts';
import packageJson from '../package.json' with { type: 'json' };

/** Writes docs/openapi.json; `npm run openapi`. A test holds the file to api.ts. */
const target = path.join(import.meta.dirname, '..', 'docs', 'openapi.json');
writeFileSync(target, `${JSON.stringify(openapiDocument(packageJson.version), null, 2)}\n`);
