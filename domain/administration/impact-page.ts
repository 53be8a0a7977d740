import type { ConfigurationDocument } from '../policy/configuration-document.ts';
import type { Ports } from '../ports/index.ts';
import { addImpact, NO_IMPACT } from './add-impact.ts';
import { asIfPublished } from './as-if-published.ts';
import { impactOn } from './impact-on.ts';
import type { Impact } from './impact.ts';
import { listedWithEnrollments, placeAfter } from './listed-with-enrollments.ts';
import { newestConfiguration } from './newest-configuration.ts';

export type ImpactNeeds = Pick<Ports, 'directory' | 'enrollments' | 'configuration' | 'clock'>;

export interface ImpactPage {
  readonly impact: Impact;
  /** The version it was compared with; pages against different ones do not add up. */
  readonly version: number;
  /** Where the next page begins; left out when there is none. */
  readonly next?: string;
}

const MOST_PEOPLE = 2000;

/**
 * What publishing a document would mean for at most `limit` (2,000) people, in the directory's order; whoever asks adds the
 * pages up. The document is to be one without mistakes, its references looked up.
 */
export async function impactPage(
  ports: ImpactNeeds,
  document: ConfigurationDocument,
  { after, limit: asked }: { readonly after?: string; readonly limit: number },
): Promise<ImpactPage> {
  const [inForce, now] = [await newestConfiguration(ports), ports.clock.now()];
  const next = asIfPublished(inForce, document, now);
  const limit = Math.min(asked, MOST_PEOPLE);
  const stretch = { limit, ...(after !== undefined && { after }) };
  let impact = NO_IMPACT;
  let last = '';
  for await (const somebody of listedWithEnrollments(ports, [inForce, next], stretch)) {
    impact = addImpact(impact, impactOn(somebody, inForce, next, now));
    last = placeAfter(somebody);
  }
  return { impact, version: inForce.version, ...(impact.people === limit && { next: last }) };
}
