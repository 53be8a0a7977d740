import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The version of the product, from package.json. */
export function version(): string {
  const text = readFileSync(path.join(import.meta.dirname, '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
