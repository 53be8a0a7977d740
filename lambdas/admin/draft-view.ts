import { documentMistakes } from '../../domain/administration/document-mistakes.ts';
import type { Draft } from '../../domain/administration/draft.ts';
import type { Mistake } from '../../domain/administration/mistake.ts';
import { newestConfiguration } from '../../domain/administration/newest-configuration.ts';
import type { ConfigurationDocument } from '../../domain/policy/configuration-document.ts';
import type { Ports } from '../../domain/ports/index.ts';
import { assessmentsView } from './assessments-view.ts';
import { SPOKEN_LANGUAGES } from './languages-view.ts';
import { instant } from './tell.ts';

/** A draft and what is wrong with it; the directory is not asked. */
export const draftView = (
  { revision, basedOn, document, savedAt, reviewed }: Draft,
  mistakes: readonly Mistake[],
) => ({
  revision,
  basedOn,
  document,
  savedAt: instant(savedAt),
  ...(reviewed !== undefined && { reviewed }),
  mistakes,
  assessments: assessmentsView(document),
});

/** The same, of a draft whose mistakes nobody has looked for yet. */
export const lookedOver = async (ports: Pick<Ports, 'configuration' | 'directory' | 'clock'>, draft: Draft) =>
  draftView(draft, await mistakesIn(ports, draft.document));

/** What a document alone shows to be wrong with it. */
export async function mistakesIn(
  ports: Pick<Ports, 'configuration' | 'directory' | 'clock'>,
  document: ConfigurationDocument,
): Promise<readonly Mistake[]> {
  const { document: inForce, outside } = await newestConfiguration(ports);
  return documentMistakes(document, {
    languages: SPOKEN_LANGUAGES,
    now: ports.clock.now(),
    filterTrouble: (filter) => ports.directory.filterTrouble(filter),
    outside,
    inForce,
  });
}
