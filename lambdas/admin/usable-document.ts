import type { Mistake } from '../../domain/administration/mistake.ts';
import { newestConfiguration } from '../../domain/administration/newest-configuration.ts';
import { referencesIn } from '../../domain/administration/references.ts';
import { resolveReferences } from '../../domain/administration/resolve-references.ts';
import type { ConfigurationDocument } from '../../domain/policy/configuration-document.ts';
import type { Ports } from '../../domain/ports/index.ts';
import { mistakesIn } from './draft-view.ts';
import { allMistakes, readDocument } from './read-document.ts';

export type UsableDocument =
  | { readonly kind: 'usable'; readonly document: ConfigurationDocument }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] };

/**
 * A document without mistakes, its references looked up, ready to be tried out; or all that is wrong with it. The directory is asked only
 * when there is a name without its id: this is done for every page of an impact.
 */
export async function usableDocument(
  ports: Pick<Ports, 'configuration' | 'directory' | 'clock'>,
  value: unknown,
): Promise<UsableDocument> {
  const { document: inForce } = await newestConfiguration(ports);
  const read = readDocument(value, inForce);
  if (!read.document) return { kind: 'mistakes', mistakes: read.mistakes };
  const said = await mistakesIn(ports, read.document);
  const mistakes = allMistakes(read.mistakes, said);
  if (mistakes.length > 0) return { kind: 'mistakes', mistakes };
  const isNew = referencesIn(read.document).some(({ kind, id }) => kind !== 'unit' && id === '');
  if (!isNew) return { kind: 'usable', document: read.document };
  const resolved = await resolveReferences(ports.directory, read.document, inForce);
  return resolved.mistakes.length > 0
    ? { kind: 'mistakes', mistakes: resolved.mistakes }
    : { kind: 'usable', document: resolved.document };
}
