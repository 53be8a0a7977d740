import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type LocalLatchkey, startLocal } from '../../local/start-local.ts';
import { shellFor, type Shell } from './shell.ts';

/** What a suite of the command line works with, once it has begun. */
export interface AtWork {
  readonly latchkey: LocalLatchkey;
  readonly shell: Shell;
}

/** Starts Latchkey as behind a stage of API Gateway, and a shell beside it, for the length of a suite. */
export function atWork(signedInAs?: string): () => AtWork {
  let work: AtWork | undefined;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'latchkey-cli-data-'));
    const latchkey = await startLocal({ port: 0, dataFolder: folder, basePath: '/prod' });
    work = { latchkey, shell: shellFor(latchkey.url('/')) };
    if (signedInAs !== undefined) await work.shell.signIn(signedInAs);
  });
  afterAll(async () => {
    work?.shell.leave();
    await work?.latchkey.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    if (!work) throw new Error('nothing has been started');
    return work;
  };
}
