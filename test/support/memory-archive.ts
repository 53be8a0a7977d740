import type { TrailArchive } from '../../domain/ports/trail-archive.ts';

/** An archive in memory, and its files, which a test may do to what it likes. */
export function memoryArchive(): { readonly archive: TrailArchive; readonly files: Map<string, string> } {
  const files = new Map<string, string>();
  return {
    files,
    archive: {
      async add(name, text) {
        if (files.has(name)) return false;
        files.set(name, text);
        return true;
      },
      read: async (name) => files.get(name),
    },
  };
}
