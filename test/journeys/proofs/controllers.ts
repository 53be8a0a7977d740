import type { LookAlike } from '../../../local/directory/look-alike.ts';
import { replicate } from '../../../local/directory/replicating.ts';
import type { Controllers } from './killed.ts';
import { lookAlikeWitness } from './witness.ts';

/** Look-alikes as the domain controllers of one domain, tried in this order. */
export const controllersOf = (...lookAlikes: readonly LookAlike[]): Controllers => ({
  directory: { urls: lookAlikes.map(({ url }) => url), ca: lookAlikes.map(({ ca }) => ca) },
  witnesses: lookAlikes.map(lookAlikeWitness),
  replicate: () => replicate(lookAlikes),
});
