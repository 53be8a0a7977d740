import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, opendir } from 'node:fs/promises';
import path from 'node:path';

/** Why a file is not read, or not read on; `as` is the fault that it makes of a batch. */
export interface Unread {
  readonly unread: string;
  readonly as: 'missing' | 'unreadable' | 'edited';
}

/** A copy of the archive on disk, as `aws s3 sync` makes it; or as somebody made it who means ill. */
export interface CopiedFolder {
  /** The names in a folder, in no order; none where there is no such folder. Throws an Error that says why a folder cannot be looked into. */
  names(folder: string): AsyncGenerator<string>;
  /** A file, piece by piece, each good until the next is asked for; ends with the cause where it cannot be read on. Never throws. */
  pieces(file: string): AsyncGenerator<Uint8Array | Unread>;
}

const PIECE_BYTES = 64 * 1024;
/** A link may lead out of the folder, and a pipe that nobody writes to would be waited for. */
const PLAINLY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** `root`: the folder that `chain/` and `roots/` are in; it may be a link itself. Only regular files and true folders below it are read. */
export function copiedFolder(root: string): CopiedFolder {
  return {
    async *names(folder) {
      const place = path.join(root, folder);
      try {
        const is = await lstat(place);
        if (folder !== '' && !is.isDirectory()) throw new Error(kindOf(is));
        for await (const { name } of await opendir(place)) yield name;
      } catch (error) {
        if (!isMissing(error)) throw new Error(whyOf(error), { cause: error });
      }
    },
    async *pieces(file) {
      let handle: FileHandle | undefined;
      try {
        const place = path.join(root, file);
        const is = await lstat(place);
        if (!is.isFile()) return yield { unread: kindOf(is), as: 'unreadable' };
        handle = await open(place, PLAINLY);
        // What was opened may be another one by now.
        if (!(await handle.stat()).isFile())
          return yield { unread: 'it is no regular file', as: 'unreadable' };
        yield* piecesIn(handle);
      } catch (error) {
        yield { unread: whyOf(error), as: isMissing(error) ? 'missing' : 'unreadable' };
      } finally {
        await handle?.close();
      }
    },
  };
}

async function* piecesIn(handle: FileHandle): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(PIECE_BYTES);
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, PIECE_BYTES, null);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

function kindOf(is: Stats): string {
  if (is.isSymbolicLink()) return 'it is a symbolic link';
  if (is.isDirectory()) return 'it is a folder';
  if (is.isFIFO()) return 'it is a pipe';
  if (is.isSocket()) return 'it is a socket';
  return is.isFile() ? 'it is a file' : 'it is a device';
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');

function whyOf(error: unknown): string {
  const code = codeOf(error);
  return code === undefined ? (error as Error).message : `the system says ${code}`;
}
