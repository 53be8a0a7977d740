import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The text of each source file, by its path from the top of the project. */
export type Sources = ReadonlyMap<string, string>;

/** One import: who imports what. `to` is a path of ours, or the name of a package. */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** Nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

const TOP = path.join(import.meta.dirname, '..', '..');
export const PRODUCT = ['domain', 'adapters', 'lambdas', 'portal', 'lib', 'bin'] as const;
const AROUND = ['console', 'client', 'cli', 'local', 'bench', 'config', 'cost'] as const;

/** Every source file but the tests. */
export const projectSources = (): Sources =>
  new Map(
    globSync(`{${[...PRODUCT, ...AROUND].join(',')}}/**/*.{ts,tsx}`, { cwd: TOP, exclude: ['**/dist/**'] })
      .toSorted()
      .map((file) => [file, readFileSync(path.join(TOP, file), 'utf8')]),
  );

const STATIC = /^(?:import|export)\s+(type\s+)?(?:([^'";]*?)\sfrom\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'\s*\)/g;

/** Every import of the sources, those of types too. */
export function importsOf(sources: Sources): readonly Import[] {
  return [...sources].flatMap(([from, text]) => [
    ...[...text.matchAll(STATIC)].map(([, type, names = '', to = '']) => ({
      from,
      to: resolved(from, to),
      typeOnly: type !== undefined || onlyTypes(names),
    })),
    ...[...text.matchAll(DYNAMIC)].map(([, to = '']) => ({ from, to: resolved(from, to), typeOnly: false })),
  ]);
}

const resolved = (from: string, to: string): string =>
  to.startsWith('.') ? path.posix.join(path.posix.dirname(from), to) : to;

/** `{ type A, type B }` leaves nothing behind. */
function onlyTypes(names: string): boolean {
  const inside = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
  const parts =
    inside
      ?.split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '') ?? [];
  return parts.length > 0 && parts.every((part) => part.startsWith('type '));
}

/** The files that can be reached from themselves, as one path of each circle. */
export function circlesOf(imports: readonly Import[]): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    const begins = trail.indexOf(file);
    if (begins >= 0) circles.push([...trail.slice(begins), file].join(' → '));
    if (begins >= 0 || done.has(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...trail, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return circles;
}
