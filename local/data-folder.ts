import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CannotStart } from './cannot-start.ts';

/** Says that a folder is ours, and of which directory the people in it are. */
const MARK = 'latchkey.json';

/**
 * Opens the folder that keeps everything between runs, and answers its absolute path; `reset` empties it first. Throws
 * CannotStart for a folder with somebody else's files, which is never emptied either, and for one that was begun with
 * another directory: enrollments of the demonstration's people must not meet a real domain.
 */
export function openDataFolder(folder: string, directory: string, reset: boolean): string {
  const path = resolve(folder);
  const found = existsSync(path) ? readdirSync(path) : [];
  if (found.length > 0 && !found.includes(MARK))
    throw new CannotStart(
      `${path} holds files that are not Latchkey's; choose another folder with --data, or empty it yourself.`,
    );
  if (reset) rmSync(path, { recursive: true, force: true });
  else if (found.length > 0) refuseOther(path, directory);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  writeFileSync(join(path, MARK), `${JSON.stringify({ directory })}\n`);
  return path;
}

function refuseOther(path: string, directory: string): void {
  const mark: unknown = JSON.parse(readFileSync(join(path, MARK), 'utf8'));
  const begun =
    typeof mark === 'object' && mark !== null && 'directory' in mark ? String(mark.directory) : '';
  if (begun === directory) return;
  throw new CannotStart(
    `${path} was begun with another directory (${begun}, now ${directory}); choose another folder with --data, or begin anew with --reset.`,
  );
}
