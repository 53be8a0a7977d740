import { writeFileSync } from 'node:fs';
import { buildCatalogs } from './build.ts';

// Run after a change of en.json and after adding a language; a test tells when it was forgotten.
for (const [name, text] of Object.entries(buildCatalogs()))
  writeFileSync(new URL(name, import.meta.url), text);
