import path from 'node:path';
import { writeOneFile } from './one-file.ts';

/** Writes dist/latchkey.mjs; `npm run latchkey:build`. */
const target = path.join(import.meta.dirname, '..', 'dist', 'latchkey.mjs');
await writeOneFile(target);
process.stderr.write(
  `${path.relative(process.cwd(), target)} is written. Run: node dist/latchkey.mjs --help\n`,
);
