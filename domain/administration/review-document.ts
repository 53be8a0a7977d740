import type { ConfigurationDocument } from '../policy/configuration-document.ts';
import type { Configuration } from '../policy/configuration.ts';
import { warnings } from '../policy/warnings.ts';
import type { Ports } from '../ports/index.ts';
import type { Change } from './change.ts';
import { changesBetween } from './changes-between.ts';
import { documentMistakes } from './document-mistakes.ts';
import { MOST_MISTAKES, type Mistake } from './mistake.ts';
import { newestConfiguration } from './newest-configuration.ts';
import { needsEarlierUntil } from './next-version.ts';
import { resolveReferences } from './resolve-references.ts';

export type ReviewNeeds = Pick<Ports, 'configuration' | 'directory' | 'clock'>;

/** Everything to be known of a document before it is published. */
export interface Review {
  /** With its references looked up. */
  readonly document: ConfigurationDocument;
  /** All of them; a document with any is not published. */
  readonly mistakes: readonly Mistake[];
  readonly warnings: readonly string[];
  /** Against the version in force. */
  readonly changes: readonly Change[];
  /** Whether people are asked something else, so that it must be said until when their present answers are good. */
  readonly needsEarlierUntil: boolean;
  /** The version in force, with which it was compared. */
  readonly version: number;
}

/**
 * Looks a document over, against the version in force and the directory; keeps nothing. `languages` are those the product
 * speaks.
 */
export async function reviewDocument(
  ports: ReviewNeeds,
  document: ConfigurationDocument,
  languages: readonly string[],
): Promise<Review> {
  const { filledIn: _filledIn, ...review } = await reviewAgainst(
    ports,
    await newestConfiguration(ports),
    document,
    languages,
  );
  return review;
}

/** The same against a version that is at hand, with how many references were looked up for the first time. */
export async function reviewAgainst(
  { directory, clock }: Pick<ReviewNeeds, 'directory' | 'clock'>,
  inForce: Configuration,
  document: ConfigurationDocument,
  languages: readonly string[],
): Promise<Review & { readonly filledIn: number }> {
  const resolved = await resolveReferences(directory, document, inForce.document);
  const own = documentMistakes(resolved.document, {
    languages,
    now: clock.now(),
    filterTrouble: (filter) => directory.filterTrouble(filter),
    outside: inForce.outside,
    inForce: inForce.document,
  });
  return {
    document: resolved.document,
    mistakes: [...own, ...resolved.mistakes].slice(0, MOST_MISTAKES),
    warnings: [...warnings(resolved.document), ...resolved.warnings],
    changes: changesBetween(inForce.document, resolved.document),
    needsEarlierUntil: needsEarlierUntil(inForce, resolved.document),
    version: inForce.version,
    filledIn: resolved.filledIn,
  };
}
