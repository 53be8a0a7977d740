import type { Ports } from '../ports/index.ts';
import { withoutDocument, type PublishedVersion } from './published-since.ts';

/** Versions, newest first, at most `limit`, without their documents; `next` is where the list goes on. */
export async function listVersions(
  { configuration }: Pick<Ports, 'configuration'>,
  { before, limit }: { readonly before?: number; readonly limit: number },
): Promise<{ readonly versions: readonly PublishedVersion[]; readonly next?: number }> {
  const found = await configuration.versions(limit, before);
  const last = found.at(-1);
  return {
    versions: found.map(withoutDocument),
    ...(last && last.version > 0 && { next: last.version }),
  };
}
