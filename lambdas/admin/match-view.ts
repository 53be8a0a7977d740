import type { MatchPreview, Matching } from '../../domain/administration/preview-match.ts';
import { userConfigurationSentences } from '../../domain/administration/sentences.ts';
import type { Freeze } from '../../domain/ports/person-notes.ts';
import { instant } from './tell.ts';
import type { ConfigurationDocument } from '../../domain/policy/configuration-document.ts';

type Somebody = Extract<MatchPreview, { kind: 'somebody' }>;

const OBSTACLES: Readonly<Record<NonNullable<Somebody['refused']>, string>> = {
  'own-account': 'This is one of the accounts Latchkey itself works with; it is never served.',
  privileged: 'This account is privileged; nothing is ever done to it here.',
  'out-of-scope': 'This account lies outside the OUs that this deployment serves.',
};

/** Under which user configuration somebody falls and why, or what stands in the way, in sentences. */
export function matchView(preview: MatchPreview, document: ConfigurationDocument) {
  if (preview.kind === 'nobody') return { found: false, alsoMatching: [], sentences: [] };
  const won = document.userConfigurations.find(({ id }) => id === preview.wins?.id);
  return {
    found: true,
    ...matchedView(preview),
    status: preview.status,
    ...(preview.frozen && { frozen: frozenView(preview.frozen) }),
    sentences: won ? userConfigurationSentences(won, document) : [],
  };
}

/** Who somebody is, under which user configuration they fall and why, and what stands in the way. */
export const matchedView = (somebody: Somebody) => {
  const { name, displayName, distinguishedName, wins, also, blocked, refused } = somebody;
  return {
    name,
    displayName,
    distinguishedName,
    ...(wins && { userConfiguration: reasonOf(wins) }),
    alsoMatching: also.map(reasonOf),
    ...(blocked && { blocked: blockedSentence(blocked) }),
    ...(refused && { obstacle: OBSTACLES[refused] }),
  };
};

/** Since when self-service is on hold for somebody, and who put it there. */
export const frozenView = ({ at, by }: Freeze) => ({ since: instant(at), by });

const reasonOf = ({ id, name, words }: Matching) => ({ id, name, because: words });

function blockedSentence({ entry, index, through }: NonNullable<Somebody['blocked']>): string {
  const whom = through === 'user' ? 'by name' : `through the group "${entry.group?.name ?? ''}"`;
  const end = entry.until === undefined ? '' : `, until ${entry.until}`;
  return `Blocked ${whom}${end}, by entry ${index + 1} of the block list: ${entry.reason}`;
}
