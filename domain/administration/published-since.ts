import type { Administrator, ConfigurationVersion } from '../policy/configuration.ts';
import type { Ports } from '../ports/index.ts';
import type { Change } from './change.ts';
import { changesBetween } from './changes-between.ts';

/** A version without its document: who published it, when and why. */
export interface PublishedVersion {
  readonly version: number;
  /** Left out for the deployment's own. */
  readonly author?: Administrator;
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
}

/** What others published while somebody worked on an older version. */
export interface Meanwhile {
  /** Newest first; of very many, the newest. */
  readonly versions: readonly [PublishedVersion, ...PublishedVersion[]];
  /** All of it together, as one change. */
  readonly changes: readonly Change[];
}

export const withoutDocument = ({
  version,
  author,
  reason,
  publishedAt,
}: ConfigurationVersion): PublishedVersion => ({ version, ...(author && { author }), reason, publishedAt });

const MOST_VERSIONS = 50;

/** What was published since a version; undefined when that is the newest. */
export async function publishedSince(
  { configuration }: Pick<Ports, 'configuration'>,
  basedOn: number,
): Promise<Meanwhile | undefined> {
  const newer = (await configuration.versions(MOST_VERSIONS)).filter(({ version }) => version > basedOn);
  const [newest, ...rest] = newer;
  const base = newest && (await configuration.version(basedOn));
  if (!base) return undefined;
  return {
    versions: [withoutDocument(newest), ...rest.map(withoutDocument)],
    changes: changesBetween(base.document, newest.document),
  };
}
