import { sealTrail, type SealNeeds } from '../../domain/trail/seal.ts';
import type { Journal } from '../http/site.ts';
import type { Meter } from '../metrics.ts';
import { tellFindings } from './tell-findings.ts';

/**
 * Seals what has come to the trail. A root's number and hash are written into the journal: a witness outside the archive. What is
 * wrong with the trail's rows is told at each run that sees it.
 */
export const sealRun =
  (ports: SealNeeds, { meter, journal }: { readonly meter: Meter; readonly journal: Journal }) =>
  async (): Promise<{ readonly sealed: number }> => {
    const { sealed, root, findings } = await sealTrail(ports);
    meter.count('TrailSealed', undefined, sealed);
    if (root) {
      meter.count('TrailSigned');
      journal.info('trail signed', { root: root.number, hash: root.hash });
    }
    tellFindings({ meter, journal }, findings);
    return { sealed };
  };
