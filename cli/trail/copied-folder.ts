import { opendir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** A copy of the archive on disk, as `aws s3 sync` makes it. One file at a time is in memory. */
export interface CopiedFolder {
  /** The names in a folder, in no order; none where there is no such folder. */
  names(folder: string): AsyncGenerator<string>;
  /** A file, byte for byte; undefined when there is none, `unreadable` when it cannot be one of the trail's. */
  text(file: string): Promise<string | undefined | { readonly unreadable: string }>;
}

/** Far more than a batch or a root has. */
const MOST_BYTES = 32 * 1024 * 1024;

/** `root`: the folder that `chain/` and `roots/` are in. */
export function copiedFolder(root: string): CopiedFolder {
  return {
    async *names(folder) {
      try {
        for await (const { name } of await opendir(path.join(root, folder))) yield name;
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
    async text(file) {
      const place = path.join(root, file);
      try {
        if ((await stat(place)).size > MOST_BYTES) return { unreadable: 'it is too large' };
        // What is no UTF-8 must not be mended on the way: a changed byte would go unseen.
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(place));
      } catch (error) {
        if (isMissing(error)) return undefined;
        if (error instanceof TypeError) return { unreadable: 'it is no UTF-8' };
        throw error;
      }
    },
  };
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
