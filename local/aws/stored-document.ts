import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** One JSON document, kept in memory and, if there is a folder, on disk. */
export interface StoredDocument<Content> {
  readonly content: Content;
  /** Writes the content as it is now; readable by the owner alone, whole or not at all. */
  readonly save: () => void;
}

/** Opens `<folder>/<name>.json`, or starts with `empty`. Without a folder nothing outlives the process. */
export function storedDocument<Content>(
  folder: string | undefined,
  name: string,
  read: (json: unknown) => Content,
  empty: Content,
): StoredDocument<Content> {
  if (folder === undefined) return { content: empty, save: () => undefined };
  const file = path.join(folder, `${name}.json`);
  const content = onDisk(file, read) ?? empty;
  return {
    content,
    save() {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const draft = `${file}.draft`;
      rmSync(draft, { force: true });
      writeFileSync(draft, JSON.stringify(content), { mode: 0o600, flush: true });
      renameSync(draft, file);
    },
  };
}

function onDisk<Content>(file: string, read: (json: unknown) => Content): Content | undefined {
  if (!existsSync(file)) return undefined;
  const content = understood(readFileSync(file, 'utf8'), read);
  // Without the cause: the errors of JSON.parse quote the text, and these files hold keys and passwords.
  if (content === undefined)
    throw new Error(`${file} is damaged: put its back-up there, or start anew without it`);
  return content;
}

function understood<Content>(text: string, read: (json: unknown) => Content): Content | undefined {
  try {
    return read(JSON.parse(text));
  } catch {
    return undefined;
  }
}
