import type { ConfigurationDocument } from '../policy/configuration-document.ts';
import type { Configuration } from '../policy/configuration.ts';
import { inForceAs } from './newest-configuration.ts';
import { nextVersion } from './next-version.ts';

const NOBODY = { person: { domain: '', guid: '' }, name: '' };

/** What would be in force if a document were published now; pure. */
export const asIfPublished = (
  current: Configuration,
  document: ConfigurationDocument,
  now: number,
): Configuration =>
  inForceAs(
    nextVersion(current, document, { author: NOBODY, reason: '', now, answered: new Set() }),
    current,
  );
