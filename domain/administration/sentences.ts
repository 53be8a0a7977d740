import type { ConfigurationDocument } from '../policy/configuration-document.ts';
import type { UserConfiguration } from '../policy/user-configuration.ts';
import type { Section } from './change.ts';
import { keyedItems, ownId } from './keyed-items.ts';
import { toldThings } from './sections.ts';
import { placeSentences, ruleSentences } from './sentences/user-configuration.ts';

/** Whom a user configuration applies to, what they may do, what they must prove and where it stands, in plain English. */
export const userConfigurationSentences = (
  userConfiguration: UserConfiguration,
  document: Pick<ConfigurationDocument, 'userConfigurations'>,
): readonly string[] => [
  ...ruleSentences(userConfiguration),
  ...placeSentences(userConfiguration, document.userConfigurations),
];

/** One thing of a document and everything the document says of it. */
export interface Description {
  readonly section: Section;
  /** The id of the thing in its section; a fixed word where its section has no list. */
  readonly id: string;
  readonly name: string;
  readonly sentences: readonly string[];
}

/** A whole document in plain English: every fact that matters is in some sentence. */
export function documentSentences(document: ConfigurationDocument): readonly Description[] {
  const places = keyedItems(document.userConfigurations, ownId);
  return toldThings(document).map(({ section, id, name, sentences }) => {
    const placed = section === 'userConfigurations' ? places.get(id) : undefined;
    const place = placed ? placeSentences(placed, document.userConfigurations) : [];
    return { section, id, name, sentences: [...sentences, ...place] };
  });
}
