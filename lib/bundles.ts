import { rm } from 'node:fs/promises';
import path from 'node:path';
import { bundleFunction } from '../lambdas/bundle.ts';
import { FUNCTION_NAMES, type FunctionName } from '../lambdas/environment.ts';
import type { Settings } from './settings.ts';
import { authoritiesText } from './settings/authorities.ts';

/** The folder of each function's bundle. */
export type Bundles = Readonly<Record<FunctionName, string>>;

/** Bundles every function anew into `folder`, for the environment's architecture and with its authorities. */
export async function makeBundles(
  folder: string,
  { architecture, domain }: Pick<Settings, 'architecture' | 'domain'>,
): Promise<Bundles> {
  const into = path.join(folder, architecture);
  await rm(into, { recursive: true, force: true });
  const authorities = authoritiesText(domain.caFile);
  const made = FUNCTION_NAMES.map(async (name): Promise<readonly [FunctionName, string]> => {
    const outdir = path.join(into, name);
    await bundleFunction(name, outdir, architecture, authorities);
    return [name, outdir];
  });
  return Object.fromEntries(await Promise.all(made)) as Record<FunctionName, string>;
}
