import { ROLES, type ConfigurationDocument, type Role } from '../policy/configuration-document.ts';
import { bannedWordsOf } from '../policy/banned-words.ts';
import type { Section } from './change.ts';
import { blockId, keyedItems, ownId } from './keyed-items.ts';
import { joinedMethods, joinedPasswords, joinedPostActions, joinedSettings } from './joined-settings.ts';
import { mergedOrder, sameOrder } from './merged-order.ts';
import type { Documents, Each, Settle, Side, Three } from './three.ts';

/** A document whose every thing is settled; its user configurations stand in the order of `lead`. */
export function mergedSections(documents: Documents, settle: Settle, lead: Side): ConfigurationDocument {
  const each: Each = (read) => ({
    base: read(documents.base),
    theirs: read(documents.theirs),
    mine: read(documents.mine),
  });
  const list = <T>(
    section: Section,
    read: (document: ConfigurationDocument) => readonly T[],
    idOf: (item: T) => string,
    leader?: Side,
  ) =>
    mergedList(
      section,
      each((document) => keyedItems(read(document), idOf)),
      settle,
      leader,
    );
  return {
    format: 1,
    languages: settle(
      'languages',
      'languages',
      each(({ languages }) => languages),
    ),
    branding: joinedBranding(each, settle),
    methods: joinedMethods(each, settle),
    ...joinedSettings(each, settle),
    ...joinedPostActions(
      documents,
      list('postActions', ({ postActions }) => postActions ?? [], ownId),
    ),
    ...joinedPasswords(
      documents,
      list('passwords', bannedWordsOf, (word) => word),
    ),
    questions: list('questions', ({ questions }) => questions, ownId),
    groups: list('groups', ({ groups }) => groups, ownId),
    questionnaire: settle(
      'questionnaire',
      'questionnaire',
      each(({ questionnaire }) => questionnaire),
    ),
    userConfigurations: list('userConfigurations', (document) => document.userConfigurations, ownId, lead),
    blockList: list('blockList', ({ blockList }) => blockList, blockId),
    access: Object.fromEntries(
      ROLES.map((role) => [
        role,
        settle(
          'access',
          role,
          each(({ access }) => access[role]),
        ),
      ]),
    ) as Record<Role, ConfigurationDocument['access'][Role]>,
  };
}

function joinedBranding(each: Each, settle: Settle): ConfigurationDocument['branding'] {
  const linkWording = settle(
    'branding',
    'linkWording',
    each(({ branding }) => branding.linkWording),
  );
  const logo = settle(
    'branding',
    'logo',
    each(({ branding }) => branding.logo),
  );
  const colours = settle(
    'branding',
    'colours',
    each(({ branding }) => branding.colours),
  );
  return {
    organization: settle(
      'branding',
      'organization',
      each(({ branding }) => branding.organization),
    ),
    helpLine: settle(
      'branding',
      'helpLine',
      each(({ branding }) => branding.helpLine),
    ),
    ...(linkWording && { linkWording }),
    ...(logo && { logo }),
    ...(colours && { colours }),
  };
}

/** A list thing by thing, in my order if I changed it, else in theirs, with what only one of us added put where it was. */
function mergedList<T>(
  section: Section,
  { base, theirs, mine }: Three<ReadonlyMap<string, T>>,
  settle: Settle,
  leader?: Side,
): readonly T[] {
  const keys = { base: [...base.keys()], theirs: [...theirs.keys()], mine: [...mine.keys()] };
  const lead = leader ?? (sameOrder(keys.base, keys.mine) ? 'theirs' : 'mine');
  const order = mergedOrder(keys[lead], keys[lead === 'mine' ? 'theirs' : 'mine']);
  return order.flatMap((id) => {
    const value = settle(section, id, { base: base.get(id), theirs: theirs.get(id), mine: mine.get(id) });
    return value === undefined ? [] : [value];
  });
}
