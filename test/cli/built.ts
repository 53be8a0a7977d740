import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { writeOneFile } from '../../cli/one-file.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The command line as administrators get it: a file that needs Node and nothing else. */
    commandLine: string;
  }
}

/** Builds the command line for the run. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-command-line-'));
  const file = path.join(folder, 'latchkey.mjs');
  await writeOneFile(file);
  project.provide('commandLine', file);
  return () => rmSync(folder, { recursive: true });
}
