import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type BesideCode, bundleFunction } from '../lambdas/bundle.ts';
import { FUNCTION_NAMES, type FunctionName } from '../lambdas/environment.ts';
import { deployedDomains } from './deployed-domains.ts';
import type { Settings } from './settings.ts';

/** The folder of each function's bundle. */
export type Bundles = Readonly<Record<FunctionName, string>>;

/** Bundles every function anew into `folder`, for the environment's architecture and with its domains. */
export async function makeBundles(
  folder: string,
  settings: Pick<Settings, 'architecture' | 'domains' | 'defaultDomain' | 'policy'>,
): Promise<Bundles> {
  const { architecture, policy } = settings;
  const into = path.join(folder, architecture);
  await rm(into, { recursive: true, force: true });
  const { breachedPasswords } = policy;
  const beside: BesideCode = {
    domains: deployedDomains(settings),
    ...(typeof breachedPasswords === 'object' &&
      'file' in breachedPasswords && { breachedPasswords: breachedPasswords.file }),
  };
  const made = FUNCTION_NAMES.map(async (name): Promise<readonly [FunctionName, string]> => {
    const outdir = path.join(into, name);
    await bundleFunction(name, outdir, architecture, beside);
    return [name, outdir];
  });
  return Object.fromEntries(await Promise.all(made)) as Record<FunctionName, string>;
}
