import { writeFileSync } from 'node:fs';
import { buildAssets } from './build.ts';

// Run after a change of the style sheet or the module; a test tells when it was forgotten.
writeFileSync(new URL('built.json', import.meta.url), `${JSON.stringify(await buildAssets(), null, 2)}\n`);
