import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../domain/failure.ts';

/** Number of random bytes in a key file. */
const KEY_BYTES = 32;

/**
 * The 32 bytes of a key file, read once; made with mode 0600 when there is none yet. A file that its group or others may
 * read, of another size, or out of reach, is the Failure `keys-unavailable`, and is tried again at the next call.
 */
export function keyFile(file: string): () => Promise<Uint8Array> {
  let known: Promise<Uint8Array> | undefined;
  return async () => {
    known ??= readOrMade(file);
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error instanceof Failure
        ? error
        : new Failure('keys-unavailable', `The key file ${file} cannot be used`, { cause: error });
    }
  };
}

async function readOrMade(file: string): Promise<Uint8Array> {
  try {
    return await read(file);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  await made(file);
  return read(file);
}

async function read(file: string): Promise<Uint8Array> {
  const { mode } = await stat(file);
  // Windows has no such bits and always shows them set; there the folder's own access list protects the file.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Failure(
      'keys-unavailable',
      `The key file ${file} is open to others: chmod 600 it, or replace it`,
    );
  }
  const key = await readFile(file);
  if (key.length !== KEY_BYTES) {
    throw new Failure('keys-unavailable', `The key file ${file} must have ${String(KEY_BYTES)} bytes`);
  }
  return key;
}

async function made(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(randomBytes(KEY_BYTES));
    await handle.sync();
    // A link fails when another process was first; a rename would put a second key over the one already in use.
    await link(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await handle.close();
    await rm(draft);
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
