import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../domain/failure.ts';
import type { TrailArchive } from '../../domain/ports/trail-archive.ts';

/** The archive of the trail in a folder, laid out as the bucket's copy is. Nothing locks its files but who owns them. */
export function fileTrailArchive(folder: string): TrailArchive {
  return {
    async add(name, text) {
      try {
        return await made(path.join(folder, name), text);
      } catch (cause) {
        throw new Failure('archive-unavailable', `the archive did not take ${name}`, { cause });
      }
    },
    async read(name) {
      try {
        return await readFile(path.join(folder, name), 'utf8');
      } catch (cause) {
        if (hasCode(cause, 'ENOENT')) return undefined;
        throw new Failure('archive-unavailable', `the archive did not give ${name}`, { cause });
      }
    },
  };
}

/** Whole or not at all; false when another process was first. */
async function made(file: string, text: string): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = path.join(path.dirname(file), `.${randomBytes(6).toString('hex')}.draft`);
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
    // A link fails where there is a file; a rename would put this one over it.
    await link(draft, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await handle.close();
    await rm(draft);
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
